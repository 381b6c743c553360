// A peg on the beam, its cord, and the ring of the board under it. `x` is their middle; `y` 0 the board's upper edge.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    property alias ground: ring.ground
    readonly property real drop: DisplayTheme.main - DisplayTheme.header - Theme.size.beamWhole

    Hanger {
        length: root.drop + DisplayTheme.gap / 2
        y: -root.drop
    }
    Eyelet {
        id: ring

        y: DisplayTheme.gap
    }
}
