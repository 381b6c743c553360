// The ring a cord is tied to. `x` and `y` are its middle.
import QtQuick
import Kiosk.Theme

Item {
    id: root

    property color ground: Theme.colour.surface

    Rectangle {
        border.color: Theme.colour.eyelet
        border.width: Theme.size.eyeletRing
        color: root.ground
        height: width
        radius: width / 2
        width: Theme.size.eyelet
        x: -width / 2
        y: -height / 2
    }
}
