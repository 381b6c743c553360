// One page of a form on its white sheet: whole, or enlarged to the sheet's width and shown part by part, each part lapping over the one before.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Rectangle {
    id: root

    required property string source
    // Why there is no picture.
    required property string away
    required property string name
    required property bool enlarged
    // Counted from 1, along the lines.
    required property int part
    readonly property real roomWide: width - 2 * Theme.size.edge
    readonly property real roomHigh: height - 2 * Theme.size.edge
    readonly property real shape: picture.implicitHeight > 0 ? picture.implicitWidth / picture.implicitHeight : 1
    readonly property real wholeWidth: Math.min(roomWide, roomHigh * shape)
    readonly property real largeWidth: Math.max(roomWide, wholeWidth * Theme.size.formGrowth)
    readonly property int across: parts(largeWidth, roomWide)
    readonly property int down: parts(largeWidth / shape, roomHigh)
    readonly property int column: (part - 1) % across
    readonly property int row: Math.floor((part - 1) / across)
    readonly property bool ready: picture.status === Image.Ready
    // What the page is made of while it is enlarged; 0 as long as nobody knows.
    readonly property int count: ready && enlarged ? across * down : 0

    function parts(whole: real, room: real): int {
        return Math.max(1, Math.ceil(whole / room - 0.02));
    }
    function start(whole: real, room: real, index: int, count: int): real {
        return count > 1 ? -(whole - room) * Math.min(index, count - 1) / (count - 1) : (room - whole) / 2;
    }

    border.color: Theme.colour.hairline
    border.width: Theme.size.hairline
    color: ready && !away ? Theme.colour.white : Theme.colour.surface
    radius: Theme.size.radius

    Item {
        anchors.fill: parent
        anchors.margins: Theme.size.edge
        clip: root.enlarged

        Image {
            id: picture

            Accessible.name: root.name
            Accessible.role: Accessible.Graphic
            asynchronous: true
            cache: false
            height: width / root.shape
            source: root.source
            // Whole pages are read at the size they are shown in: drawn down by the screen, thin lines would break.
            sourceSize: root.enlarged ? undefined : Qt.size(root.roomWide, root.roomHigh)
            visible: root.ready && !root.away
            width: root.enlarged ? root.largeWidth : root.wholeWidth
            x: root.enlarged ? root.start(width, root.roomWide, root.column, root.across) : (root.roomWide - width) / 2
            y: root.enlarged ? root.start(height, root.roomHigh, root.row, root.down) : (root.roomHigh - height) / 2
        }
    }
    Column {
        anchors.centerIn: parent
        spacing: Theme.size.gap4
        visible: root.away || !root.ready
        width: parent.width - 2 * Theme.size.rowInset

        Words {
            color: root.away ? Theme.colour.ink : Theme.colour.inkQuiet
            font.pixelSize: Theme.type.lead
            horizontalAlignment: Text.AlignHCenter
            strong: root.away
            text: root.away ? root.away : qsTr("正在打开")
            width: parent.width
        }
        Words {
            font.pixelSize: Theme.type.fact
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("请到窗口要一张，也可以找金小二")
            visible: root.away
            width: parent.width
        }
    }
}
