// The product's sign: three order boards on a beam.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

Rectangle {
    id: root

    readonly property real step: width / 14

    Accessible.ignored: true
    color: Theme.colour.contrast ? Theme.colour.black : Theme.colour.civic
    border.color: Theme.colour.civic
    border.width: Theme.size.edge
    radius: width / 6

    Rectangle {
        color: Theme.colour.peg
        height: root.step
        width: root.step * 10
        x: root.step * 2
        y: root.step * 3
    }
    Repeater {
        model: [0, 1, 2]

        Rectangle {
            required property int index

            color: Theme.colour.white
            height: root.step * (index === 1 ? 6 : 5)
            radius: root.step / 3
            width: root.step * 2.4
            x: root.step * (2.6 + index * 3.2)
            y: root.step * 4.6
        }
    }
}
