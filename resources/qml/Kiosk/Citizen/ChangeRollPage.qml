// 换打印纸: four pictures for staff, and how the printer stands right now.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property ChangeRollViewModel viewModel
    readonly property color toneColour: viewModel.tone === "good" ? Theme.colour.leaf : viewModel.tone === "alarm" ? Theme.colour.alarm : Theme.colour.ink
    readonly property real footHeight: Theme.portrait ? Theme.size.mainButton : Theme.size.button
    // Height by width of the drawings.
    readonly property real shape: 0.9375
    readonly property int columns: Theme.portrait ? 2 : 4
    readonly property real gap: Theme.size.gap4
    readonly property real footTop: touchHeight - footHeight - (Theme.portrait ? Theme.size.gap8 : Theme.size.gap6)
    readonly property real cellWidth: (touchWidth - (columns - 1) * gap) / columns
    readonly property real cellHeight: (footTop - cordLength - gap - (Theme.portrait ? gap : 0)) / (4 / columns)

    beamTop: Theme.portrait ? Theme.place.turnState : Theme.place.wideStaff
    cords: [pegs[0], pegs[7]]
    panelWidth: 0
    tint: Theme.colour.staff

    looking: [
        Column {
            spacing: Theme.size.gap4
            width: parent.width

            Words {
                Accessible.role: Accessible.Heading
                font.pixelSize: Theme.type.title
                lines: 1
                strong: true
                text: qsTr("换打印纸")
            }
            Row {
                spacing: Theme.size.gap3
                visible: Theme.portrait || Theme.type.growth < 2

                Icon {
                    color: root.toneColour
                    glyph: root.viewModel.tone === "good" ? Theme.icon.printed : root.viewModel.tone === "alarm" ? Theme.icon.printerBroken : Theme.icon.printer
                    size: Theme.size.icon
                }
                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    color: root.toneColour
                    font.pixelSize: Theme.type.fact
                    lineHeight: Theme.type.tightLineHeight
                    strong: true
                    text: root.viewModel.stateText
                    width: root.lookWidth - Theme.size.icon - Theme.size.gap3
                }
            }
        }
    ]

    Repeater {
        model: root.viewModel.steps

        Sheet {
            id: step

            required property int index
            required property string key
            required property string picture
            required property string words
            required property string note

            Accessible.name: key + "，" + words + "，" + note
            Accessible.role: Accessible.StaticText
            height: root.cellHeight
            width: root.cellWidth
            x: index % root.columns * (root.cellWidth + root.gap)
            y: root.cordLength + Math.floor(index / root.columns) * (root.cellHeight + root.gap)

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                color: Theme.colour.white
                height: drawing.height + Theme.size.gap4
                radius: Theme.size.radius
                width: drawing.width + Theme.size.gap4
                y: Theme.size.gap4

                Picture {
                    id: drawing

                    anchors.centerIn: parent
                    file: step.picture
                    height: Math.round(Math.min(root.cellHeight - 2 * Theme.size.gap8 - says.height, (root.cellWidth - Theme.size.gap16) * root.shape))
                    width: Math.round(height / root.shape)
                }
            }
            Column {
                id: says

                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.size.gap4
                spacing: Theme.size.gap2
                width: parent.width - 2 * Theme.size.gap4
                x: Theme.size.gap4

                Words {
                    Accessible.ignored: true
                    font.pixelSize: Theme.type.row
                    horizontalAlignment: Text.AlignHCenter
                    lineHeight: Theme.type.tightLineHeight
                    lines: 2
                    strong: true
                    text: step.key + " " + step.words
                    width: parent.width
                }
                Words {
                    Accessible.ignored: true
                    color: Theme.colour.inkQuiet
                    horizontalAlignment: Text.AlignHCenter
                    lines: 2
                    text: step.note
                    visible: !Theme.elder
                    width: parent.width
                }
            }
        }
    }
    Button {
        glyph: Theme.icon.check
        height: root.footHeight
        kind: Button.Step
        label: qsTr("好了，回首页")
        labelSize: Theme.type.lead
        width: parent.width
        y: root.footTop

        onActivated: root.viewModel.leave()
    }
}
