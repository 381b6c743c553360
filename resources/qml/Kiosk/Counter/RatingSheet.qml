// The counter's 好差评 code, large, for the citizen on the other side.
import QtQuick
import Kiosk.Theme
import Kiosk.CounterModels

Rectangle {
    id: root

    required property ConsoleViewModel desk
    required property SheetsViewModel sheets

    color: Theme.colour.surface

    Column {
        anchors.centerIn: parent
        spacing: StaffTheme.gap24

        Line {
            anchors.horizontalCenter: parent.horizontalCenter
            font.pixelSize: StaffTheme.help
            strong: true
            text: root.sheets.ratingSource ? qsTr("请给 %1 号窗口评一评").arg(root.desk.counterText) : qsTr("%1 号窗口还没有好差评码").arg(root.desk.counterText)
        }
        Image {
            id: code

            readonly property int dot: Math.max(1, Math.floor(StaffTheme.ratingCode / Math.max(1, root.sheets.ratingModules)))

            Accessible.name: qsTr("好差评二维码")
            Accessible.role: Accessible.Graphic
            anchors.horizontalCenter: parent.horizontalCenter
            fillMode: Image.PreserveAspectFit
            height: width
            smooth: false
            source: root.sheets.ratingSource
            visible: root.sheets.ratingSource
            width: dot * root.sheets.ratingModules
        }
        Line {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.colour.inkQuiet
            font.pixelSize: StaffTheme.card
            horizontalAlignment: Text.AlignHCenter
            lines: 2
            text: root.sheets.ratingSource ? qsTr("用手机扫一扫，通向 %1").arg(root.sheets.ratingHost) : qsTr("请管理员用 kiosk rating-code import 把官方的码装上。")
        }
        StaffButton {
            anchors.horizontalCenter: parent.horizontalCenter
            cap: "Esc"
            label: qsTr("收起来")

            onActivated: root.desk.wish("close")
        }
    }
}
