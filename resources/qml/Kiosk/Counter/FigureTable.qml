// A small table: who, and two figures.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

StaffSheet {
    id: root

    required property string title
    required property string first
    required property string second
    required property var rows
    readonly property real line: Math.min(StaffTheme.shareLine, (height - list.y - StaffTheme.gap12) / Math.max(lines.count, 1))
    readonly property real firstRight: StaffTheme.gap20 + StaffTheme.tableColumn + StaffTheme.gap12

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
        anchors.right: parent.right
        anchors.rightMargin: root.firstRight
        color: Theme.colour.inkQuiet
        font.pixelSize: StaffTheme.second
        text: root.first
    }
    Line {
        anchors.baseline: head.baseline
        anchors.right: parent.right
        anchors.rightMargin: StaffTheme.gap20
        color: Theme.colour.inkQuiet
        font.pixelSize: StaffTheme.second
        text: root.second
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
                required property string first
                required property string second

                height: root.line
                width: root.width
                y: index * root.line

                Rectangle {
                    color: Theme.colour.hairline
                    height: StaffTheme.line
                    width: parent.width - 2 * StaffTheme.gap20
                    x: StaffTheme.gap20
                }
                Line {
                    anchors.verticalCenter: parent.verticalCenter
                    text: one.label
                    x: StaffTheme.gap20
                }
                Line {
                    anchors.right: parent.right
                    anchors.rightMargin: one.second ? root.firstRight : StaffTheme.gap20
                    anchors.verticalCenter: parent.verticalCenter
                    strong: one.second
                    text: one.first
                }
                Line {
                    anchors.right: parent.right
                    anchors.rightMargin: StaffTheme.gap20
                    anchors.verticalCenter: parent.verticalCenter
                    text: one.second
                }
            }
        }
    }
}
