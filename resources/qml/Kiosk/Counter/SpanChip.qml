// One of a few spans of days; the chosen one is tinted, edged and bold.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string label
    required property string cap
    required property bool chosen

    checkable: true
    checked: chosen
    description: cap
    implicitHeight: StaffTheme.button
    implicitWidth: words.implicitWidth + 2 * StaffTheme.gap12
    name: label
    reach: 0
    ringRadius: StaffTheme.radius

    StaffFace {
        id: face

        anchors.fill: parent
        down: root.down
        edge: root.chosen ? Theme.colour.civic : Theme.colour.edge
        fill: root.chosen || root.down ? Theme.colour.tintBlue : Theme.colour.surface
        flat: false
        lower: Theme.colour.thickness
    }
    Row {
        id: words

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: StaffTheme.gap8
        y: face.contentTop + (face.contentHeight - height) / 2

        Line {
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: StaffTheme.body
            strong: root.chosen
            text: root.label
        }
        Keycaps {
            anchors.verticalCenter: parent.verticalCenter
            ink: Theme.colour.inkQuiet
            label: root.cap
        }
    }
}
