// The large keys: a board for each line, the ten digits, and what to do with what was typed. The keys never move.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property MyTurnViewModel viewModel
    required property list<real> pegs
    required property real hang
    readonly property bool asksTime: viewModel.step === "time"
    readonly property int columns: 3
    readonly property real gap: Theme.size.gap4
    readonly property real column: (width - (columns - 1) * gap) / columns
    readonly property real lineWidth: (width - (boards.count - 1) * gap) / Math.max(1, boards.count)
    readonly property real keysTop: hang + Theme.size.turnLine + Theme.size.gap6
    readonly property real actionTop: height - Theme.size.turnAction - (Theme.portrait ? Theme.size.gap8 : Theme.size.gap6)
    readonly property real keyHeight: (actionTop - Theme.size.gap6 - keysTop - 3 * gap) / 4
    readonly property list<real> cords: asksTime ? [] : pegs.filter(peg => Array.from({
        "length": boards.count
    }, (_, board) => board).some(board => ringsOf(board).some(ring => ring === peg)))

    // The two pegs nearest to the middle of a board, of those over it.
    function ringsOf(board: int): list<real> {
        const left = board * (lineWidth + gap);
        const middle = left + lineWidth / 2;
        return pegs.filter(peg => peg > left + gap && peg < left + lineWidth - gap).sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle)).slice(0, 2);
    }

    Repeater {
        id: boards

        model: root.viewModel.lines

        MyTurnLine {
            required property int index
            required property string key

            letter: key
            rings: root.ringsOf(index).map(peg => peg - x)
            visible: !root.asksTime
            width: root.lineWidth
            x: index * (root.lineWidth + root.gap)
            y: root.hang

            onActivated: root.viewModel.chooseLine(key)
        }
    }
    Words {
        font.pixelSize: Theme.type.fact
        height: Theme.size.turnLine
        lineHeight: Theme.elder ? Theme.type.tightLineHeight : Theme.type.lineHeight
        lines: 3
        text: Theme.elder ? qsTr("时间只印在您的号票上，对上了才能改。") : qsTr("这个时间只印在您的号票上，大屏不显示。对上了，别人就改不了您的号。")
        verticalAlignment: Text.AlignVCenter
        visible: root.asksTime && !(Theme.type.scarce && !Theme.portrait)
        width: parent.width
        y: root.hang
    }
    Repeater {
        model: [..."123456789", "clear", "0", "erase"]

        Key {
            required property int index
            required property string modelData
            readonly property bool clears: modelData === "clear"
            readonly property bool erases: modelData === "erase"

            glyph: erases ? Theme.icon.erase : ""
            height: root.keyHeight
            label: clears ? qsTr("清空") : qsTr("删除")
            letter: clears || erases ? "" : modelData
            width: root.column
            x: index % root.columns * (root.column + root.gap)
            y: root.keysTop + Math.floor(index / root.columns) * (root.keyHeight + root.gap)

            onActivated: clears ? root.viewModel.clear() : erases ? root.viewModel.erase() : root.viewModel.typeDigit(modelData)
        }
    }
    Button {
        glyph: Theme.type.growth > 2 ? "" : root.asksTime ? Theme.icon.back : Theme.icon.question
        height: Theme.size.turnAction
        label: root.asksTime ? qsTr("不办了") : qsTr("号丢了")
        labelSize: Theme.elder ? Theme.type.body : Theme.type.row
        name: root.asksTime ? qsTr("不办了") : qsTr("号丢了，找金小二")
        width: root.column
        y: root.actionTop

        onActivated: root.asksTime ? root.viewModel.keep() : root.viewModel.openHelper()
    }
    Button {
        available: root.viewModel.ready
        glyph: Theme.icon.search
        height: Theme.size.turnAction
        kind: root.viewModel.ready ? Button.Step : Button.Plain
        label: root.viewModel.goLabel
        labelSize: Theme.type.lead
        width: 2 * root.column + root.gap
        x: root.column + root.gap
        y: root.actionTop

        onActivated: root.viewModel.go()
    }
}
