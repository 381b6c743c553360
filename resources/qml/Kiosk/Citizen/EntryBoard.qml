// One board of entries: a row for each, every row one target, with a hairline between. May carry a heading (`label` with `glyph`).
// Given `room`, it says how many rows `fit`. The rows are EntryRowView.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property var model
    property string label
    property string glyph
    property color accent: Theme.colour.civic
    // The height that rows may take here, and the least height of one: so many fit, and they share the room evenly.
    property real room: 0
    property real leastRow: Theme.size.entryLine
    // Rows of one line: title, what replaces it, verdict.
    property bool slim: false
    property bool timeShown: true
    property bool headed: label !== ""
    readonly property real headHeight: headed ? Theme.size.boardHead : 0
    readonly property real rowsRoom: room - headHeight - Theme.size.thickness
    readonly property int fit: Math.max(1, Math.floor(rowsRoom / leastRow))
    property real rowHeight: room > 0 ? Math.floor(rowsRoom / fit) : leastRow
    readonly property real wantedHeight: headHeight + rows.count * rowHeight + Theme.size.thickness

    signal chosen(string key)

    height: wantedHeight

    Face {
        id: face

        anchors.fill: parent
    }
    Item {
        height: root.headHeight
        visible: root.headed
        width: parent.width

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.size.edge
            anchors.bottomMargin: 0
            bottomLeftRadius: 0
            bottomRightRadius: 0
            color: Theme.colour.stub
            radius: Theme.size.radius - Theme.size.edge
        }
        Row {
            anchors.left: parent.left
            anchors.leftMargin: Theme.size.rowInset
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.size.gap4

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                glyph: root.glyph
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: Theme.type.fact
                strong: true
                text: root.label
            }
        }
        Hairline {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }
    Repeater {
        id: rows

        model: root.model

        EntryLine {
            accent: root.accent
            first: index === 0 && root.headHeight === 0
            height: root.rowHeight
            last: index === rows.count - 1
            slim: root.slim
            timeShown: root.timeShown
            width: root.width
            y: root.headHeight + index * root.rowHeight

            onActivated: root.chosen(key)
        }
    }
}
