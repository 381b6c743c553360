// The time of the figures beside it.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property string toldAt

    height: DisplayTheme.foot

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.inkQuiet
        glyph: Theme.icon.clock
        size: DisplayTheme.awayClock
        x: DisplayTheme.margin
    }
    Words {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.inkQuiet
        font.pixelSize: DisplayTheme.lineWords
        lineHeight: DisplayTheme.lineHeight
        text: qsTr("%1 时\n在等的人").arg(root.toldAt)
        x: DisplayTheme.margin + DisplayTheme.awayClockIn
    }
}
