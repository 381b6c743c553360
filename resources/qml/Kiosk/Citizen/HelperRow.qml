// One thing to know about the helper: icon, what, how.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property string title
    required property string note
    required property string glyph

    height: Theme.size.helperRow

    Icon {
        id: icon

        anchors.verticalCenter: parent.verticalCenter
        glyph: root.glyph
        size: Theme.size.iconBoard
        x: Theme.size.gap12
    }
    Column {
        anchors.left: icon.right
        anchors.leftMargin: Theme.size.gap8
        anchors.right: parent.right
        anchors.rightMargin: Theme.size.gap8
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.size.gap6

        Words {
            font.pixelSize: Theme.type.lead
            lines: 1
            strong: true
            text: root.title
            width: parent.width
        }
        Words {
            font.pixelSize: Theme.type.fact
            lines: 2
            text: root.note
            visible: !Theme.elder
            width: parent.width
        }
    }
}
