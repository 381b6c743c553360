// The street behind the beam: low behind the home screen's words, its own drawing for wide screens.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Picture {
    id: root

    file: Theme.portrait ? "street-home" : "street-wide"
    height: Theme.size.streetHome
}
