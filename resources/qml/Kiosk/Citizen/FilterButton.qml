// One of a row of choices: the chosen one is filled and ticked. `quiet`: not a choice but a way to other choices, on a tinted face.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string label
    property string glyph
    property bool selected: false
    property bool quiet: false
    property color accent: Theme.colour.civic
    property color accentThickness: Theme.colour.stepThickness
    readonly property color wordsColour: selected ? Theme.colour.selectedWords : Theme.colour.ink

    checkable: !quiet
    checked: selected
    height: Theme.size.filterButton
    name: label

    Face {
        id: face

        anchors.fill: parent
        down: root.down
        edge: root.selected ? root.accent : Theme.colour.edge
        fill: root.selected ? root.accent : root.quiet ? Theme.colour.stub : Theme.colour.surface
        pressedFill: root.selected ? root.accentThickness : Theme.colour.pressed
        thickness: root.selected ? root.accentThickness : Theme.colour.thickness
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.size.gap2
        y: face.contentTop + (face.contentHeight - height) / 2

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: root.selected ? root.wordsColour : Theme.colour.icon
            glyph: root.selected ? Theme.icon.check : root.glyph
            size: Theme.size.iconSmall
            visible: glyph && word.implicitWidth + width + 2 * Theme.size.gap4 <= root.width
        }
        Words {
            id: word

            anchors.verticalCenter: parent.verticalCenter
            color: root.wordsColour
            strong: root.selected
            text: root.label
        }
    }
}
