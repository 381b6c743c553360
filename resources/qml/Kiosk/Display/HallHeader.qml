// Hall, date and time.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property string hallName
    required property string date
    required property string clock

    height: DisplayTheme.header

    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: DisplayTheme.gap
        x: DisplayTheme.margin

        Emblem {
            anchors.verticalCenter: parent.verticalCenter
            height: DisplayTheme.emblem
            width: DisplayTheme.emblem
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: DisplayTheme.hallName
            lines: 1
            strong: true
            text: root.hallName
        }
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: DisplayTheme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: DisplayTheme.plateGap + DisplayTheme.gap

        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colour.inkQuiet
            font.pixelSize: DisplayTheme.date
            lines: 1
            text: root.date
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: DisplayTheme.clock
            lines: 1
            strong: true
            text: root.clock
        }
    }
}
