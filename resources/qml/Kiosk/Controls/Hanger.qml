// A gold peg on the beam and the cord that hangs from it. `x` is the middle of the peg; `length` reaches from the beam's lower edge.
import QtQuick
import Kiosk.Theme

Item {
    id: root

    property real length: 0

    Rectangle {
        color: Theme.colour.cord
        height: root.length
        visible: root.length > 0
        width: Theme.size.cord
        x: -width / 2
    }
    Rectangle {
        color: Theme.colour.peg
        height: Theme.size.pegHeight
        radius: Theme.size.pegWidth / 4
        width: Theme.size.pegWidth
        x: -width / 2
        y: -Theme.size.beamWhole + Theme.size.pegDrop
    }
}
