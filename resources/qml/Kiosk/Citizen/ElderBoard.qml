// One of the four boards of the elder version's home: a large icon over one or two lines.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string firstLine
    required property string secondLine
    required property string glyph
    readonly property int longest: Math.max(firstLine.length, secondLine.length)

    height: Theme.size.boardHeight

    Face {
        id: face

        anchors.fill: parent
        down: root.down
    }
    Item {
        height: face.contentHeight
        width: parent.width
        y: face.contentTop

        Repeater {
            model: [0.23, 0.77]

            Eyelet {
                required property real modelData

                x: root.width * modelData
                y: Theme.size.eyeletTop + Theme.size.eyelet
            }
        }
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            glyph: root.glyph
            size: Theme.size.iconBoard
            y: Theme.size.gap12
        }
        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            font.pixelSize: Math.max(Theme.type.body, Math.min(Theme.type.board, Math.floor((root.width - Theme.size.gap4) / root.longest)))
            horizontalAlignment: Text.AlignHCenter
            lineHeight: Theme.type.tightLineHeight
            strong: true
            text: root.secondLine ? root.firstLine + "\n" + root.secondLine : root.firstLine
            wrapMode: Text.NoWrap
            y: (Theme.size.gap12 + Theme.size.iconBoard + parent.height - height) / 2
        }
    }
}
