// The call: the number on ink, the window on gold, hanging from the beam. It changes in one frame.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property string number
    required property string counter
    required property string line

    Accessible.name: qsTr("请 %1 到 %2 号窗口").arg(number).arg(counter)
    Accessible.role: Accessible.AlertMessage
    height: DisplayTheme.mainHeight
    width: DisplayTheme.board

    Rectangle {
        bottomLeftRadius: DisplayTheme.radius
        bottomRightRadius: DisplayTheme.radius
        color: Theme.colour.gold
        height: parent.height - DisplayTheme.boardInk
        width: parent.width
        y: DisplayTheme.boardInk
    }
    Rectangle {
        color: Theme.colour.callGround
        height: DisplayTheme.boardInk
        topLeftRadius: DisplayTheme.radius
        topRightRadius: DisplayTheme.radius
        width: parent.width

        Words {
            color: Theme.colour.callWords
            font.pixelSize: DisplayTheme.please
            lines: 1
            text: qsTr("请")
            x: DisplayTheme.boardIn
            y: DisplayTheme.wordsTop
        }
        Words {
            anchors.right: parent.right
            anchors.rightMargin: DisplayTheme.boardIn
            color: Theme.colour.callQuiet
            font.pixelSize: DisplayTheme.lineName
            lines: 1
            text: root.line
            y: DisplayTheme.wordsTop
        }
        Words {
            id: number

            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.colour.callWords
            font.pixelSize: DisplayTheme.number * Math.min(1, 4 / Math.max(1, root.number.length))
            lines: 1
            strong: true
            text: root.number
            y: DisplayTheme.numberMiddle - height / 2
        }
    }
    WindowWords {
        anchors.horizontalCenter: parent.horizontalCenter
        colour: Theme.colour.goldWords
        counter: root.counter
        counterSize: DisplayTheme.counter
        toSize: DisplayTheme.to
        windowSize: DisplayTheme.window
        y: DisplayTheme.boardInk + (root.height - DisplayTheme.boardInk - height) / 2
    }
    Repeater {
        model: [DisplayTheme.pegIn, root.width - DisplayTheme.pegIn]

        Hung {
            required property real modelData

            ground: Theme.colour.callGround
            x: modelData
        }
    }
}
