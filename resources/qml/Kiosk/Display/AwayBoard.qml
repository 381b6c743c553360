// The last call that is known, in outline: old, and it says so.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Rectangle {
    id: root

    required property string number
    required property string counter
    required property string toldAt

    border.color: Theme.colour.edge
    border.width: DisplayTheme.edge
    color: Theme.colour.surface
    height: DisplayTheme.awayBoard
    radius: DisplayTheme.radius
    width: DisplayTheme.board

    Words {
        color: Theme.colour.inkQuiet
        font.pixelSize: DisplayTheme.awayHead
        lines: 1
        text: qsTr("%1 最后叫到").arg(root.toldAt)
        visible: root.number
        x: DisplayTheme.awayIn
        y: DisplayTheme.wordsTop
    }
    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        font.pixelSize: DisplayTheme.awayNumber * Math.min(1, 4 / Math.max(1, root.number.length))
        lines: 1
        strong: true
        text: root.number
        visible: root.number
        y: DisplayTheme.awayNumberMiddle - height / 2
    }
    Hairline {
        visible: root.number
        width: parent.width - 2 * DisplayTheme.awayIn
        x: DisplayTheme.awayIn
        y: DisplayTheme.awayLine
    }
    WindowWords {
        anchors.horizontalCenter: parent.horizontalCenter
        counter: root.counter
        counterSize: DisplayTheme.awayCounter
        toSize: DisplayTheme.awayTo
        visible: root.number
        windowSize: DisplayTheme.awayWindow
        y: DisplayTheme.awayLine + (root.height - DisplayTheme.awayLine - height) / 2
    }
    Words {
        anchors.centerIn: parent
        font.pixelSize: DisplayTheme.closedTitle
        horizontalAlignment: Text.AlignHCenter
        strong: true
        text: qsTr("请听窗口\n工作人员叫号")
        visible: !root.number
    }
}
