// 上一页 · 第 2 页 / 共 8 页 · 下一页. With one page there is nothing to press and nothing is shown; the place is kept.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property int page
    required property int pages
    property color accent: Theme.colour.civic

    // Two short lines between the buttons where one has no room.
    readonly property bool twoLines: line.implicitWidth + 2 * (Theme.size.pageButtonWidth + Theme.size.gap3) > width
    readonly property real buttonWidth: Math.min(Theme.size.pageButtonWidth, (width - (twoLines ? both.implicitWidth : line.implicitWidth)) / 2 - Theme.size.gap3)

    signal previous
    signal next

    height: Theme.size.pageButton

    PageButton {
        accent: root.accent
        available: root.page > 1
        label: qsTr("上一页")
        visible: root.pages > 1
        width: root.buttonWidth

        onActivated: root.previous()
    }
    Column {
        id: both

        anchors.centerIn: parent
        spacing: Theme.size.gap2
        visible: root.pages > 1 && root.twoLines

        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            lineHeight: Theme.type.tightLineHeight
            strong: true
            text: qsTr("第 %1 页").arg(root.page)
        }
        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.colour.inkQuiet
            lineHeight: Theme.type.tightLineHeight
            text: qsTr("共 %1 页").arg(root.pages)
        }
    }
    Row {
        id: line

        anchors.centerIn: parent
        spacing: Theme.size.gap2
        visible: root.pages > 1 && !root.twoLines

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
        width: root.buttonWidth

        onActivated: root.next()
    }
}
