// An entry among what is read: a board that leads to its own page.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string title
    required property string note
    required property string tag

    implicitHeight: Math.max(Theme.size.readingEntry, said.height + 2 * Theme.size.gap4 + Theme.size.thickness)
    name: [title, note, tag].filter(said => said).join("，")

    Face {
        id: face

        anchors.fill: parent
        down: root.down
    }
    Item {
        height: face.contentHeight
        width: parent.width
        y: face.contentTop

        Column {
            id: said

            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.size.gap2
            width: tagWords.x - Theme.size.gap4 - x
            x: Theme.size.rowInset

            Words {
                font.pixelSize: Theme.type.fact
                strong: true
                text: root.title
                width: parent.width
                wrapMode: Text.Wrap
            }
            Words {
                color: Theme.colour.inkQuiet
                text: root.note
                // Of the elder version: one name is enough, the other stands on its own page.
                visible: root.note && !Theme.elder
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
        Words {
            id: tagWords

            anchors.right: chevron.left
            anchors.rightMargin: Theme.size.gap4
            anchors.verticalCenter: parent.verticalCenter
            text: root.tag
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
