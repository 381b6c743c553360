// The search for an item, over the papers: what is typed, what it means.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CounterModels

Rectangle {
    id: root

    required property MatterViewModel matter

    color: Theme.colour.surface
    radius: StaffTheme.sheetRadius

    Column {
        id: column

        anchors.fill: parent
        anchors.margins: StaffTheme.gap20
        spacing: StaffTheme.gap12

        Line {
            font.pixelSize: StaffTheme.page
            strong: true
            text: root.matter.finding
        }
        SecretField {
            height: StaffTheme.secondButton
            size: StaffTheme.card
            text: root.matter.findText
            title: root.matter.finding
            width: parent.width
        }
        Line {
            color: Theme.colour.inkQuiet
            font.pixelSize: StaffTheme.second
            text: root.matter.findNote
            visible: text
        }
        Column {
            width: parent.width

            Repeater {
                model: root.matter.found

                Pressable {
                    id: row

                    required property string key
                    required property string label
                    required property string note
                    required property bool chosen

                    checkable: true
                    checked: chosen
                    description: note
                    height: StaffTheme.attentionRow
                    name: label
                    reach: 0
                    ringRadius: 0
                    width: column.width

                    onActivated: root.matter.clickFound(key)

                    Rectangle {
                        anchors.fill: parent
                        color: row.chosen || row.down ? Theme.colour.tintBlue : Theme.colour.none
                    }
                    Rectangle {
                        color: Theme.colour.hairline
                        height: StaffTheme.line
                        width: parent.width
                    }
                    Column {
                        anchors.left: parent.left
                        anchors.margins: StaffTheme.gap12
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        spacing: StaffTheme.gap4

                        Line {
                            font.pixelSize: StaffTheme.body
                            strong: true
                            text: row.label
                            width: parent.width
                        }
                        Line {
                            color: Theme.colour.inkQuiet
                            font.pixelSize: StaffTheme.second
                            text: row.note
                            width: parent.width
                        }
                    }
                }
            }
        }
    }
}
