// One line to choose: its name, who takes a number there, a tick when it is the one.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string label
    required property string note
    required property bool chosen
    readonly property color wordsColour: chosen ? Theme.colour.selectedWords : Theme.colour.ink

    checkable: true
    checked: chosen
    description: note
    name: label

    Face {
        id: face

        anchors.fill: parent
        down: root.down
        edge: root.chosen ? Theme.colour.civic : Theme.colour.edge
        fill: root.chosen ? Theme.colour.civic : Theme.colour.surface
        pressedFill: root.chosen ? Theme.colour.stepPressed : Theme.colour.pressed
        thickness: root.chosen ? Theme.colour.stepThickness : Theme.colour.thickness
    }
    Item {
        anchors.left: parent.left
        anchors.leftMargin: Theme.size.gap8
        anchors.right: parent.right
        anchors.rightMargin: Theme.size.gap6
        height: face.contentHeight
        y: face.contentTop

        Words {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            color: root.wordsColour
            font.pixelSize: Theme.type.row
            strong: true
            text: root.label
        }
        Words {
            anchors.left: words.right
            anchors.leftMargin: Theme.size.gap6
            anchors.right: tick.left
            anchors.rightMargin: Theme.size.gap4
            anchors.verticalCenter: parent.verticalCenter
            color: root.wordsColour
            lines: 1
            text: root.note
            visible: !Theme.elder
        }
        Icon {
            id: tick

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            color: root.wordsColour
            glyph: Theme.icon.checkFilled
            visible: root.chosen
        }
    }
}
