// A small word on a tint: 可帮办, 原件, 不用开. Not pressable.
import QtQuick
import Kiosk.Theme

Rectangle {
    id: root

    required property string label
    property string glyph
    property color wordsColour: Theme.colour.ink
    property bool strong: false

    border.color: Theme.colour.contrast ? Theme.colour.edge : Theme.colour.none
    border.width: Theme.colour.contrast ? Theme.size.hairline : 0
    color: Theme.colour.tintGold
    implicitHeight: Theme.size.tag
    implicitWidth: line.implicitWidth + 2 * Theme.size.gap3
    radius: Theme.size.tagRadius

    Row {
        id: line

        anchors.centerIn: parent
        spacing: Theme.size.gap2

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: root.wordsColour
            glyph: root.glyph
            size: Theme.size.iconSmall
            visible: root.glyph
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: root.wordsColour
            strong: root.strong
            text: root.label
        }
    }
}
