// A button: icon and words side by side, a second line if there is one. `kind` is its rank on the screen:
// plain paper, the next best step (blue), the one main deed (vermilion), 金小二 (gold).
import QtQuick
import Kiosk.Theme

Pressable {
    id: root

    enum Kind {
        Plain,
        Step,
        Main,
        Gold
    }

    property int kind: Button.Plain
    required property string label
    // A second line; one that has no room is left out, unless a beginning is enough.
    property string note
    property bool excerpt: false
    property string glyph
    // A chevron at the end: leads on.
    property bool leads: false
    // Icon above the words: narrow buttons.
    property bool stacked: false
    property real labelSize: Theme.type.row
    property real iconSize: Theme.size.icon
    property bool toTheLeft: false
    // The note stands at the end of the same line.
    property bool oneLine: false
    readonly property color wordsColour: !available ? Theme.colour.awayWords : kind === Button.Plain ? Theme.colour.ink : kind === Button.Step ? Theme.colour.stepWords : kind === Button.Main ? Theme.colour.mainWords : Theme.colour.goldWords
    readonly property color iconColour: kind === Button.Plain && available ? Theme.colour.icon : wordsColour

    implicitHeight: Theme.size.button
    name: label

    Face {
        id: face

        anchors.fill: parent
        away: !root.available
        down: root.down
        edge: root.kind === Button.Plain ? Theme.colour.edge : root.kind === Button.Step ? Theme.colour.stepEdge : root.kind === Button.Main ? Theme.colour.main : Theme.colour.goldThickness
        fill: root.kind === Button.Plain ? Theme.colour.surface : root.kind === Button.Step ? Theme.colour.step : root.kind === Button.Main ? Theme.colour.main : Theme.colour.gold
        pressedFill: root.kind === Button.Plain ? Theme.colour.pressed : root.kind === Button.Step ? Theme.colour.stepPressed : root.kind === Button.Main ? Theme.colour.mainPressed : Theme.colour.goldThickness
        thickness: root.kind === Button.Plain ? Theme.colour.thickness : root.kind === Button.Step ? Theme.colour.stepThickness : root.kind === Button.Main ? Theme.colour.mainThickness : Theme.colour.goldThickness
    }
    Item {
        anchors.left: parent.left
        anchors.leftMargin: root.stacked ? Theme.size.gap2 : Theme.size.gap6
        anchors.right: parent.right
        anchors.rightMargin: root.stacked ? Theme.size.gap2 : Theme.size.gap6
        height: face.contentHeight
        y: face.contentTop

        Row {
            id: side

            readonly property real used: (root.glyph ? root.iconSize + spacing : 0) + (root.leads ? chevron.width : 0)

            anchors.horizontalCenter: root.toTheLeft ? undefined : parent.horizontalCenter
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.size.gap4
            visible: !root.stacked

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: root.iconColour
                glyph: root.glyph
                size: root.iconSize
                visible: root.glyph
            }
            Column {
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.size.gap2

                Words {
                    color: root.wordsColour
                    font.pixelSize: root.labelSize
                    lines: root.note ? 1 : 2
                    lineHeight: Theme.type.tightLineHeight
                    strong: true
                    text: root.label
                    width: Math.min(implicitWidth, side.parent.width - side.used)
                }
                Words {
                    color: root.wordsColour
                    excerpt: root.excerpt
                    lines: 1
                    text: root.note
                    visible: root.note && !root.oneLine && (root.excerpt || implicitWidth <= side.parent.width - side.used)
                    width: Math.min(implicitWidth, side.parent.width - side.used)
                }
            }
        }
        Column {
            anchors.centerIn: parent
            spacing: Theme.size.gap2
            visible: root.stacked

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                color: root.iconColour
                glyph: root.glyph
                size: root.iconSize
            }
            Words {
                anchors.horizontalCenter: parent.horizontalCenter
                color: root.wordsColour
                font.pixelSize: root.labelSize
                strong: true
                text: root.label
            }
        }
        Words {
            anchors.right: chevron.left
            anchors.rightMargin: Theme.size.gap4
            anchors.verticalCenter: parent.verticalCenter
            color: root.wordsColour
            text: root.note
            visible: root.oneLine
        }
        Icon {
            id: chevron

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            color: root.iconColour
            glyph: Theme.icon.next
            visible: root.leads
        }
    }
}
