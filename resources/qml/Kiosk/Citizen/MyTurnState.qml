// Under the beam: how the number stands, what is called, and what its holder may do with it.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property MyTurnViewModel viewModel
    required property list<real> pegs
    required property real hang
    readonly property bool asks: viewModel.step === "sure"
    readonly property real gap: Theme.size.gap4
    readonly property real foot: Theme.portrait ? Theme.size.gap8 : Theme.size.gap6
    readonly property real mainTop: height - foot - Theme.size.turnMain
    readonly property real deedTop: Theme.portrait ? mainTop - gap - Theme.size.turnDeed : mainTop
    readonly property real deedWidth: Theme.portrait ? (width - gap) / 2 : (width - 2 * gap) / 3
    // The elder version leaves what is called now to the hall's display.
    readonly property bool called: Theme.portrait && !Theme.elder
    readonly property real tipTop: sheet.y + sheet.height + gap + (called ? Theme.size.turnCalls + gap : 0)
    readonly property real deedSize: Theme.elder && !Theme.portrait ? Theme.type.fact : Theme.type.row
    readonly property bool pictured: !Theme.elder
    readonly property bool scarce: Theme.type.scarce && !Theme.portrait

    MyTurnSheet {
        id: sheet

        rings: [root.pegs[0], root.pegs[7]]
        viewModel: root.viewModel
        width: parent.width
        y: root.hang
    }
    MyTurnCalls {
        viewModel: root.viewModel
        visible: root.called
        width: parent.width
        y: sheet.y + sheet.height + root.gap
    }
    Rectangle {
        border.color: Theme.colour.contrast ? Theme.colour.edge : Theme.colour.none
        border.width: Theme.colour.contrast ? Theme.size.edge : 0
        color: Theme.colour.tintGold
        height: Theme.size.turnTip
        radius: Theme.size.radius
        visible: !root.viewModel.hasPaper && y + height <= root.deedTop
        width: parent.width
        y: root.tipTop

        Icon {
            id: tipIcon

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colour.goldDeep
            glyph: root.viewModel.over ? Theme.icon.inform : Theme.icon.seat
            size: Theme.size.icon
            x: Theme.size.gap8
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: Theme.type.fact
            lineHeight: Theme.type.tightLineHeight
            lines: Theme.type.growth > 1 ? 2 : 1
            text: root.viewModel.tip
            width: parent.width - x - Theme.size.gap6
            x: tipIcon.x + tipIcon.width + Theme.size.gap6
        }
    }
    PaperState {
        glyph: root.viewModel.paperIcon
        height: Math.min(Theme.portrait && !Theme.elder ? Theme.size.paperLine : Theme.size.turnTip, root.deedTop - root.gap - y)
        note: root.viewModel.paperNote
        title: root.viewModel.paperTitle
        tone: root.viewModel.paperTone
        visible: root.viewModel.hasPaper
        width: parent.width
        y: root.tipTop
    }
    Button {
        available: root.viewModel.canReprint
        glyph: !root.pictured ? "" : available ? Theme.icon.printer : Theme.icon.printerOff
        height: Theme.size.turnDeed
        iconSize: Theme.size.iconBoard
        label: qsTr("补打号票")
        labelSize: root.deedSize
        name: root.viewModel.canReprint ? qsTr("补打号票") : qsTr("补打号票，") + root.viewModel.reprintNote
        note: root.viewModel.reprintNote
        visible: !root.asks && root.viewModel.waiting
        width: root.deedWidth
        y: root.deedTop

        onActivated: root.viewModel.reprint()
    }
    Button {
        available: root.viewModel.canCancel
        glyph: root.pictured ? Theme.icon.cancel : ""
        height: Theme.size.turnDeed
        iconSize: Theme.size.iconBoard
        label: root.scarce ? qsTr("取消") : name
        name: qsTr("取消这个号")
        labelSize: root.deedSize
        note: qsTr("再问一遍才取消")
        visible: !root.asks && root.viewModel.waiting
        width: root.deedWidth
        x: root.deedWidth + root.gap
        y: root.deedTop

        onActivated: root.viewModel.cancel()
    }
    Button {
        glyph: root.pictured ? Theme.icon.cancel : ""
        height: Theme.size.turnDeed
        iconSize: Theme.size.iconBoard
        label: root.scarce ? qsTr("取消") : name
        name: qsTr("取消 ") + root.viewModel.number
        labelSize: root.deedSize
        note: Theme.elder && !Theme.portrait ? "" : qsTr("不能恢复")
        visible: root.asks
        width: Theme.portrait ? parent.width : root.deedWidth
        y: root.deedTop

        onActivated: root.viewModel.cancelForGood()
    }
    Button {
        glyph: root.pictured ? Theme.icon.myTurn : ""
        height: Theme.size.turnDeed
        label: qsTr("查别的号")
        labelSize: root.deedSize
        visible: !root.asks && !root.viewModel.waiting
        width: root.deedWidth
        y: root.deedTop

        onActivated: root.viewModel.anotherNumber()
    }
    Button {
        glyph: !root.pictured ? "" : root.viewModel.over ? Theme.icon.ticket : Theme.icon.helper
        height: Theme.size.turnDeed
        label: root.viewModel.over ? qsTr("重新取号") : root.scarce ? qsTr("找金小二") : qsTr("找不到窗口")
        labelSize: root.deedSize
        name: root.viewModel.over ? qsTr("重新取号") : qsTr("找不到窗口，找金小二")
        visible: !root.asks && !root.viewModel.waiting
        width: root.deedWidth
        x: root.deedWidth + root.gap
        y: root.deedTop

        onActivated: root.viewModel.over ? root.viewModel.takeTicket() : root.viewModel.openHelper()
    }
    Button {
        glyph: root.asks ? Theme.icon.back : Theme.portrait ? Theme.icon.check : ""
        height: Theme.size.turnMain
        kind: Button.Step
        label: root.asks ? qsTr("不取消，接着等") : Theme.type.growth > 1 && !Theme.portrait ? qsTr("回首页") : qsTr("知道了，回首页")
        labelSize: Theme.portrait || root.asks ? Theme.type.lead : Theme.type.row
        width: Theme.portrait ? parent.width : root.asks ? 2 * root.deedWidth + root.gap : root.deedWidth
        x: Theme.portrait ? 0 : parent.width - width
        y: root.mainTop

        onActivated: root.asks ? root.viewModel.keep() : root.viewModel.dismiss()
    }
}
