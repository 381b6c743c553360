// The tick in the corner of a board that says: this was your answer.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Icon {
    anchors.right: parent.right
    anchors.rightMargin: Theme.size.gap6
    color: Theme.colour.civic
    glyph: Theme.icon.checkFilled
    size: Theme.size.iconBoard
    y: Theme.size.gap6
}
