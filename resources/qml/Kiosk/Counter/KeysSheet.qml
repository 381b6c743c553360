// All keys of the console, over the window.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.CounterModels

Rectangle {
    id: root

    required property ConsoleViewModel desk
    required property SheetsViewModel sheets

    color: Theme.colour.paper

    Line {
        id: title

        font.pixelSize: StaffTheme.item
        strong: true
        text: qsTr("全部按键")
        x: StaffTheme.gap32
        y: StaffTheme.gap24
    }
    Line {
        anchors.baseline: title.baseline
        anchors.left: title.right
        anchors.leftMargin: StaffTheme.gap24
        color: Theme.colour.inkQuiet
        font.pixelSize: StaffTheme.second
        text: qsTr("按住不放只算一下，一秒内按两下也只算一下。别的程序在前面的时候，先点一下这个窗口再按。")
    }
    StaffButton {
        anchors.right: parent.right
        anchors.rightMargin: StaffTheme.gap32
        anchors.verticalCenter: title.verticalCenter
        cap: "Esc"
        label: qsTr("关上")

        onActivated: root.desk.wish("close")
    }
    Row {
        id: columns

        readonly property real column: (width - 2 * spacing) / 3

        anchors.fill: parent
        anchors.leftMargin: StaffTheme.gap32
        anchors.rightMargin: StaffTheme.gap32
        anchors.topMargin: title.y + title.height + StaffTheme.gap24
        spacing: StaffTheme.gap32

        Repeater {
            model: root.sheets.columns

            Column {
                id: one

                required property var modelData

                width: columns.column

                Repeater {
                    model: one.modelData

                    Item {
                        id: line

                        required property string caps
                        required property string does
                        required property string when

                        height: caps ? StaffTheme.keyLine : StaffTheme.head
                        width: one.width

                        Line {
                            anchors.bottom: parent.bottom
                            anchors.bottomMargin: StaffTheme.gap8
                            font.pixelSize: StaffTheme.card
                            strong: true
                            text: line.does
                            visible: !line.caps
                        }
                        Rectangle {
                            color: Theme.colour.hairline
                            height: StaffTheme.line
                            visible: line.caps
                            width: parent.width
                        }
                        Keycaps {
                            anchors.verticalCenter: parent.verticalCenter
                            ink: Theme.colour.ink
                            label: line.caps
                            visible: line.caps
                        }
                        Line {
                            id: does

                            anchors.left: parent.left
                            anchors.leftMargin: StaffTheme.keyCaps
                            anchors.right: when.left
                            anchors.rightMargin: StaffTheme.gap8
                            anchors.verticalCenter: parent.verticalCenter
                            font.pixelSize: StaffTheme.second
                            text: line.does
                            visible: line.caps
                        }
                        Line {
                            id: when

                            anchors.right: parent.right
                            anchors.verticalCenter: parent.verticalCenter
                            color: Theme.colour.inkQuiet
                            font.pixelSize: StaffTheme.keycap
                            text: line.when
                        }
                    }
                }
            }
        }
    }
}
