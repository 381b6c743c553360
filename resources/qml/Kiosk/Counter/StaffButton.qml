// A button of the window: words, then its key. `kind` is its rank: the next step (vermilion), or one of the others.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    enum Kind {
        Plain,
        Main
    }

    property int kind: StaffButton.Plain
    required property string label
    property string cap
    property real labelSize: StaffTheme.body
    readonly property bool main: kind === StaffButton.Main
    readonly property color ink: !available ? StaffTheme.washWords : main ? Theme.colour.mainWords : Theme.colour.ink

    description: cap
    implicitHeight: StaffTheme.button
    implicitWidth: words.implicitWidth + 2 * StaffTheme.gap16
    name: label
    reach: 0
    ringRadius: StaffTheme.radius

    StaffFace {
        id: face

        anchors.fill: parent
        down: root.down
        edge: root.main ? Theme.colour.main : Theme.colour.edge
        fill: root.main ? (root.down ? Theme.colour.mainPressed : Theme.colour.main) : root.down ? Theme.colour.tintBlue : Theme.colour.surface
        flat: !root.available
        lower: root.main ? Theme.colour.mainThickness : Theme.colour.thickness
    }
    Row {
        id: words

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: StaffTheme.gap8
        y: face.contentTop + (face.contentHeight - height) / 2

        Line {
            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            font.pixelSize: root.labelSize
            strong: root.available
            text: root.label
        }
        Keycaps {
            anchors.verticalCenter: parent.verticalCenter
            ink: root.main && root.available ? Theme.colour.mainWords : Theme.colour.inkQuiet
            label: root.cap
            visible: root.cap
        }
    }
}
