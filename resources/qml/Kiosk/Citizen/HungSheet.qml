// A sheet that hangs from the beam: rings where the cords of these pegs end. Only for reading.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Sheet {
    id: root

    // Middles of the rings, from the sheet's left edge.
    required property list<real> rings

    Repeater {
        model: root.rings

        Eyelet {
            required property real modelData

            x: modelData
            y: Theme.size.eyeletTop + Theme.size.eyelet
        }
    }
}
