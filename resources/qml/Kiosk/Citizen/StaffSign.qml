// A small sign for staff on the home screen: the printer wants something. Quiet, and a way to the pictures that show what to do.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string words
    // Without room for the words the icon stands alone; screen readers hear them all the same.
    required property real room
    readonly property real wordyWidth: icon.width + line.spacing + label.implicitWidth + 2 * Theme.size.gap3
    readonly property bool wordy: wordyWidth <= room

    height: Theme.size.target
    name: qsTr("给工作人员：") + words
    width: wordy ? wordyWidth : Theme.size.target

    Rectangle {
        anchors.fill: parent
        border.color: Theme.colour.edge
        border.width: Theme.size.edge
        color: root.down ? Theme.colour.pressed : Theme.colour.staff
        radius: Theme.size.tagRadius
    }
    Row {
        id: line

        anchors.centerIn: parent
        spacing: Theme.size.gap2

        Icon {
            id: icon

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colour.ink
            glyph: Theme.icon.printerBroken
            size: Theme.size.iconSmall
        }
        Words {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            text: root.words
            visible: root.wordy
        }
    }
}
