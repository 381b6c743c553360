// The door to search: looks like a field, is one button.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string label
    property string hint
    property color accent: Theme.colour.civic

    height: Theme.size.searchBar
    name: label

    Face {
        id: face

        anchors.fill: parent
        down: root.down
    }
    Words {
        id: asked

        anchors.left: parent.left
        anchors.leftMargin: Theme.size.gap8 + Theme.size.gap2
        color: Theme.colour.inkQuiet
        font.pixelSize: Theme.type.row
        height: face.contentHeight
        lines: 1
        text: root.label
        verticalAlignment: Text.AlignVCenter
        y: face.contentTop
    }
    Words {
        anchors.right: glass.left
        anchors.rightMargin: Theme.size.gap8
        color: Theme.colour.inkQuiet
        height: face.contentHeight
        text: root.hint
        visible: asked.implicitWidth + implicitWidth + glass.width + 4 * Theme.size.gap8 <= root.width
        verticalAlignment: Text.AlignVCenter
        y: face.contentTop
    }
    Item {
        id: glass

        anchors.right: parent.right
        clip: true
        height: face.contentHeight
        width: height * 1.36
        y: face.contentTop

        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: -radius
            color: root.accent
            radius: Theme.size.radius
        }
        Icon {
            anchors.centerIn: parent
            color: Theme.colour.selectedWords
            glyph: Theme.icon.search
            size: Theme.size.iconBoard
        }
    }
}
