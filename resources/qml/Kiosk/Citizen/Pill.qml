// A word of state in a rounded field: 今天能办, 已取消证明. For reading only.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Rectangle {
    id: root

    required property string label
    property string glyph
    property color fill: Theme.colour.verdictGround

    border.color: Theme.contrast ? Theme.colour.civic : Theme.colour.none
    border.width: Theme.size.edge
    color: fill
    implicitHeight: Theme.size.pill
    implicitWidth: line.implicitWidth + 2 * Theme.size.gap6
    radius: height / 2

    Row {
        id: line

        anchors.centerIn: parent
        spacing: Theme.size.gap3

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colour.verdictWords
            glyph: root.glyph
            size: Theme.size.iconSmall
            visible: root.glyph
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colour.verdictWords
            strong: true
            text: root.label
        }
    }
}
