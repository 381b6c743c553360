// The full window under the bar: lists · the number in hand · its guide and past; at the foot today's figures.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.CounterModels

Item {
    id: root

    required property ConsoleViewModel desk
    required property QueueViewModel queue
    required property MatterViewModel matter
    required property CounterGuideViewModel guide
    required property HelpPageViewModel help
    readonly property real middle: width - StaffTheme.listColumn - StaffTheme.sideColumn - 4 * StaffTheme.gap16

    QueueSheet {
        id: lists

        anchors.bottom: foot.top
        anchors.top: parent.top
        anchors.topMargin: StaffTheme.gap16
        here: root.desk.area === "queue"
        queue: root.queue
        width: StaffTheme.listColumn
        x: StaffTheme.gap16
    }
    MatterSheet {
        id: number

        anchors.bottom: foot.top
        anchors.left: lists.right
        anchors.leftMargin: StaffTheme.gap16
        anchors.top: lists.top
        desk: root.desk
        here: root.desk.area === "matter"
        matter: root.matter
        visible: !root.help.shown
        width: root.middle
    }
    GuideSheet {
        anchors.bottom: past.visible ? past.top : foot.top
        anchors.bottomMargin: past.visible ? StaffTheme.gap16 : 0
        anchors.left: number.right
        anchors.leftMargin: StaffTheme.gap16
        anchors.top: lists.top
        guide: root.guide
        here: root.desk.area === "guide"
        visible: !root.help.shown
        width: StaffTheme.sideColumn
    }
    HistorySheet {
        id: past

        anchors.bottom: foot.top
        anchors.left: number.right
        anchors.leftMargin: StaffTheme.gap16
        height: StaffTheme.historySheet
        matter: root.matter
        visible: !root.help.shown && !root.matter.idle
        width: StaffTheme.sideColumn
    }
    Loader {
        active: root.help.shown
        anchors.bottom: foot.top
        anchors.left: lists.right
        anchors.leftMargin: StaffTheme.gap16
        anchors.right: parent.right
        anchors.rightMargin: StaffTheme.gap16
        anchors.top: lists.top

        sourceComponent: HelpSheet {
            help: root.help
        }
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.leftMargin: StaffTheme.gap16
        anchors.right: parent.right
        anchors.rightMargin: StaffTheme.gap16
        height: StaffTheme.foot + StaffTheme.gap8

        Row {
            anchors.verticalCenter: parent.verticalCenter
            spacing: StaffTheme.gap32

            Repeater {
                model: root.desk.figures

                Row {
                    id: one

                    required property string label
                    required property string figure

                    spacing: StaffTheme.gap6

                    Line {
                        anchors.baseline: value.baseline
                        color: Theme.colour.inkQuiet
                        font.pixelSize: StaffTheme.second
                        text: one.label
                    }
                    Line {
                        id: value

                        font.pixelSize: StaffTheme.card
                        strong: true
                        text: one.figure
                    }
                }
            }
            Line {
                strong: true
                text: root.desk.voiceText
                visible: text
            }
        }
        Row {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: StaffTheme.gap24

            FootKey {
                cap: "F1"
                label: qsTr("全部按键")

                onActivated: root.desk.wish("keys")
            }
            FootKey {
                cap: "Ctrl+T"
                label: qsTr("大厅数字")

                onActivated: root.desk.wish("figures")
            }
            FootKey {
                cap: "F12"
                label: qsTr("锁屏")

                onActivated: root.desk.wish("lock")
            }
            Line {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colour.inkQuiet
                font.pixelSize: StaffTheme.second
                text: root.desk.who + " · " + root.desk.clockText
            }
        }
    }
}
