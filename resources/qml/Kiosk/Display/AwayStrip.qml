// 信息更新于: what is shown is old, and who calls meanwhile.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Rectangle {
    id: root

    required property string toldAt

    color: Theme.colour.callGround
    height: DisplayTheme.strip
    radius: DisplayTheme.radius
    width: DisplayTheme.width - 2 * DisplayTheme.margin

    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: DisplayTheme.plateGap
        x: DisplayTheme.stripIn

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colour.gold
            glyph: Theme.icon.clockAlert
            size: DisplayTheme.stripIcon
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colour.callWords
            font.pixelSize: DisplayTheme.stripTitle
            lines: 1
            strong: true
            text: root.toldAt ? qsTr("信息更新于 %1").arg(root.toldAt) : qsTr("排队信息暂时看不到")
        }
    }
    Words {
        anchors.right: parent.right
        anchors.rightMargin: DisplayTheme.stripIn
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.callWords
        font.pixelSize: DisplayTheme.stripWords
        lines: 1
        text: qsTr("叫号不停，请听窗口工作人员叫号")
    }
    Repeater {
        model: [DisplayTheme.pegIn, root.width - DisplayTheme.pegIn]

        Hung {
            required property real modelData

            ground: root.color
            x: modelData
        }
    }
}
