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
    firstTarget: cordLength + (Theme.portrait ? Theme.size.slip : Theme.size.slip / 2)
    panelWidth: 0

    TicketSlip {
        rings: root.cords
        viewModel: root.viewModel
        width: Theme.portrait ? root.touchWidth : Theme.size.slipWide
        y: root.cordLength
    }
    Column {
        spacing: Theme.type.growth > 1 ? Theme.size.gap4 : Theme.size.gap8
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
        Button {
            glyph: Theme.elder && !Theme.portrait ? "" : Theme.icon.helper
            height: Theme.elder ? Theme.size.elderRow : Theme.size.paperLine
            iconSize: Theme.size.iconBoard
            kind: Button.Gold
            label: Theme.elder && !Theme.portrait ? qsTr("请金小二写给您") : qsTr("怕忘了，请金小二写给您")
            labelSize: Theme.portrait ? Theme.type.row : Theme.type.fact
            leads: true
            note: qsTr("号一直留在这页，您点了才走")
            toTheLeft: true
            // The way to the helper is in the bar as well.
            visible: root.viewModel.paperFailed && !(Theme.type.scarce && Theme.portrait)
            width: parent.width

            onActivated: root.viewModel.openHelper()
        }
        Row {
            spacing: Theme.size.gap6
            visible: !root.viewModel.paperFailed
            width: parent.width

            Item {
                id: side

                readonly property bool drawn: !Theme.elder && root.viewModel.paperTone !== "alarm" && !Theme.contrast

                height: Theme.size.mascotDone
                visible: !Theme.elder
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
                width: parent.width - (side.visible ? side.width + parent.spacing : 0)

                Words {
                    font.pixelSize: Theme.type.fact
                    strong: true
                    text: root.viewModel.listenText
                    visible: Theme.type.growth < 2
                    width: parent.width
                }
                Words {
                    font.pixelSize: Theme.type.fact
                    lines: 2
                    text: root.viewModel.placeText
                    visible: root.viewModel.placeText && !Theme.elder
                    width: parent.width
                }
                Words {
                    font.pixelSize: Theme.type.fact
                    text: qsTr("过号了也别急，到窗口说一声。")
                    visible: Theme.type.growth === 1
                    width: parent.width
                }
            }
        }
    }
    Button {
        id: aside

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.portrait ? Theme.size.gap8 : Theme.size.gap6
        available: !root.viewModel.paperFailed || root.viewModel.canPrintAgain
        glyph: !root.viewModel.paperFailed ? Theme.icon.myTurn : available ? Theme.icon.printer : Theme.icon.printerOff
        height: Theme.size.mainButton
        label: root.viewModel.paperFailed ? qsTr("再印一张") : qsTr("到我了吗")
        stacked: !Theme.portrait || Theme.type.growth > 1
        width: Theme.portrait ? Theme.size.asideWide : Theme.size.asideSlim
        x: root.sideX

        onActivated: root.viewModel.paperFailed ? root.viewModel.printAgain() : root.viewModel.seeTurn()
    }
    Button {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.portrait ? Theme.size.gap8 : Theme.size.gap6
        glyph: Theme.type.scarce && !Theme.portrait ? "" : Theme.icon.check
        height: Theme.size.mainButton
        kind: Button.Step
        label: Theme.elder && !Theme.portrait ? qsTr("回首页") : qsTr("好了，回首页")
        labelSize: Theme.type.lead
        width: root.sideWidth - aside.width - Theme.size.gap4
        x: root.sideX + aside.width + Theme.size.gap4

        onActivated: root.viewModel.dismiss()
    }
}
