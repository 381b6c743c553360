// Which windows are open: filled, outlined, pale, and in words; gold is the window of the call on the board.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property QtObject counters
    required property int count
    required property string title
    // Up to eight windows stand large in one row; more stand smaller, ten to a row, without words under them.
    readonly property bool small: count > 8
    readonly property int columns: small ? 10 : count
    readonly property real pitch: small ? DisplayTheme.smallCounterPitch : DisplayTheme.counterPitch
    readonly property real boxTall: small ? DisplayTheme.smallCounter : DisplayTheme.counterTall

    height: DisplayTheme.foot
    width: Math.max(DisplayTheme.countersLeast, columns * pitch - (pitch - (small ? DisplayTheme.smallCounter : DisplayTheme.counterBox)))

    Words {
        id: head

        font.pixelSize: DisplayTheme.countersTitle
        lines: 1
        text: root.title
    }
    Repeater {
        model: root.counters

        Item {
            id: box

            required property int index
            required property string number
            required property string stands
            required property string stateWords
            required property bool calling
            readonly property bool open: stands === "open"

            height: root.boxTall
            width: root.small ? DisplayTheme.smallCounter : DisplayTheme.counterBox
            x: (index % root.columns) * root.pitch
            y: head.height + DisplayTheme.gap / 2 + Math.floor(index / root.columns) * (height + DisplayTheme.counterGap)

            Rectangle {
                anchors.fill: parent
                border.color: box.calling ? Theme.colour.gold : box.open ? Theme.colour.callGround : box.stands === "paused" ? Theme.colour.edge : Theme.colour.away
                border.width: DisplayTheme.hairline
                color: box.calling ? Theme.colour.gold : box.open ? Theme.colour.callGround : box.stands === "paused" ? Theme.colour.surface : Theme.colour.away
                radius: DisplayTheme.counterRadius
            }
            Words {
                anchors.centerIn: parent
                color: box.calling ? Theme.colour.goldWords : box.open ? Theme.colour.callWords : Theme.colour.inkQuiet
                font.pixelSize: root.small ? DisplayTheme.smallCounterNumber : DisplayTheme.counterNumber
                lines: 1
                strong: box.open
                text: box.number
            }
            Words {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.top: parent.bottom
                anchors.topMargin: DisplayTheme.counterGap / 2
                color: Theme.colour.inkQuiet
                font.pixelSize: DisplayTheme.counterWords
                lines: 1
                text: box.stateWords
                visible: !root.small
            }
        }
    }
}
