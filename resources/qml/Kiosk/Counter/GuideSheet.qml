// The guide beside the number: three tabs, moved by the arrows or the wheel.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CounterModels

StaffSheet {
    id: root

    required property CounterGuideViewModel guide

    Row {
        id: tabs

        spacing: StaffTheme.gap20
        x: StaffTheme.gap20

        Repeater {
            model: root.guide.tabs

            Pressable {
                id: tab

                required property string key
                required property string label
                required property string cap
                required property bool chosen

                activeFocusOnTab: false
                checkable: true
                checked: chosen
                description: cap
                height: StaffTheme.tabs
                name: label
                reach: 0
                ringRadius: 0
                width: tabWords.width

                onActivated: root.guide.turn(key)

                Row {
                    id: tabWords

                    anchors.verticalCenter: parent.verticalCenter
                    spacing: StaffTheme.gap6

                    Line {
                        anchors.verticalCenter: parent.verticalCenter
                        color: tab.chosen ? Theme.colour.civic : Theme.colour.ink
                        font.pixelSize: StaffTheme.body
                        strong: tab.chosen
                        text: tab.label
                    }
                    Keycap {
                        anchors.verticalCenter: parent.verticalCenter
                        label: tab.cap
                    }
                }
                Rectangle {
                    anchors.bottom: parent.bottom
                    color: Theme.colour.civic
                    height: StaffTheme.tabLine
                    visible: tab.chosen
                    width: parent.width + StaffTheme.gap20
                    x: -StaffTheme.gap10
                }
            }
        }
    }
    Rectangle {
        color: Theme.colour.hairline
        height: StaffTheme.line
        width: parent.width - 2 * StaffTheme.line
        x: StaffTheme.line
        y: StaffTheme.tabs
    }
    Line {
        anchors.left: parent.left
        anchors.margins: StaffTheme.gap20
        anchors.right: parent.right
        anchors.top: tabs.bottom
        color: Theme.colour.inkQuiet
        lines: 3
        text: root.guide.empty
        visible: text
    }
    Flickable {
        id: page

        anchors.bottom: turning.visible ? turning.top : parent.bottom
        anchors.bottomMargin: StaffTheme.line
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: tabs.bottom
        anchors.topMargin: StaffTheme.line
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: column.height + 2 * StaffTheme.gap16
        interactive: contentHeight > height

        Connections {
            function onScrolled(by: int): void {
                page.contentY = Math.max(0, Math.min(Math.max(0, page.contentHeight - page.height), page.contentY + by * page.height / 2));
            }
            function onViewChanged(): void {
                page.contentY = 0;
            }

            target: root.guide
        }
        Column {
            id: column

            spacing: StaffTheme.gap10
            width: page.width - 2 * StaffTheme.gap20
            x: StaffTheme.gap20
            y: StaffTheme.gap16

            Repeater {
                model: root.guide.rows

                GuideLine {
                    width: column.width
                }
            }
        }
    }
    Rectangle {
        id: turning

        anchors.bottom: parent.bottom
        anchors.bottomMargin: StaffTheme.line
        color: StaffTheme.wash
        height: StaffTheme.groupHead
        visible: column.height + 2 * StaffTheme.gap16 > root.height - StaffTheme.tabs
        width: parent.width - 2 * StaffTheme.line
        x: StaffTheme.line

        Row {
            anchors.centerIn: parent
            spacing: StaffTheme.gap8

            Keycaps {
                anchors.verticalCenter: parent.verticalCenter
                label: "PgUp+PgDn"
            }
            Line {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colour.inkQuiet
                font.pixelSize: StaffTheme.second
                text: qsTr("上下翻")
            }
        }
    }
}
