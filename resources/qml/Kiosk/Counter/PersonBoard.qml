// Somebody who may sign in here.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string label
    required property string note
    required property string cap
    required property bool chosen
    property string glyph: Theme.icon.person
    property bool other: false

    checkable: true
    checked: chosen
    description: cap
    implicitHeight: StaffTheme.person
    name: label
    reach: 0
    ringRadius: StaffTheme.radius

    Rectangle {
        anchors.fill: parent
        border.color: root.chosen ? Theme.colour.civic : Theme.colour.edge
        border.width: root.chosen ? StaffTheme.focusLine : StaffTheme.line
        color: root.chosen || root.down ? Theme.colour.tintBlue : Theme.colour.surface
        radius: StaffTheme.radius
    }
    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: StaffTheme.gap16
        x: StaffTheme.gap20

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: root.chosen ? Theme.colour.civic : Theme.colour.inkQuiet
            glyph: root.glyph
            size: StaffTheme.icon22
        }
        Line {
            id: who

            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: root.other ? StaffTheme.card : StaffTheme.lead
            strong: !root.other
            text: root.label
            width: Math.min(implicitWidth, root.width - StaffTheme.gap48 - caps.width - staffNumber.width - 4 * StaffTheme.gap16)
        }
        Line {
            id: staffNumber

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colour.inkQuiet
            font.pixelSize: StaffTheme.second
            text: root.note
            visible: root.note
        }
    }
    Keycap {
        id: caps

        anchors.right: parent.right
        anchors.rightMargin: StaffTheme.gap16
        anchors.verticalCenter: parent.verticalCenter
        label: root.cap
    }
}
