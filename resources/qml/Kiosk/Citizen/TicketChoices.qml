// Below the beam while numbers are given: the class one declares, the line or what to bring, one big button.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property TicketViewModel viewModel
    // Middles of the eight pegs, and where the boards begin.
    required property list<real> pegs
    required property real hang
    readonly property real boardWidth: (width - 2 * Theme.size.gap4) / 3
    readonly property real middleTop: hang + Theme.size.classBoard + Theme.size.gap12 + said.height
    readonly property real middleRoom: (Theme.portrait ? leave.y : take.y) - middleTop - Theme.size.gap8
    readonly property real lineGap: Theme.size.gap4
    readonly property real lineHeight: Math.min(Theme.size.wideBoard, (middleRoom + lineGap) / Math.max(1, viewModel.lineCount) - lineGap)
    readonly property real linesTop: middleTop + Math.max(0, (middleRoom - viewModel.lineCount * (lineHeight + lineGap) + lineGap) / 2)

    Repeater {
        model: root.viewModel.classes

        ChoiceBoard {
            required property int index
            required property string key
            required property string firstLine
            required property string secondLine
            required property string icon
            required property string spoken

            first: firstLine
            glyph: icon
            name: spoken
            rings: root.pegs.filter((_, peg) => peg === 3 * index || peg === 3 * index + 1).map(middle => middle - x)
            second: secondLine
            width: root.boardWidth
            x: index * (width + Theme.size.gap4)
            y: root.hang

            onActivated: root.viewModel.chooseClass(key)
        }
    }
    Row {
        id: said

        spacing: Theme.size.gap4
        y: root.hang + Theme.size.classBoard + Theme.size.gap6

        Icon {
            glyph: Theme.icon.inform
            size: Theme.size.iconSmall
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colour.inkQuiet
            text: qsTr("您自己选，这里不查证件。")
        }
    }
    Repeater {
        model: root.viewModel.lines

        LineChoice {
            required property int index
            required property string key

            height: root.lineHeight
            width: root.width
            y: root.linesTop + index * (height + root.lineGap)

            onActivated: root.viewModel.chooseLine(key)
        }
    }
    Sheet {
        height: Math.min(bring.height + 2 * Theme.size.gap8, root.middleRoom)
        visible: root.viewModel.itemName
        width: parent.width
        y: root.middleTop + Math.max(0, (root.middleRoom - height) / 2)

        Column {
            id: bring

            anchors.left: parent.left
            anchors.leftMargin: Theme.size.gap8
            anchors.right: parent.right
            anchors.rightMargin: Theme.size.gap8
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.size.gap6

            Item {
                height: Theme.size.tag
                width: parent.width

                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    font.pixelSize: Theme.type.row
                    strong: true
                    text: qsTr("东西带齐了吗")
                }
                Tag {
                    anchors.right: parent.right
                    color: Theme.colour.tintBlue
                    label: root.viewModel.papersText
                    wordsColour: Theme.colour.civic
                }
            }
            Hairline {
                width: parent.width
            }
            Words {
                text: qsTr("缺着也能取号，窗口会说清怎么补。")
                width: parent.width
            }
        }
    }
    Button {
        id: leave

        anchors.bottom: Theme.portrait ? take.top : parent.bottom
        anchors.bottomMargin: Theme.portrait ? Theme.size.gap8 : Theme.size.gap6
        glyph: Theme.icon.clear
        height: Theme.portrait ? Theme.size.button : Theme.size.takeButton
        label: qsTr("先不取号")
        width: Theme.portrait ? parent.width : Theme.size.leaveButton

        onActivated: root.viewModel.leave()
    }
    TakeButton {
        id: take

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.portrait ? Theme.size.gap8 : Theme.size.gap6
        anchors.right: parent.right
        away: root.viewModel.buttonAwayText
        label: root.viewModel.buttonText
        underWay: root.viewModel.underWay
        width: Theme.portrait ? parent.width : parent.width - Theme.size.leaveButton - Theme.size.gap4

        onActivated: root.viewModel.takeTicket()
    }
}
