// Somebody comes to this screen: one of eight reasons and one gold button; then the call that rings, or who is on the way. The helper's number
// stays within one touch under it. The elder version has the button alone: the reason is said in person.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property HelperViewModel viewModel
    required property list<real> pegs
    required property real hang
    readonly property bool offered: viewModel.calling === "offered"
    readonly property bool reasonsShown: offered && !Theme.elder
    readonly property real gap: Theme.portrait ? Theme.size.gap6 : Theme.size.gap4
    readonly property real boardWidth: (width - 3 * Theme.size.gutter) / 4
    readonly property real upper: (offered ? deed.y : giveUp.y) - gap
    // Of the board, sheet or button that hangs here, the middles of its cords.
    readonly property list<real> cords: reasonsShown ? pegs : [pegs[0], pegs[7]]

    Repeater {
        model: root.reasonsShown ? root.viewModel.reasons : null

        ChoiceBoard {
            required property int index
            required property string key
            required property string label
            required property string icon
            readonly property bool broken: label.length * Theme.type.row > width - Theme.size.gap2

            first: broken ? label.slice(0, 3) : label
            glyph: icon
            height: Math.min((root.upper - root.hang - Theme.size.gutter) / 2, Theme.size.classBoard)
            name: label
            note: ""
            rings: index < 4 ? [root.pegs[2 * index] - x, root.pegs[2 * index + 1] - x] : []
            second: broken ? label.slice(3) : ""
            width: root.boardWidth
            x: index % 4 * (root.boardWidth + Theme.size.gutter)
            y: root.hang + Math.floor(index / 4) * (height + Theme.size.gutter)

            onActivated: root.viewModel.chooseReason(key)
        }
    }
    HungSheet {
        height: root.upper - root.hang
        rings: root.cords
        visible: !root.reasonsShown
        width: root.width
        y: root.hang

        Column {
            anchors.centerIn: parent
            spacing: Theme.size.gap6
            width: parent.width - 2 * Theme.size.gap8

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                glyph: root.viewModel.calling === "ringing" ? Theme.icon.bellRing : Theme.icon.helper
                size: Theme.size.iconLarge
                visible: Theme.portrait || !Theme.elder
            }
            Words {
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: Theme.elder ? Theme.type.lead : Theme.type.section
                lines: 2
                strong: true
                text: root.offered ? qsTr("点下面的金牌，有人过来") : root.viewModel.callTitle
                width: parent.width
            }
            Words {
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: Theme.type.row
                lines: 2
                text: root.viewModel.callNote
                visible: text
                width: parent.width
            }
        }
    }
    TakeButton {
        id: deed

        anchors.bottom: number.top
        anchors.bottomMargin: root.gap
        away: ""
        golden: true
        label: root.viewModel.callButtonText
        note: ""
        underWay: root.viewModel.callUnderWay
        visible: root.offered
        width: root.width

        onActivated: root.viewModel.callHelper()
    }
    Button {
        id: giveUp

        anchors.bottom: number.top
        anchors.bottomMargin: root.gap
        available: !root.viewModel.callUnderWay
        glyph: Theme.icon.clear
        height: Theme.size.mainButton
        label: root.viewModel.callButtonText
        visible: !root.offered
        width: root.width

        onActivated: root.viewModel.giveUp()
    }
    Button {
        id: number

        readonly property string away: root.viewModel.buttonAwayText

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.portrait ? Theme.size.gap8 : Theme.size.gap6
        available: !away && !root.viewModel.underWay
        description: note
        glyph: Theme.icon.ticket
        height: Theme.portrait ? Theme.size.takeButton : Theme.size.mainButton
        iconSize: Theme.size.iconBoard
        label: root.viewModel.buttonText
        labelSize: Theme.type.lead
        leads: true
        note: away ? away : root.viewModel.buttonNote
        toTheLeft: true
        width: root.width

        onActivated: root.viewModel.takeTicket()
    }
}
