// One icon of the one icon face. Never alone: a word stands beside it, so it is hidden from screen readers.
import QtQuick
import Kiosk.Theme

Text {
    id: root

    required property string glyph
    property real size: Theme.size.icon

    Accessible.ignored: true
    color: Theme.colour.icon
    font.family: Theme.iconFamily
    font.pixelSize: size
    height: size
    horizontalAlignment: Text.AlignHCenter
    text: glyph
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    width: size
}
