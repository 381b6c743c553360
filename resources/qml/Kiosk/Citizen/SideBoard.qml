// A board in a column at the side: label left, figure right, hanging from the one above.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string label
    property string figure
    property string glyph
    property bool selected: false
    property bool quiet: false
    property bool hangs: false
    property color accent: Theme.colour.civic
    property color accentThickness: Theme.colour.stepThickness
    readonly property color wordsColour: selected ? Theme.colour.selectedWords : Theme.colour.ink

    checkable: !quiet
    checked: selected
    height: Theme.size.sideBoardHeight
    name: figure ? label + " " + figure : label
    reach: 0

    Rectangle {
        color: Theme.colour.cord
        height: Theme.size.boardGapWide
        visible: root.hangs
        width: Theme.size.cord
        x: (parent.width - width) / 2
        y: -height
    }
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
        anchors.left: parent.left
        anchors.leftMargin: Theme.size.gap4
        anchors.right: parent.right
        anchors.rightMargin: Theme.size.gap4
        height: face.contentHeight
        y: face.contentTop

        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: root.wordsColour
            font.pixelSize: Theme.type.fact
            strong: true
            text: root.label
        }
        Words {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            color: root.wordsColour
            text: root.figure
            visible: root.figure
        }
        Icon {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            glyph: root.glyph
            size: Theme.size.iconSmall
            visible: root.glyph
        }
    }
}
