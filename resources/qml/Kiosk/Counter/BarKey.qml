// One of the seven keys of the bar: its word, its key under it. It never moves; fill, thickness and weight say whether it is to be had.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string label
    required property string cap
    // The next step of this state.
    required property bool main
    // To be had now. What is not is flat; pressed all the same, the left block says why.
    required property bool ready
    // Blue: takes back what was just done.
    property bool second: false
    property string glyph
    readonly property color ink: !ready ? StaffTheme.washWords : main ? Theme.colour.mainWords : second ? Theme.colour.civic : Theme.colour.ink

    description: ready ? cap : cap + qsTr("，现在不用")
    implicitHeight: StaffTheme.keyHeight
    name: label
    reach: 0
    ringRadius: StaffTheme.radius

    StaffFace {
        id: face

        anchors.fill: parent
        down: root.down
        edge: root.main ? Theme.colour.main : root.second ? Theme.colour.civic : Theme.colour.edge
        fill: root.main ? (root.down ? Theme.colour.mainPressed : Theme.colour.main) : root.second || root.down ? Theme.colour.tintBlue : Theme.colour.surface
        flat: !root.ready
        lower: root.main ? Theme.colour.mainThickness : root.second ? Theme.colour.civic : Theme.colour.thickness
        lowerEdge: StaffTheme.barBottomEdge
    }
    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: root.glyph ? StaffTheme.gap2 : StaffTheme.gap6
        y: face.contentTop + (face.contentHeight - height) / 2

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            color: root.ink
            glyph: root.glyph
            size: StaffTheme.icon22
            visible: root.glyph
        }
        Line {
            anchors.horizontalCenter: parent.horizontalCenter
            color: root.ink
            font.pixelSize: StaffTheme.label
            strong: root.ready
            text: root.label
            visible: !root.glyph
        }
        Line {
            anchors.horizontalCenter: parent.horizontalCenter
            color: root.ink
            font.pixelSize: StaffTheme.keycap
            text: root.glyph ? root.label + " " + root.cap : root.cap
        }
    }
}
