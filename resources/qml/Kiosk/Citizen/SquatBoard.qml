// One of the twelve order boards in low-reach: low and wide, icon beside the word; a long word has two lines. It hangs from two cords.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string first
    required property string second
    required property string glyph
    // Middles of its cords, from its own left edge, where it hangs from the board above and not from the beam.
    property list<real> cords: []
    readonly property string word: first + second
    readonly property bool broken: word.length > 4

    height: Theme.size.boardHeight
    width: Theme.size.squatBoard

    Repeater {
        model: root.cords

        Rectangle {
            required property real modelData

            color: Theme.colour.cord
            height: Theme.size.boardRowGap
            width: Theme.size.cord
            x: modelData - width / 2
            y: -height
        }
    }
    Face {
        id: face

        anchors.fill: parent
        down: root.down
    }
    Icon {
        id: icon

        glyph: root.glyph
        size: Theme.size.icon
        x: Theme.size.gap4
        y: face.contentTop + (face.contentHeight - height) / 2
    }
    Words {
        font.pixelSize: Theme.type.fact
        lineHeight: Theme.type.tightLineHeight
        strong: true
        text: root.broken ? root.first + "\n" + root.second : root.word
        wrapMode: Text.NoWrap
        x: icon.x + icon.width + Theme.size.gap2
        y: face.contentTop + (face.contentHeight - height) / 2
    }
}
