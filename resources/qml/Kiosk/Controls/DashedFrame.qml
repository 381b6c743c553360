// "Not now": a grey ground in a dashed frame. The place is kept, nothing is thick. In high contrast also the frame of a tip.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

Item {
    id: root

    readonly property real dash: Theme.size.gap3
    readonly property int across: Math.max(1, Math.floor((width - 2 * Theme.size.radius) / (2 * dash)))
    readonly property int down: Math.max(1, Math.floor((height - 2 * Theme.size.radius) / (2 * dash)))

    Rectangle {
        anchors.fill: parent
        color: Theme.colour.away
        radius: Theme.size.radius
    }
    component Dashes: Repeater {
        id: dashes

        required property bool along
        required property bool far

        model: along ? root.across : root.down

        Rectangle {
            required property int index
            readonly property real start: Theme.size.radius + (index + 0.25) * ((dashes.along ? root.width : root.height) - 2 * Theme.size.radius) / dashes.count

            color: Theme.colour.awayEdge
            height: dashes.along ? Theme.size.edge : root.dash
            width: dashes.along ? root.dash : Theme.size.edge
            x: dashes.along ? start : (dashes.far ? root.width - width : 0)
            y: dashes.along ? (dashes.far ? root.height - height : 0) : start
        }
    }
    Dashes {
        along: true
        far: false
    }
    Dashes {
        along: true
        far: true
    }
    Dashes {
        along: false
        far: false
    }
    Dashes {
        along: false
        far: true
    }
}
