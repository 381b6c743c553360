// The ground of one row in a board: its hairline above, and the pressed colour, rounded where the board is.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property bool first
    required property bool last
    required property bool down
    // A row without rounded corners above is not the first of its board, or stands under a heading.
    property bool roundedTop: first

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.size.edge
        anchors.topMargin: root.roundedTop ? Theme.size.edge : 0
        anchors.bottomMargin: root.last ? Theme.size.edge : 0
        bottomLeftRadius: root.last ? radius : 0
        bottomRightRadius: root.last ? radius : 0
        color: Theme.colour.pressed
        radius: Theme.size.radius - Theme.size.edge
        topLeftRadius: root.roundedTop ? radius : 0
        topRightRadius: root.roundedTop ? radius : 0
        visible: root.down
    }
    Hairline {
        visible: !root.first
        width: parent.width - 2 * Theme.size.edge
        x: Theme.size.edge
    }
}
