// 横牌: a wide board on two cords, label and figure on one line. The chosen one is filled and says so to screen readers.
// `eyelets`: the middles of its eyelets, from its own left edge.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

Pressable {
    id: root

    required property string label
    property string figure
    property bool selected: false
    property color accent: Theme.colour.civic
    property color accentThickness: Theme.colour.stepThickness
    property list<real> eyelets: []
    property int labelSize: Theme.type.fact
    readonly property real naturalWidth: line.width
    readonly property color wordsColour: selected ? Theme.colour.selectedWords : Theme.colour.ink

    checkable: true
    checked: selected
    height: Theme.size.wideBoard
    name: figure ? label + " " + figure : label

    Face {
        id: face

        anchors.fill: parent
        down: root.down
        edge: root.selected ? root.accent : Theme.colour.edge
        fill: root.selected ? root.accent : Theme.colour.surface
        pressedFill: root.selected ? root.accentThickness : Theme.colour.pressed
        thickness: root.selected ? root.accentThickness : Theme.colour.thickness
    }
    Repeater {
        model: root.eyelets

        Eyelet {
            required property real modelData

            ground: Theme.colour.surface
            x: modelData
            y: face.contentTop + Theme.size.eyeletTop + Theme.size.eyelet / 2
        }
    }
    Row {
        id: line

        readonly property real above: root.eyelets.length > 0 ? Theme.size.eyeletTop + Theme.size.eyelet : 0

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.size.gap3
        y: face.contentTop + above + (face.contentHeight - above - height) / 2

        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: root.wordsColour
            font.pixelSize: root.labelSize
            strong: true
            text: root.label
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: root.wordsColour
            font.pixelSize: root.labelSize
            text: root.figure
            visible: root.figure
        }
    }
}
