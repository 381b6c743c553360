// A life event on a wide board: icon beside its words. Hangs by two cords, from the beam or from the board above.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string firstLine
    required property string secondLine
    required property string glyph
    property bool hangs: false
    readonly property real wordsRoom: width - icon.x - icon.width - 2 * Theme.size.gap6
    // On one line where that has room.
    readonly property bool oneLine: (firstLine.length + secondLine.length) * Theme.type.row <= wordsRoom

    Repeater {
        model: [0.11, 0.89]

        Rectangle {
            required property real modelData

            color: Theme.colour.cord
            height: Theme.size.gap4
            visible: root.hangs
            width: Theme.size.cord
            x: root.width * modelData - width / 2
            y: -height
        }
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

        Repeater {
            model: root.hangs ? [] : [0.11, 0.89]

            Eyelet {
                required property real modelData

                x: root.width * modelData
                y: Theme.size.eyeletTop + Theme.size.eyelet
            }
        }
        Icon {
            id: icon

            anchors.verticalCenter: parent.verticalCenter
            glyph: root.glyph
            size: Theme.size.iconBoard
            x: Theme.size.gap8
        }
        Words {
            anchors.left: icon.right
            anchors.leftMargin: Theme.size.gap6
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: Theme.type.row
            lineHeight: Theme.type.tightLineHeight
            strong: true
            text: root.oneLine || !root.secondLine ? root.firstLine + root.secondLine : root.firstLine + "\n" + root.secondLine
            wrapMode: Text.NoWrap
        }
    }
}
