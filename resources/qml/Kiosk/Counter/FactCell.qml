// One figure of the row at the top: what, how much, beside what.
import QtQuick
import Kiosk.Theme

Item {
    id: root

    required property string label
    required property string figure
    required property string note
    required property bool worded
    property bool first: false

    Rectangle {
        color: Theme.colour.hairline
        height: parent.height - 2 * StaffTheme.gap16
        visible: !root.first
        width: StaffTheme.line
        y: StaffTheme.gap16
    }
    Column {
        anchors.verticalCenter: parent.verticalCenter
        spacing: StaffTheme.gap6
        width: parent.width - x - StaffTheme.gap8
        x: root.first ? 0 : StaffTheme.gap16

        Line {
            color: Theme.colour.inkQuiet
            font.pixelSize: StaffTheme.second
            text: root.label
        }
        Line {
            font.pixelSize: root.worded ? StaffTheme.lead : StaffTheme.waiting
            strong: true
            text: root.figure
        }
        Line {
            color: Theme.colour.inkQuiet
            font.pixelSize: StaffTheme.keycap
            text: root.note
            width: parent.width
        }
    }
}
