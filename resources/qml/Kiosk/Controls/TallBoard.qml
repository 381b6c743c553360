// 竖牌: a tall narrow board on one cord; its words run down, a figure stands at the foot. The chosen one is filled.
// Two, three or four Hanzi take the same height, so that the boards of a row look alike.
import QtQuick
import Kiosk.Theme

Pressable {
    id: root

    required property string label
    property string figure
    property string glyph
    property bool selected: false
    // Leads to other boards instead of choosing: a tinted face.
    property bool quiet: false
    property color accent: Theme.colour.civic
    property color accentThickness: Theme.colour.stepThickness
    readonly property color wordsColour: selected ? Theme.colour.selectedWords : Theme.colour.ink
    readonly property real wordsTop: Theme.size.eyeletTop + Theme.size.eyelet
    readonly property real footTop: face.contentHeight - foot.height - Theme.size.gap4
    readonly property real step: Math.min(Theme.type.row * 1.3, (footTop - wordsTop - Theme.size.gap2) / Math.max(1, label.length))

    checkable: !quiet
    checked: selected
    height: Theme.size.tallBoard
    name: figure ? label + " " + figure : label
    width: Theme.size.column

    Face {
        id: face

        anchors.fill: parent
        down: root.down
        edge: root.selected ? root.accent : Theme.colour.edge
        fill: root.selected ? root.accent : root.quiet ? Theme.colour.stub : Theme.colour.surface
        pressedFill: root.selected ? root.accentThickness : Theme.colour.pressed
        thickness: root.selected ? root.accentThickness : Theme.colour.thickness
    }
    Item {
        height: face.contentHeight
        width: parent.width
        y: face.contentTop

        Eyelet {
            x: parent.width / 2
            y: Theme.size.eyeletTop + Theme.size.eyelet / 2
        }
        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            color: root.wordsColour
            font.pixelSize: root.label.length > 3 ? Theme.type.body : Theme.type.row
            horizontalAlignment: Text.AlignHCenter
            lineHeight: root.step
            lineHeightMode: Text.FixedHeight
            strong: true
            text: root.label.split("").join("\n")
            y: (root.wordsTop + root.footTop - height) / 2
        }
        Item {
            id: foot

            anchors.horizontalCenter: parent.horizontalCenter
            height: Theme.type.body
            y: root.footTop

            Words {
                anchors.centerIn: parent
                color: root.wordsColour
                text: root.figure
                visible: root.figure
            }
            Icon {
                anchors.centerIn: parent
                glyph: root.glyph
                visible: root.glyph
            }
        }
    }
}
