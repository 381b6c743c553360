// A key's name in its frame. Always the last thing in what it presses.
import QtQuick
import Kiosk.Theme

Rectangle {
    id: root

    required property string label
    property color ink: Theme.colour.inkQuiet

    border.color: ink
    border.width: StaffTheme.line
    color: Theme.colour.none
    implicitHeight: StaffTheme.cap
    implicitWidth: Math.max(StaffTheme.cap, words.implicitWidth + 2 * StaffTheme.gap6)
    radius: StaffTheme.capRadius

    Line {
        id: words

        anchors.centerIn: parent
        color: root.ink
        font.pixelSize: StaffTheme.keycap
        text: root.label
    }
}
