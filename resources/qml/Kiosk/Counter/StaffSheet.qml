// A sheet of the window. The gold ring says where the keys go.
import QtQuick
import Kiosk.Theme

Rectangle {
    id: root

    property bool here: false

    border.color: here ? Theme.colour.ink : Theme.colour.hairline
    border.width: here ? StaffTheme.focusLine : StaffTheme.line
    color: Theme.colour.surface
    radius: StaffTheme.sheetRadius

    Rectangle {
        anchors.fill: parent
        anchors.margins: -StaffTheme.ringLine
        border.color: Theme.colour.gold
        border.width: StaffTheme.ringLine
        color: Theme.colour.none
        radius: root.radius + StaffTheme.ringLine
        visible: root.here
    }
}
