// One of a few boards to choose from, on two cords: icon over one or two lines. The chosen one is filled and ticked.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string first
    property string second
    required property string note
    required property string glyph
    required property bool chosen
    property list<real> rings
    readonly property color wordsColour: chosen ? Theme.colour.selectedWords : Theme.colour.ink

    checkable: true
    checked: chosen
    height: Theme.size.classBoard

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
        height: face.contentHeight
        width: parent.width
        y: face.contentTop

        Repeater {
            model: root.rings

            Eyelet {
                required property real modelData

                ground: root.chosen ? Theme.colour.surface : Theme.colour.paper
                x: modelData
                y: Theme.size.eyeletTop + Theme.size.eyelet / 2
            }
        }
        Icon {
            anchors.right: parent.right
            anchors.rightMargin: Theme.size.gap4
            color: root.wordsColour
            glyph: Theme.icon.checkFilled
            size: Theme.size.iconBoard
            visible: root.chosen
            y: icon.y
        }
        Icon {
            id: icon

            anchors.horizontalCenter: parent.horizontalCenter
            color: root.chosen ? Theme.colour.selectedWords : Theme.colour.icon
            glyph: root.glyph
            size: Theme.size.iconBoard
            y: Theme.size.eyeletTop + (Theme.portrait ? Theme.size.gap6 : Theme.size.gap3)
        }
        Column {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.portrait ? Theme.size.gap3 : Theme.size.gap2
            y: (icon.y + icon.height + parent.height - height) / 2

            Words {
                anchors.horizontalCenter: parent.horizontalCenter
                color: root.wordsColour
                font.pixelSize: Theme.type.row
                strong: true
                text: root.first
            }
            Words {
                anchors.horizontalCenter: parent.horizontalCenter
                color: root.wordsColour
                font.pixelSize: root.second ? Theme.type.row : Theme.type.body
                strong: root.second
                text: root.second ? root.second : root.note
                visible: text
            }
        }
    }
}
