// A line on the ink panel: what, and how it is.
import QtQuick
import Kiosk.Theme

Item {
    id: root

    required property string label
    required property string words

    implicitHeight: StaffTheme.head
    visible: words

    Rectangle {
        color: StaffTheme.onInkLine
        height: StaffTheme.line
        width: parent.width
    }
    Line {
        id: what

        anchors.verticalCenter: parent.verticalCenter
        color: StaffTheme.onInkQuiet
        font.pixelSize: StaffTheme.body
        text: root.label
    }
    Line {
        anchors.left: what.right
        anchors.leftMargin: StaffTheme.gap12
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        color: StaffTheme.onInk
        font.pixelSize: StaffTheme.body
        horizontalAlignment: Text.AlignRight
        text: root.words
    }
}
