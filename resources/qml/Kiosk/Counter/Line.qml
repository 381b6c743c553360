// One line of a clerk's words, or a few where `lines` says so.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Words {
    font.pixelSize: StaffTheme.row
    lineHeight: StaffTheme.lineHeight
    lines: 1
}
