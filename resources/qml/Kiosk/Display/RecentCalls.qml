// 最近叫到: the last call and the two before it, while a list has the board's place.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Rectangle {
    id: root

    required property QtObject calls

    color: Theme.colour.callGround
    height: DisplayTheme.foot
    width: DisplayTheme.recent

    Words {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.callQuiet
        font.pixelSize: DisplayTheme.rowDetail
        lineHeight: DisplayTheme.lineHeight
        text: qsTr("最近\n叫到")
        x: DisplayTheme.margin
    }
    Rectangle {
        color: Theme.colour.callLine
        height: DisplayTheme.recentLineTall
        width: DisplayTheme.hairline
        x: DisplayTheme.recentLine
        y: DisplayTheme.recentLineTop
    }
    Repeater {
        model: root.calls

        Column {
            id: call

            required property int index
            required property string number
            required property string counter
            readonly property bool latest: index === 0

            spacing: DisplayTheme.gap
            x: latest ? DisplayTheme.recentAt : DisplayTheme.recentNext + (index - 1) * DisplayTheme.recentStep
            y: (root.height - height) / 2

            Words {
                color: call.latest ? Theme.colour.callWords : Theme.colour.callQuiet
                font.pixelSize: (call.latest ? DisplayTheme.recentNumber : DisplayTheme.recentLesser) * Math.min(1, 4 / Math.max(1, call.number.length))
                lines: 1
                strong: true
                text: call.number
            }
            Words {
                color: call.latest ? Theme.colour.callWords : Theme.colour.callQuiet
                font.pixelSize: DisplayTheme.recentWindow
                lines: 1
                text: qsTr("%1 号窗口").arg(call.counter)
            }
        }
    }
}
