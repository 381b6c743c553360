// The board of a line: its letter large, its name beside it. The chosen one is filled.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string letter
    required property string label
    required property bool chosen
    // Middles of its eyelets, from its own left edge.
    property list<real> rings
    readonly property color wordsColour: chosen ? Theme.colour.selectedWords : Theme.colour.ink

    checkable: true
    checked: chosen
    height: Theme.size.turnLine
    name: letter + " " + label
    rapid: true
    reach: Theme.size.gap2

    TextMetrics {
        id: length

        font.family: Theme.hanziFamily
        font.pixelSize: Theme.type.body
        text: root.label
    }
    Face {
        id: face

        anchors.fill: parent
        down: root.down
        edge: root.chosen ? Theme.colour.civic : Theme.colour.edge
        fill: root.chosen ? Theme.colour.civic : Theme.colour.surface
        pressedFill: root.chosen ? Theme.colour.stepPressed : Theme.colour.pressed
        thickness: root.chosen ? Theme.colour.stepThickness : Theme.colour.thickness
    }
    Repeater {
        model: root.rings

        Eyelet {
            required property real modelData

            ground: Theme.colour.surface
            x: modelData
            y: face.contentTop + Theme.size.eyeletTop + Theme.size.eyelet / 2
        }
    }
    Row {
        readonly property real above: Theme.size.eyeletTop + Theme.size.eyelet

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.size.gap3
        y: face.contentTop + above + (face.contentHeight - above - height) / 2

        Words {
            id: letterWords

            color: root.wordsColour
            font.pixelSize: Theme.portrait && Theme.type.growth === 1 ? Theme.type.title : Theme.type.count
            strong: true
            text: root.letter
        }
        Words {
            anchors.verticalCenter: letterWords.verticalCenter
            color: root.wordsColour
            lineHeight: Theme.type.tightLineHeight
            lines: 2
            text: root.label
            visible: Theme.type.growth < 2 && (Theme.portrait || !Theme.elder)
            width: length.advanceWidth > room ? room : undefined
            wrapMode: Text.Wrap

            readonly property real room: root.width - letterWords.width - parent.spacing - 2 * Theme.size.gap3
        }
    }
}
