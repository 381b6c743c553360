// The wooden beam: above it is for looking, below it for touching.
import QtQuick
import Kiosk.Theme

Rectangle {
    color: Theme.colour.beamLow
    height: Theme.size.beamWhole

    Rectangle {
        color: Theme.colour.beam
        height: Theme.size.beam
        width: parent.width
    }
}
