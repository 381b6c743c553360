// A key and its word at the foot of the window.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string label
    required property string cap

    activeFocusOnTab: false
    description: cap
    height: StaffTheme.button
    name: label
    reach: 0
    ringRadius: StaffTheme.radius
    width: words.width

    Row {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        spacing: StaffTheme.gap8

        Keycap {
            anchors.verticalCenter: parent.verticalCenter
            label: root.cap
        }
        Line {
            anchors.verticalCenter: parent.verticalCenter
            color: root.down ? Theme.colour.civic : Theme.colour.inkQuiet
            font.pixelSize: StaffTheme.second
            text: root.label
        }
    }
}
