// 横牌: a wide board on two cords, label and figure on one line. The chosen one is filled and says so to screen readers.
// `eyelets`: the middles of its eyelets, from its own left edge.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

Pressable {
    id: root

    required property string label
    // A shorter word for it, where there is little room.
    property string brief: label
    property string figure
    property bool selected: false
    property color accent: Theme.colour.civic
    property color accentThickness: Theme.colour.stepThickness
    property list<real> eyelets: []
    property int labelSize: Theme.type.fact
    // The figure is not shown for want of room; it is still spoken.
    property bool bare: false
    property bool wraps: false
    readonly property real fullWidth: length.advanceWidth + (figure ? amount.implicitWidth + line.spacing : 0)
    readonly property real naturalWidth: bare ? length.advanceWidth : fullWidth
    // Two lines of like length, or broken where the words have a pause.
    readonly property int pause: brief.lastIndexOf("、") + 1 || Math.ceil(brief.length / 2)
    readonly property bool broken: wraps && length.advanceWidth > width - 2 * Theme.size.gap3
    readonly property color wordsColour: selected ? Theme.colour.selectedWords : Theme.colour.ink

    checkable: true
    checked: selected
    height: Theme.size.wideBoard
    name: figure ? label + " " + figure : label

    TextMetrics {
        id: length

        font.family: Theme.hanziFamily
        font.pixelSize: root.labelSize
        font.weight: Font.Bold
        text: root.brief
    }
    Face {
        id: face

        anchors.fill: parent
        down: root.down
        edge: root.selected ? root.accent : Theme.colour.edge
        fill: root.selected ? root.accent : Theme.colour.surface
        pressedFill: root.selected ? root.accentThickness : Theme.colour.pressed
        thickness: root.selected ? root.accentThickness : Theme.colour.thickness
    }
    Repeater {
        model: root.eyelets

        Eyelet {
            required property real modelData

            ground: Theme.colour.surface
            x: modelData
            y: face.contentTop + Theme.size.eyeletTop + Theme.size.eyelet / 2
        }
    }
    Row {
        id: line

        readonly property real above: root.eyelets.length > 0 ? Theme.size.eyeletTop + Theme.size.eyelet : 0

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.size.gap3
        y: face.contentTop + above + (face.contentHeight - above - height) / 2

        Words {
            id: word

            anchors.verticalCenter: parent.verticalCenter
            color: root.wordsColour
            font.pixelSize: root.labelSize
            horizontalAlignment: Text.AlignHCenter
            lineHeight: root.wraps ? Theme.type.tightLineHeight : Theme.type.lineHeight
            strong: true
            text: root.broken ? root.brief.slice(0, root.pause) + "\n" + root.brief.slice(root.pause) : root.brief
            width: root.wraps ? root.width - 2 * Theme.size.gap3 : undefined
        }
        Words {
            id: amount

            anchors.verticalCenter: parent.verticalCenter
            color: root.wordsColour
            font.pixelSize: root.labelSize
            text: root.figure
            visible: root.figure && !root.bare
        }
    }
}
