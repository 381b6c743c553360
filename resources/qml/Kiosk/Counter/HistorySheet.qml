// 这个号的经过: a line for each thing that happened; the last ones where there is no room for all.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.CounterModels

StaffSheet {
    id: root

    required property MatterViewModel matter

    Line {
        id: title

        font.pixelSize: StaffTheme.body
        strong: true
        text: qsTr("这个号的经过")
        x: StaffTheme.gap20
        y: StaffTheme.gap16
    }
    Column {
        id: column

        readonly property real pitch: StaffTheme.icon20 + spacing
        readonly property int fits: Math.floor((root.height - y - StaffTheme.gap8) / pitch)

        spacing: StaffTheme.gap10
        width: root.width - 2 * StaffTheme.gap20
        x: StaffTheme.gap20
        y: title.y + title.height + StaffTheme.gap10

        Repeater {
            id: lines

            model: root.matter.history

            Item {
                id: line

                required property int index
                required property string time
                required property string words

                height: StaffTheme.icon20
                visible: index >= lines.count - column.fits
                width: column.width

                Line {
                    color: Theme.colour.inkQuiet
                    font.pixelSize: StaffTheme.second
                    text: line.time
                }
                Line {
                    excerpt: true
                    text: line.words
                    width: parent.width - x
                    x: StaffTheme.timeColumn
                }
            }
        }
    }
}
