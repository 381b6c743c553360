// The notices of a page as one board: where from and which day, then title and beginning. Each row opens its notice.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property var model
    property real room: 0
    readonly property int fit: Math.max(1, Math.floor((room - Theme.size.thickness) / Theme.size.entryLine))
    readonly property real rowHeight: Math.floor((room - Theme.size.thickness) / fit)

    signal chosen(string key)

    height: rows.count * rowHeight + Theme.size.thickness

    Face {
        anchors.fill: parent
    }
    Repeater {
        id: rows

        model: root.model

        Pressable {
            id: line

            required property int index
            required property string key
            required property string kind
            required property bool fromHall
            required property string date
            required property string title
            required property string text
            required property string spoken

            height: root.rowHeight
            name: spoken
            reach: 0
            width: root.width
            y: index * root.rowHeight

            onActivated: root.chosen(key)

            RowGround {
                anchors.fill: parent
                first: line.index === 0
                last: line.index === rows.count - 1
                down: line.down
            }
            Column {
                id: origin

                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.size.gap2
                width: Theme.size.noticeDay
                x: Theme.size.rowInset

                NoticeTag {
                    fromHall: line.fromHall
                    label: line.kind
                }
                Words {
                    color: Theme.colour.inkQuiet
                    text: line.date
                    visible: line.date
                }
            }
            Column {
                anchors.left: origin.right
                anchors.leftMargin: Theme.size.gap4
                anchors.right: chevron.left
                anchors.rightMargin: Theme.size.gap4
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.size.gap3

                Words {
                    id: heading

                    excerpt: true
                    font.pixelSize: Theme.type.row
                    lineHeight: Theme.type.tightLineHeight
                    lines: 2
                    strong: true
                    text: line.title
                    width: parent.width
                }
                Words {
                    color: Theme.colour.inkQuiet
                    excerpt: true
                    lines: 1
                    text: line.text
                    visible: heading.lineCount === 1 && !Theme.elder
                    width: parent.width
                }
            }
            Icon {
                id: chevron

                anchors.right: parent.right
                anchors.rightMargin: Theme.size.gap4
                anchors.verticalCenter: parent.verticalCenter
                glyph: Theme.icon.next
            }
        }
    }
}
