// The face of a board with its thickness: what can be pressed is thick, pressed it has dropped. Two rectangles, nothing else.
// What is not to be had now (`away`) is flat and dashed, and says why inside.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

Item {
    id: root

    property bool down: false
    property bool away: false
    property color fill: Theme.colour.surface
    property color pressedFill: Theme.colour.pressed
    property color edge: Theme.colour.edge
    property color thickness: Theme.colour.thickness
    property real radius: Theme.size.radius
    // The part of the face that content may use, whether it is up or down.
    readonly property real contentTop: down ? Theme.size.drop : 0
    readonly property real contentHeight: height - (away ? 0 : Theme.size.thickness)

    Rectangle {
        color: root.thickness
        height: parent.height / 2
        radius: root.radius
        visible: !root.away
        width: parent.width
        y: parent.height - height
    }
    Rectangle {
        border.color: root.edge
        border.width: Theme.size.edge
        color: root.down ? root.pressedFill : root.fill
        height: parent.height - Theme.size.thickness
        radius: root.radius
        visible: !root.away
        width: parent.width
        y: root.contentTop
    }
    Loader {
        active: root.away
        anchors.fill: parent

        sourceComponent: DashedFrame {
        }
    }
}
