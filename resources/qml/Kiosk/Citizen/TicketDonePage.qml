// 取好了: the number hangs from the beam and stays until it is dismissed.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property TicketDoneViewModel viewModel
    readonly property real sideX: Theme.portrait ? 0 : Theme.size.slipWide + Theme.size.gap8
    readonly property real sideWidth: touchWidth - sideX

    beamTop: Theme.portrait ? Theme.place.done : Theme.place.wideBeam
    cords: Theme.portrait ? [pegs[0], pegs[7]] : [pegs[0], pegs[4]]
    panelWidth: 0

    TicketSlip {
        rings: root.cords
        viewModel: root.viewModel
        width: Theme.portrait ? root.touchWidth : Theme.size.slipWide
        y: root.cordLength
    }
    Column {
        spacing: Theme.size.gap8
        width: root.sideWidth
        x: root.sideX
        y: root.cordLength + (Theme.portrait ? Theme.size.slip + Theme.size.gap6 : 0)

        PaperState {
            glyph: root.viewModel.paperIcon
            note: root.viewModel.paperNote
            title: root.viewModel.paperTitle
            tone: root.viewModel.paperTone
            width: parent.width
        }
        Row {
            spacing: Theme.size.gap6
            width: parent.width

            Item {
                id: side

                readonly property bool drawn: root.viewModel.paperTone !== "alarm" && !Theme.contrast

                height: Theme.size.mascotDone
                width: Theme.portrait ? Theme.size.mascotDone : Theme.size.mascotDone * 0.75

                Picture {
                    anchors.horizontalCenter: parent.horizontalCenter
                    file: "jinxiaoer-ticket"
                    height: parent.height
                    visible: side.drawn
                }
                Icon {
                    anchors.centerIn: parent
                    glyph: Theme.icon.myTurn
                    size: Theme.size.iconLarge
                    visible: !side.drawn
                }
            }
            Column {
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.size.gap6
                width: parent.width - side.width - parent.spacing

                Words {
                    font.pixelSize: Theme.type.fact
                    strong: true
                    text: root.viewModel.listenText
                    width: parent.width
                }
                Words {
                    font.pixelSize: Theme.type.fact
                    lines: 2
                    text: root.viewModel.placeText
                    visible: root.viewModel.placeText
                    width: parent.width
                }
                Words {
                    font.pixelSize: Theme.type.fact
                    text: qsTr("过号了也别急，到窗口说一声。")
                    width: parent.width
                }
            }
        }
    }
    Button {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.portrait ? Theme.size.gap8 : Theme.size.gap6
        glyph: Theme.icon.check
        height: Theme.size.mainButton
        kind: Button.Step
        label: qsTr("好了，回首页")
        labelSize: Theme.type.lead
        width: root.sideWidth
        x: root.sideX

        onActivated: root.viewModel.dismiss()
    }
}
