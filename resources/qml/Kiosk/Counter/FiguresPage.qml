// 大厅数字, over the window: six figures, waits by the hour, what people came for, days, counters, classes. Bars are plain rectangles with
// their values written on them; nothing moves.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.CounterModels

Rectangle {
    id: root

    required property ConsoleViewModel desk
    required property FiguresViewModel figures
    readonly property bool shown: figures.state === "content"
    readonly property real third: (width - 2 * StaffTheme.gap32 - 2 * StaffTheme.gap16) / 3

    color: Theme.colour.paper

    Component.onCompleted: root.figures.look()

    Line {
        id: title

        font.pixelSize: StaffTheme.item
        strong: true
        text: qsTr("大厅数字")
        x: StaffTheme.gap32
        y: StaffTheme.gap24
    }
    Line {
        anchors.baseline: title.baseline
        anchors.left: title.right
        anchors.leftMargin: StaffTheme.gap16
        color: Theme.colour.inkQuiet
        text: root.figures.spanText
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: StaffTheme.gap32
        anchors.verticalCenter: title.verticalCenter
        spacing: StaffTheme.gap8

        Repeater {
            model: root.figures.chips

            SpanChip {
                required property string key

                onActivated: root.figures.chooseSpan(key)
            }
        }
        StaffButton {
            available: root.figures.canSave
            cap: "Enter"
            label: qsTr("存成 Excel")

            onActivated: root.figures.saveWorkbook()
        }
        StaffButton {
            cap: "Esc"
            label: qsTr("关上")

            onActivated: root.desk.wish("close")
        }
    }
    Line {
        anchors.centerIn: parent
        font.pixelSize: StaffTheme.card
        text: root.figures.state === "loading" ? qsTr("正在算") : root.figures.toldText
        visible: !root.shown
    }
    StaffSheet {
        id: facts

        height: StaffTheme.factSheet
        visible: root.shown
        width: root.width - 2 * StaffTheme.gap32
        x: StaffTheme.gap32
        y: title.y + title.height + StaffTheme.gap20

        Row {
            anchors.fill: parent
            anchors.leftMargin: StaffTheme.gap20

            Repeater {
                model: root.figures.facts

                FactCell {
                    required property int index

                    first: index === 0
                    height: facts.height
                    width: (facts.width - StaffTheme.gap20) / 6
                }
            }
        }
    }
    HourChart {
        id: hours

        anchors.top: facts.bottom
        anchors.topMargin: StaffTheme.gap16
        figures: root.figures
        height: (root.height - facts.y - facts.height - StaffTheme.gap16 - foot.height) * StaffTheme.upperShare
        visible: root.shown
        width: 2 * root.third + StaffTheme.gap16
        x: StaffTheme.gap32
    }
    ShareSheet {
        anchors.left: hours.right
        anchors.leftMargin: StaffTheme.gap16
        anchors.top: hours.top
        height: hours.height
        rows: root.figures.items
        subtitle: qsTr("几个号，哪张清单")
        title: qsTr("办得最多的事")
        visible: root.shown
        width: root.third
    }
    ShareSheet {
        id: days

        anchors.bottom: foot.top
        anchors.top: hours.bottom
        anchors.topMargin: StaffTheme.gap16
        rows: root.figures.days
        subtitle: qsTr("竖线是目标 80%")
        target: root.figures.target
        title: qsTr("10 分钟内叫到")
        visible: root.shown
        width: root.third
        x: StaffTheme.gap32
    }
    FigureTable {
        id: counters

        anchors.bottom: foot.top
        anchors.left: days.right
        anchors.leftMargin: StaffTheme.gap16
        anchors.top: days.top
        first: qsTr("办结")
        rows: root.figures.counters
        second: qsTr("平均办")
        title: qsTr("每个窗口")
        visible: root.shown
        width: root.third
    }
    FigureTable {
        anchors.bottom: foot.top
        anchors.left: counters.right
        anchors.leftMargin: StaffTheme.gap16
        anchors.top: days.top
        first: qsTr("取号")
        rows: root.figures.classes
        second: qsTr("一半人等")
        title: qsTr("每一类人")
        visible: root.shown
        width: root.third
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        height: StaffTheme.foot
        width: parent.width

        Line {
            anchors.left: parent.left
            anchors.leftMargin: StaffTheme.gap32
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colour.inkQuiet
            font.pixelSize: StaffTheme.second
            text: root.figures.helpText
            visible: root.shown
        }
        Line {
            anchors.right: parent.right
            anchors.rightMargin: StaffTheme.gap32
            anchors.verticalCenter: parent.verticalCenter
            strong: true
            text: root.figures.toldText
            visible: root.shown
        }
    }
}
