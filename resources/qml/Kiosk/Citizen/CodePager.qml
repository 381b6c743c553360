// 上一张 · 第 1 张，共 2 张 · 下一张. With one code there is nothing to press and nothing is shown; the place is kept.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property int code
    required property int codes

    signal previous
    signal next

    height: Theme.size.pageButton

    TextMetrics {
        id: length

        font.family: Theme.hanziFamily
        font.pixelSize: Theme.type.fact
        font.weight: Font.Bold
        text: qsTr("第 %1 张，共 %2 张").arg(root.code).arg(root.codes)
    }
    PageButton {
        available: root.code > 1
        label: qsTr("上一张")
        visible: root.codes > 1

        onActivated: root.previous()
    }
    Words {
        anchors.centerIn: parent
        font.pixelSize: Theme.type.fact
        strong: true
        text: length.advanceWidth + 2 * Theme.size.gap3 <= root.width - 2 * Theme.size.pageButtonWidth ? length.text : qsTr("%1 / %2").arg(root.code).arg(root.codes)
        visible: root.codes > 1 && implicitWidth + 2 * Theme.size.gap3 <= root.width - 2 * Theme.size.pageButtonWidth
    }
    PageButton {
        anchors.right: parent.right
        available: root.code < root.codes
        forward: true
        label: qsTr("下一张")
        visible: root.codes > 1

        onActivated: root.next()
    }
}
