// A sheet for reading: a hairline, no thickness, never pressed.
import QtQuick
import Kiosk.Theme

Rectangle {
    border.color: Theme.colour.hairline
    border.width: Theme.size.hairline
    color: Theme.colour.surface
    radius: Theme.size.radius
}
