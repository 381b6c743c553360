// 搜索: letters below, what they find above, the Hanzi words they may stand for in between. A keyboard's letters count as keys of the keypad.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property SearchViewModel viewModel
    readonly property list<real> middles: Theme.size.pegs(touchWidth)
    // The part for results: the upper one on an upright screen, the left one on a wide screen.
    readonly property real keyboardWidth: Theme.portrait ? touchWidth : Math.min(Theme.size.keyboardPart, (touchWidth - Theme.size.gap12) / 2)
    readonly property real resultsWidth: Theme.portrait ? touchWidth : touchWidth - keyboardWidth - Theme.size.gap12
    readonly property real resultsHeight: Theme.portrait ? touchHeight - keyboardHeight : touchHeight
    // The keyboard gives way down to the least targets when the screen is small.
    readonly property real resultsLeast: Theme.portrait ? cordLength + Theme.size.entryLine + Theme.size.thickness + Theme.size.pageButton + 2 * Theme.size.gap4 : 0
    readonly property real keysGaps: 3 * Theme.size.keyRowGap
    readonly property real keysWanted: 4 * Theme.size.keyTall + keysGaps
    readonly property bool tight: touchHeight - resultsLeast < keysWanted + Theme.size.candidate + 3 * Theme.size.gap4
    readonly property real keyboardGap: tight ? Theme.size.gap2 : Theme.size.gap4
    readonly property real keysRoom: touchHeight - resultsLeast - strip.height - 3 * keyboardGap
    readonly property real keysHeight: Math.max(4 * Theme.size.target + keysGaps, Theme.portrait ? Math.min(keysWanted, keysRoom) : keysRoom)
    readonly property real keyboardHeight: keysHeight + strip.height + 3 * keyboardGap

    beamTop: Theme.portrait ? Theme.place.search : Theme.place.wideSearch
    cords: Theme.portrait ? [middles[0], middles[7]] : [middles[0], middles[3]]
    panelWidth: 0

    looking: [
        SearchLooking {
            anchors.fill: parent
            viewModel: root.viewModel
        },
        Picture {
            anchors.bottom: parent.bottom
            anchors.right: parent.right
            file: "jinxiaoer-think"
            height: Theme.size.mascotDone / 2
            visible: root.viewModel.state === "empty" && Theme.portrait && !Theme.contrast && !Theme.elder
        }
    ]

    Keys.onPressed: event => {
        const plain = (event.modifiers & ~(Qt.ShiftModifier | Qt.KeypadModifier)) === 0;
        if (event.key === Qt.Key_Backspace)
            root.viewModel.erase();
        else if (plain && event.key >= Qt.Key_A && event.key <= Qt.Key_Z)
            root.viewModel.typeLetter(String.fromCharCode(event.key));
        else
            return;
        event.accepted = true;
    }
    onEnabledChanged: {
        if (enabled && visible)
            forceActiveFocus();
    }

    Rectangle {
        color: Theme.colour.keyboard
        height: Theme.portrait ? root.keyboardHeight : root.touchHeight
        width: root.touchWidth + Theme.size.margin - x
        x: Theme.portrait ? -Theme.size.margin : root.resultsWidth + Theme.size.gap6
        y: root.touchHeight - height
    }
    EntryBoard {
        id: board

        glyph: Theme.icon.person
        label: root.viewModel.headingText
        model: root.viewModel.rows
        room: foot.y - Theme.size.gap4 - y
        timeShown: false
        visible: root.viewModel.state === "content"
        width: root.resultsWidth
        y: root.cordLength

        Component.onCompleted: root.viewModel.fitRows(fit)
        onChosen: key => root.viewModel.openEntry(key)
        onFitChanged: Qt.callLater(root.viewModel.fitRows, fit)
    }
    Item {
        id: foot

        readonly property real leftWidth: Math.min(Theme.size.askButton, width - Theme.size.turnButton - Theme.size.gap3)

        height: Theme.size.pageButton
        visible: board.visible
        width: root.resultsWidth
        y: root.resultsHeight - height - Theme.size.gap4

        Button {
            glyph: Theme.icon.helper
            height: parent.height
            label: Theme.elder ? qsTr("问金小二") : qsTr("没找到？问金小二")
            labelSize: Theme.type.body
            visible: root.viewModel.hasText
            width: foot.leftWidth

            onActivated: root.viewModel.openHelper()
        }
        Button {
            glyph: root.viewModel.inProofs ? Theme.icon.search : Theme.icon.documentQuestion
            height: parent.height
            label: root.viewModel.inProofs ? qsTr("找别的事") : Theme.elder && !Theme.portrait ? qsTr("查证明") : qsTr("证明要不要开")
            labelSize: Theme.type.body
            visible: !root.viewModel.hasText
            width: foot.leftWidth

            onActivated: root.viewModel.changeScope()
        }
        Words {
            anchors.right: turn.left
            anchors.rightMargin: Theme.size.gap4
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("%1 / %2 页").arg(root.viewModel.page).arg(root.viewModel.pages)
            visible: turn.visible && width + 2 * Theme.size.gap4 < foot.width - turn.width - Theme.size.askButton
        }
        Button {
            id: turn

            anchors.right: parent.right
            height: parent.height
            label: root.viewModel.page < root.viewModel.pages ? qsTr("下一页") : qsTr("回第一页")
            labelSize: Theme.type.fact
            visible: root.viewModel.pages > 1
            width: Theme.size.turnButton

            onActivated: root.viewModel.turnPage()
        }
    }
    NothingFound {
        height: root.resultsHeight - y - Theme.size.gap4
        viewModel: root.viewModel
        visible: root.viewModel.state === "empty"
        width: root.resultsWidth
        y: root.cordLength
    }
    ListState {
        condition: root.viewModel.state === "empty" ? "content" : root.viewModel.state
        height: board.room
        note: root.viewModel.state === "error" ? qsTr("内容现在读不出来，窗口照常办事。") : ""
        title: root.viewModel.state === "error" ? qsTr("现在搜不了") : qsTr("正在找")
        width: root.resultsWidth
        y: root.cordLength

        onHelperWanted: root.viewModel.openHelper()
    }
    CandidateStrip {
        id: strip

        height: root.tight ? Math.max(Theme.size.mainTarget, Math.round(1.5 * Theme.type.body)) : Theme.size.candidate
        hint: root.viewModel.hintText
        model: root.viewModel.candidates
        more: root.viewModel.moreCandidates
        width: keypad.width
        x: keypad.x
        y: root.touchHeight - root.keyboardHeight + root.keyboardGap

        Component.onCompleted: root.viewModel.fitCandidates(hanzi)
        onChosen: word => root.viewModel.takeWord(word)
        onHanziChanged: root.viewModel.fitCandidates(hanzi)
        onTurned: root.viewModel.turnCandidates()
    }
    Keypad {
        id: keypad

        height: root.keysHeight
        width: root.keyboardWidth
        x: root.touchWidth - width
        y: strip.y + strip.height + root.keyboardGap

        onCleared: root.viewModel.clear()
        onErased: root.viewModel.erase()
        onTyped: letter => root.viewModel.typeLetter(letter)
    }
}
