// 刚才叫过: the last six, latest first.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property QtObject calls
    required property string title
    required property bool away
    readonly property real rowTall: away ? DisplayTheme.awayLastRow : DisplayTheme.lastRow
    readonly property real head: away ? DisplayTheme.awayLastHead : DisplayTheme.lastHead

    height: head + 6 * rowTall
    width: DisplayTheme.lastWide

    Words {
        color: Theme.colour.inkQuiet
        font.pixelSize: DisplayTheme.lastWords
        lines: 1
        text: root.title
        y: (root.head - height) / 2
    }
    Repeater {
        model: root.calls

        Item {
            id: row

            required property int index
            required property string number
            required property string counter

            height: root.rowTall
            width: root.width
            y: root.head + index * root.rowTall

            Hairline {
                width: parent.width
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: root.away ? DisplayTheme.awayLastNumber : DisplayTheme.lastNumber
                lines: 1
                strong: true
                text: row.number
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colour.inkQuiet
                glyph: Theme.icon.forward
                size: DisplayTheme.lastArrowSize
                x: DisplayTheme.lastArrow
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: root.away ? DisplayTheme.awayLastNumber : DisplayTheme.lastNumber
                lines: 1
                strong: true
                text: row.counter
                x: window.x - DisplayTheme.gap - width
            }
            Words {
                id: window

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: root.away ? DisplayTheme.awayLastWindow : DisplayTheme.lastWindow
                lines: 1
                text: qsTr("号窗口")
            }
        }
    }
}
