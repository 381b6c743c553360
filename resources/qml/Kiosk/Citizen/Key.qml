// One key of the keypad: a letter, or a deed in words or as an icon. Takes fast repeats.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    property string letter
    property string label
    property string glyph

    name: letter || label
    rapid: true
    reach: Theme.size.keyRowGap / 2

    Face {
        id: face

        anchors.fill: parent
        down: root.down
        fill: root.letter ? Theme.colour.surface : Theme.colour.stub
    }
    Words {
        color: root.down ? Theme.colour.civic : Theme.colour.ink
        font.pixelSize: Math.max(Math.ceil(Theme.type.least), root.letter ? Math.min(Theme.type.section, Math.round(0.7 * face.contentHeight)) : Math.min(Theme.type.fact, Math.floor(root.width / 2.3)))
        lines: 1
        height: face.contentHeight
        horizontalAlignment: Text.AlignHCenter
        strong: root.letter
        text: root.letter || root.label
        verticalAlignment: Text.AlignVCenter
        visible: !root.glyph
        width: parent.width
        y: face.contentTop
    }
    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.colour.ink
        glyph: root.glyph
        visible: root.glyph
        y: face.contentTop + (face.contentHeight - height) / 2
    }
}
