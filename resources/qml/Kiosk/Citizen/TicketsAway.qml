// Below the beam while there are no numbers: when again, what can be done meanwhile, and the place of 取号, dashed.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property TicketViewModel viewModel
    required property list<real> rings
    required property real hang

    HungSheet {
        id: next

        height: Theme.size.nextBoard
        rings: root.rings
        width: parent.width
        y: root.hang

        Column {
            anchors.centerIn: parent
            anchors.verticalCenterOffset: Theme.size.gap2
            spacing: Theme.size.gap6
            width: parent.width - 2 * Theme.size.gap8

            Words {
                font.pixelSize: Theme.type.row
                horizontalAlignment: Text.AlignHCenter
                text: root.viewModel.awayBoardLabel
                width: parent.width
            }
            Words {
                font.pixelSize: root.viewModel.awayBoard.length > 8 || !Theme.portrait ? Theme.type.title : Theme.type.bigCount
                horizontalAlignment: Text.AlignHCenter
                lines: 1
                strong: true
                text: root.viewModel.awayBoard
                width: parent.width
            }
            Words {
                font.pixelSize: Theme.elder ? Theme.type.body : Theme.type.fact
                horizontalAlignment: Text.AlignHCenter
                lineHeight: Theme.type.tightLineHeight
                lines: 2
                text: root.viewModel.awayBoardNote
                visible: !Theme.elder
                width: parent.width
            }
        }
    }
    Column {
        anchors.top: next.bottom
        anchors.topMargin: Theme.portrait && !Theme.elder ? Theme.size.gap12 : Theme.size.gap6
        spacing: Theme.portrait ? Theme.size.gap6 : Theme.size.gap4
        width: parent.width

        Words {
            font.pixelSize: Theme.type.lead
            strong: true
            text: qsTr("现在就能做的")
            visible: Theme.portrait && !Theme.elder
        }
        Grid {
            columns: Theme.portrait || Theme.elder ? 1 : 2
            spacing: Theme.size.gap4
            width: parent.width

            Repeater {
                model: [
                    {
                        "glyph": Theme.icon.documentQuestion,
                        "label": qsTr("查证明要不要开"),
                        "note": root.viewModel.proofsNote,
                        "deed": root.viewModel.openProofs
                    },
                    {
                        "glyph": Theme.icon.search,
                        "label": qsTr("找要办的事"),
                        "note": root.viewModel.itemsNote,
                        "deed": root.viewModel.openSearch
                    }
                ]

                Button {
                    required property var modelData

                    glyph: modelData.glyph
                    height: !Theme.elder ? Theme.size.row : Theme.portrait ? Theme.size.elderRow : Theme.size.elderLine
                    label: modelData.label
                    leads: true
                    note: Theme.elder || (!Theme.portrait && Theme.type.growth > 1) ? "" : modelData.note
                    toTheLeft: true
                    width: Theme.portrait || Theme.elder ? root.width : (root.width - Theme.size.gap4) / 2

                    onActivated: modelData.deed()
                }
            }
        }
        Rectangle {
            border.color: Theme.colour.contrast ? Theme.colour.edge : Theme.colour.none
            border.width: Theme.colour.contrast ? Theme.size.hairline : 0
            color: Theme.colour.tintGold
            height: Theme.size.pageButton
            visible: Theme.type.growth === 1
            radius: Theme.size.radius
            width: parent.width

            Row {
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.size.gap6
                x: Theme.size.gap8

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.colour.goldDeep
                    glyph: Theme.icon.phone
                }
                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    font.pixelSize: Theme.type.fact
                    text: qsTr("急事先打 12345 问")
                }
            }
        }
    }
    TakeButton {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.portrait ? Theme.size.gap8 : Theme.size.gap6
        away: root.viewModel.awayStarts
        height: Theme.elder ? Theme.size.takeButton : Theme.size.ticketButton
        label: root.viewModel.title
        underWay: false
        width: parent.width
    }
}
