// Where a ticket is torn off: a dashed line between two half-round notches in the ground's colour.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

Item {
    id: root

    required property real stubX

    Repeater {
        model: Math.max(0, Math.floor((root.height - 2 * Theme.size.notch) / Theme.size.gap3))

        Rectangle {
            required property int index

            color: Theme.colour.cutLine
            height: Theme.size.gap2
            width: Theme.size.cord
            x: root.stubX - width / 2
            y: Theme.size.notch + index * Theme.size.gap3
        }
    }
    Repeater {
        model: 2

        Rectangle {
            required property int index

            color: Theme.colour.paper
            height: Theme.size.notch
            radius: height / 2
            width: height
            x: root.stubX - width / 2
            y: index === 0 ? -height / 2 : root.height - height / 2
        }
    }
}
