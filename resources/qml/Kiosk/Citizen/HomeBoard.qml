// One of the twelve order boards: icon over one or two lines. The second row hangs from the first.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string first
    required property string second
    required property string glyph
    // Hangs from the board above and not from the beam.
    property bool hangs: false

    height: Theme.size.boardHeight
    width: Theme.size.board

    Rectangle {
        color: Theme.colour.cord
        height: Theme.size.boardRowGap
        visible: root.hangs
        width: Theme.size.cord
        x: (parent.width - width) / 2
        y: -height
    }
    Face {
        id: face

        anchors.fill: parent
        down: root.down
    }
    Item {
        height: face.contentHeight
        width: parent.width
        y: face.contentTop

        Eyelet {
            x: parent.width / 2
            y: Theme.size.eyeletTop + Theme.size.eyelet / 2
        }
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            glyph: root.glyph
            size: Theme.size.iconBoard
            y: Theme.size.boardIconTop + (root.second ? 0 : Theme.size.gap2)
        }
        Column {
            anchors.horizontalCenter: parent.horizontalCenter
            y: (Theme.size.boardIconTop + Theme.size.iconBoard + parent.height - height) / 2 - (root.second ? Theme.size.gap2 : 0)

            Words {
                anchors.horizontalCenter: parent.horizontalCenter
                font.pixelSize: Theme.type.row
                lineHeight: Theme.type.growth > 1 ? Theme.type.tightLineHeight : Theme.type.lineHeight
                strong: true
                text: root.first
            }
            Words {
                anchors.horizontalCenter: parent.horizontalCenter
                font.pixelSize: Theme.type.row
                lineHeight: Theme.type.growth > 1 ? Theme.type.tightLineHeight : Theme.type.lineHeight
                strong: true
                text: root.second
                visible: root.second
            }
        }
    }
}
