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
    // Papers of the person's own list are missing.
    readonly property bool lacking: viewModel.missingText !== ""
    readonly property real sideWidth: (Theme.size.leaveButton + Theme.size.gutter) / 2
    readonly property real boardWidth: (width - 2 * Theme.size.gap4) / 3
    // The elder version says each class on a line, and has fewer things besides.
    readonly property bool brief: Theme.elder || (!Theme.portrait && Theme.type.growth > 1)
    readonly property real classesHeight: brief ? 3 * Theme.size.elderLine + 2 * Theme.size.gap3 : Theme.size.classBoard
    readonly property real middleTop: hang + classesHeight + (said.visible ? Theme.size.gap12 + said.height : Theme.size.gap6)
    readonly property real middleRoom: (Theme.portrait && !brief ? leave.y : take.y) - middleTop - (brief ? Theme.size.gap4 : Theme.size.gap8)
    readonly property real lineGap: Theme.size.gap4
    readonly property real lineHeight: Math.min(brief ? Theme.size.elderLine : Theme.size.wideBoard, (middleRoom + lineGap) / Math.max(1, viewModel.lineCount) - lineGap)
    readonly property real linesTop: middleTop + Math.max(0, (middleRoom - viewModel.lineCount * (lineHeight + lineGap) + lineGap) / 2)

    Repeater {
        model: root.brief ? root.viewModel.classes : null

        LineChoice {
            required property int index
            required property string key
            required property string firstLine
            required property string secondLine
            required property string spoken

            height: Theme.size.elderLine
            label: secondLine ? firstLine + "、" + secondLine : firstLine
            name: spoken
            width: root.width
            y: root.hang + index * (height + Theme.size.gap3)

            onActivated: root.viewModel.chooseClass(key)
        }
    }
    Repeater {
        model: root.brief ? null : root.viewModel.classes

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
        // On a small screen the papers that are missing come first.
        visible: !root.brief && !(root.lacking && Theme.type.growth > 1)
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
        height: Math.min(bring.height + 2 * (root.brief ? Theme.size.gap3 : Theme.size.gap8), root.middleRoom)
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
            spacing: Theme.portrait || !root.lacking ? Theme.size.gap6 : Theme.size.gap3

            Item {
                height: Math.max(Theme.size.tag, checkWords.height)
                width: parent.width

                Words {
                    id: checkWords

                    anchors.verticalCenter: parent.verticalCenter
                    font.pixelSize: Theme.type.row
                    strong: true
                    text: root.viewModel.checkTitle
                    width: papers.visible ? parent.width - papers.width - Theme.size.gap4 : parent.width
                    wrapMode: Text.Wrap
                }
                Tag {
                    id: papers

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.colour.tintBlue
                    label: root.viewModel.papersText
                    visible: !root.lacking
                    wordsColour: Theme.colour.civic
                }
            }
            Row {
                spacing: Theme.size.gap4
                visible: root.lacking && !root.brief
                width: parent.width

                Icon {
                    id: lackingMark

                    color: Theme.colour.alarm
                    glyph: Theme.icon.warn
                }
                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    font.pixelSize: Theme.portrait ? Theme.type.fact : Theme.type.body
                    excerpt: true
                    lineHeight: Theme.type.tightLineHeight
                    lines: Theme.type.growth > 1 ? 2 : 0
                    strong: true
                    text: root.viewModel.missingNames
                    width: parent.width - lackingMark.width - Theme.size.gap4
                    wrapMode: Text.Wrap
                }
            }
            Hairline {
                visible: advice.visible
                width: parent.width
            }
            Words {
                id: advice

                visible: !root.brief && (!root.lacking || (Theme.type.growth === 1 && !Theme.low))
                lineHeight: Theme.type.tightLineHeight
                text: root.viewModel.adviceText
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
    }
    Button {
        id: again

        anchors.bottom: leave.bottom
        glyph: Theme.icon.list
        height: leave.height
        label: Theme.portrait ? qsTr("回清单再看看") : qsTr("回清单")
        labelSize: Theme.portrait ? Theme.type.row : Theme.type.fact
        stacked: !Theme.portrait
        visible: root.lacking && !root.brief
        width: Theme.portrait ? (parent.width - Theme.size.gutter) / 2 : root.sideWidth

        onActivated: root.viewModel.openList()
    }
    Button {
        id: leave

        anchors.bottom: Theme.portrait ? take.top : parent.bottom
        anchors.bottomMargin: Theme.portrait ? Theme.size.gap8 : Theme.size.gap6
        glyph: Theme.icon.clear
        height: Theme.portrait ? Theme.size.button : Theme.size.takeButton
        label: root.viewModel.leaveText
        labelSize: root.lacking && !Theme.portrait ? Theme.type.fact : Theme.type.row
        stacked: root.lacking && !Theme.portrait
        visible: !root.brief
        width: root.lacking ? again.width : Theme.portrait ? parent.width : Theme.size.leaveButton
        x: root.lacking ? again.width + Theme.size.gutter : 0

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
        width: Theme.portrait || root.brief ? parent.width : parent.width - leave.x - leave.width - Theme.size.gap4

        onActivated: root.viewModel.takeTicket()
    }
}
