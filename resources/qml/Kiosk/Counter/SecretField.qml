// Where a password, a code or a staff number is typed. It holds no focus and no text of its own: the keys are the console's.
import QtQuick
import Kiosk.Theme

Rectangle {
    id: root

    required property string title
    required property string text
    property real size: StaffTheme.page

    Accessible.name: title
    Accessible.role: Accessible.EditableText
    border.color: Theme.colour.ink
    border.width: StaffTheme.focusLine
    color: Theme.colour.surface
    radius: StaffTheme.radius

    Rectangle {
        anchors.fill: parent
        anchors.margins: -StaffTheme.ringLine
        border.color: Theme.colour.gold
        border.width: StaffTheme.ringLine
        color: Theme.colour.none
        radius: StaffTheme.radius + StaffTheme.ringLine
    }
    Line {
        anchors.left: parent.left
        anchors.margins: StaffTheme.gap16
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        elide: Text.ElideLeft
        font.pixelSize: root.size
        text: root.text
    }
}
