// A thin line between things that are read together.
import QtQuick
import Kiosk.Theme

Rectangle {
    color: Theme.colour.hairline
    height: Theme.size.hairline
}
