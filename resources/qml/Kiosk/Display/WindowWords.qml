// 到 3 号窗口: the figure large, the words beside it, on one line of type.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Row {
    id: root

    required property string counter
    required property int counterSize
    required property int toSize
    required property int windowSize
    property color colour: Theme.colour.ink

    spacing: DisplayTheme.plateGap

    Words {
        anchors.baseline: figure.baseline
        color: root.colour
        font.pixelSize: root.toSize
        lines: 1
        text: qsTr("到")
    }
    Words {
        id: figure

        color: root.colour
        font.pixelSize: root.counterSize
        lines: 1
        strong: true
        text: root.counter
    }
    Words {
        anchors.baseline: figure.baseline
        color: root.colour
        font.pixelSize: root.windowSize
        lines: 1
        strong: true
        text: qsTr("号窗口")
    }
}
