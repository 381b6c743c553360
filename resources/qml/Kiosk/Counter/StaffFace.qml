// The face of a clerk's button: one edge, and a lower edge that is gone while it is pressed. What is not to be had is washed and flat.
import QtQuick
import Kiosk.Theme

Item {
    id: root

    property bool down: false
    property bool flat: false
    property color fill: Theme.colour.surface
    property color edge: Theme.colour.edge
    property color lower: Theme.colour.thickness
    property real lowerEdge: StaffTheme.bottomEdge
    readonly property real contentTop: down ? StaffTheme.drop : 0
    readonly property real contentHeight: height - (flat ? 0 : lowerEdge)

    Rectangle {
        color: root.lower
        height: parent.height - root.contentTop
        radius: StaffTheme.radius
        visible: !root.flat && !root.down
        width: parent.width
        y: root.contentTop
    }
    Rectangle {
        border.color: root.flat ? StaffTheme.wash : root.edge
        border.width: StaffTheme.line
        color: root.flat ? StaffTheme.wash : root.fill
        height: root.flat ? parent.height : parent.height - root.lowerEdge
        radius: StaffTheme.radius
        width: parent.width
        y: root.contentTop
    }
}
