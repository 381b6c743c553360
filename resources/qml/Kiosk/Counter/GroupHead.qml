// The head of a group in a list: what and how many, and what to do with it.
import QtQuick
import Kiosk.Theme

Rectangle {
    id: root

    required property string title
    property string note

    color: StaffTheme.wash
    implicitHeight: StaffTheme.groupHead

    Line {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: StaffTheme.second
        strong: true
        text: root.title
        x: StaffTheme.gap12
    }
    Line {
        anchors.left: words.right
        anchors.leftMargin: StaffTheme.gap12
        anchors.right: parent.right
        anchors.rightMargin: StaffTheme.gap12
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.inkQuiet
        font.pixelSize: StaffTheme.second
        horizontalAlignment: Text.AlignRight
        text: root.note
    }
}
