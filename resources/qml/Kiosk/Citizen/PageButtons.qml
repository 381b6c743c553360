// 上一页 · 第 2 页 / 共 8 页 · 下一页. With one page there is nothing to press and nothing is shown; the place is kept.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property int page
    required property int pages
    property color accent: Theme.colour.civic

    signal previous
    signal next

    height: Theme.size.pageButton

    PageButton {
        accent: root.accent
        available: root.page > 1
        label: qsTr("上一页")
        visible: root.pages > 1

        onActivated: root.previous()
    }
    Row {
        anchors.centerIn: parent
        spacing: Theme.size.gap2
        visible: root.pages > 1

        Words {
            anchors.baseline: number.baseline
            text: qsTr("第")
        }
        Words {
            id: number

            font.pixelSize: Theme.type.lead
            strong: true
            text: root.page
        }
        Words {
            anchors.baseline: number.baseline
            text: qsTr("页 / 共")
        }
        Words {
            font.pixelSize: Theme.type.lead
            strong: true
            text: root.pages
        }
        Words {
            anchors.baseline: number.baseline
            text: qsTr("页")
        }
    }
    PageButton {
        accent: root.accent
        anchors.right: parent.right
        available: root.page < root.pages
        forward: true
        label: qsTr("下一页")
        visible: root.pages > 1

        onActivated: root.next()
    }
}
