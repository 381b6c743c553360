// 上一页 · 第 2 页 · 下一页 in little room: side by side in a page's foot, or one above the other (`upright`) beside what is read.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property int page
    required property int pages
    property bool upright: false
    property real buttonWidth: Theme.size.readingButton
    property real buttonHeight: height

    // One above the other the buttons leave room for the figures; without it for two lines they have no icon.
    readonly property bool figured: upright ? height >= middle.height + 2 * (Theme.size.target + Theme.size.gap3) : width >= middle.width + 2 * buttonWidth
    readonly property real tall: upright ? Math.min(buttonHeight, (height - (figured ? middle.height : 0)) / 2 - Theme.size.gap3) : buttonHeight
    readonly property bool pictured: tall >= Theme.size.icon + 1.3 * Theme.type.fact + Theme.size.gap4

    signal previous
    signal next

    Button {
        available: root.page > 1
        glyph: root.pictured ? Theme.icon.previous : ""
        height: root.tall
        label: qsTr("上一页")
        labelSize: Theme.type.fact
        stacked: root.pictured
        width: root.buttonWidth

        onActivated: root.previous()
    }
    Column {
        id: middle

        anchors.centerIn: parent
        visible: root.figured
        spacing: Theme.type.growth > 1 ? Theme.size.gap2 : Theme.size.gap4

        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            font.pixelSize: Theme.type.fact
            strong: true
            text: qsTr("第 %1 页").arg(root.page)
        }
        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.colour.inkQuiet
            text: qsTr("共 %1 页").arg(root.pages)
            visible: root.upright || root.height >= 2.4 * Theme.type.fact
        }
    }
    Button {
        available: root.page < root.pages
        glyph: root.pictured ? Theme.icon.next : ""
        height: root.tall
        label: qsTr("下一页")
        labelSize: Theme.type.fact
        stacked: root.pictured
        width: root.buttonWidth
        x: root.upright ? 0 : root.width - width
        y: root.upright ? root.height - height : 0

        onActivated: root.next()
    }
}
