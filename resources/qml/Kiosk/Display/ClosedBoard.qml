// No window is open: said calmly, and when there is one again.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Rectangle {
    id: root

    required property string reason
    required property string week

    border.color: Theme.colour.edge
    border.width: DisplayTheme.edge
    color: Theme.colour.surface
    height: DisplayTheme.mainHeight
    radius: DisplayTheme.radius
    width: DisplayTheme.board

    Column {
        anchors.centerIn: parent
        spacing: DisplayTheme.margin
        width: parent.width - 2 * DisplayTheme.awayIn

        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            font.pixelSize: DisplayTheme.closedTitle
            lines: 1
            strong: true
            text: qsTr("现在没有窗口开着")
        }
        Words {
            color: Theme.colour.ink
            font.pixelSize: DisplayTheme.closedWords
            horizontalAlignment: Text.AlignHCenter
            text: root.reason
            width: parent.width
        }
        Hairline {
            width: parent.width
        }
        Words {
            color: Theme.colour.inkQuiet
            font.pixelSize: DisplayTheme.closedWeek
            horizontalAlignment: Text.AlignHCenter
            text: root.week
            width: parent.width
        }
    }
    Repeater {
        model: [DisplayTheme.pegIn, root.width - DisplayTheme.pegIn]

        Hung {
            required property real modelData

            ground: root.color
            x: modelData
        }
    }
}
