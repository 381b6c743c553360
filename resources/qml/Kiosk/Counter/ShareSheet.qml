// Lines with a bar each, its value written beside it. A target is an upright line over all of them.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

StaffSheet {
    id: root

    required property string title
    required property string subtitle
    required property var rows
    property real target: 0
    readonly property real named: width * StaffTheme.namedShare
    readonly property real barRoom: width - named - StaffTheme.shareRoom
    readonly property real line: Math.min(StaffTheme.shareLine, (height - list.y - StaffTheme.gap12) / Math.max(lines.count, 1))

    Line {
        id: head

        font.pixelSize: StaffTheme.card
        strong: true
        text: root.title
        x: StaffTheme.gap20
        y: StaffTheme.gap16
    }
    Line {
        anchors.baseline: head.baseline
        anchors.left: head.right
        anchors.leftMargin: StaffTheme.gap12
        color: Theme.colour.inkQuiet
        font.pixelSize: StaffTheme.second
        text: root.subtitle
    }
    Item {
        id: list

        width: parent.width
        y: head.y + head.height + StaffTheme.gap12

        Repeater {
            id: lines

            model: root.rows

            Item {
                id: one

                required property int index
                required property string label
                required property real share
                required property string figure
                required property string listKey
                required property string listName
                required property string few

                height: root.line
                width: root.width
                y: index * root.line

                Line {
                    anchors.verticalCenter: parent.verticalCenter
                    excerpt: true
                    text: one.label
                    width: root.named - x - StaffTheme.gap8
                    x: StaffTheme.gap20
                }
                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    border.color: Theme.colour.hairline
                    border.width: StaffTheme.line
                    color: StaffTheme.wash
                    height: StaffTheme.shareBar
                    visible: root.target > 0 && !one.few
                    width: root.barRoom
                    x: root.named
                }
                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    color: one.listKey ? Theme.colour.ofList(one.listKey) : Theme.colour.leaf
                    height: StaffTheme.shareBar
                    visible: !one.few
                    width: one.share * root.barRoom
                    x: root.named
                }
                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.colour.ink
                    height: StaffTheme.shareBar + StaffTheme.gap6
                    visible: root.target > 0 && !one.few
                    width: StaffTheme.focusLine
                    x: root.named + root.target * root.barRoom
                }
                Line {
                    id: value

                    anchors.verticalCenter: parent.verticalCenter
                    strong: !one.few
                    text: one.few ? one.few : one.figure
                    x: one.few ? root.named : root.named + root.barRoom + StaffTheme.gap8
                }
                Line {
                    anchors.baseline: value.baseline
                    anchors.left: value.right
                    anchors.leftMargin: StaffTheme.gap8
                    color: Theme.colour.inkQuiet
                    font.pixelSize: StaffTheme.keycap
                    text: one.listName
                }
            }
        }
    }
}
