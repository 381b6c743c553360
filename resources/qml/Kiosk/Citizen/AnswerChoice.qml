// One answer as a board: icon, if it has one, over large words. What was said before is ticked; nothing is chosen beforehand.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string label
    required property string icon
    required property bool chosen
    property list<real> rings
    readonly property real above: rings.length > 0 ? Theme.size.eyeletTop + Theme.size.eyelet : 0

    checkable: true
    checked: chosen
    name: label

    TextMetrics {
        id: large

        font.family: Theme.hanziFamily
        font.pixelSize: Theme.type.count
        font.weight: Font.Bold
        text: root.label
    }
    Face {
        id: face

        anchors.fill: parent
        down: root.down
        edge: root.chosen ? Theme.colour.civic : Theme.colour.edge
        fill: root.chosen ? Theme.colour.tintBlue : Theme.colour.surface
    }
    Item {
        height: face.contentHeight
        width: parent.width
        y: face.contentTop

        Repeater {
            model: root.rings

            Eyelet {
                required property real modelData

                ground: Theme.colour.paper
                x: modelData
                y: Theme.size.eyeletTop + Theme.size.eyelet / 2
            }
        }
        ChosenMark {
            visible: root.chosen
        }
        Column {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.portrait ? Theme.size.gap8 : Theme.size.gap4
            y: root.above + (parent.height - root.above - height) / 2

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                glyph: root.icon
                size: Theme.portrait ? Theme.size.iconAnswer : Theme.size.iconBoard
                visible: root.icon
            }
            Words {
                anchors.horizontalCenter: parent.horizontalCenter
                font.pixelSize: Theme.portrait && large.advanceWidth <= root.width - 2 * Theme.size.gap6 ? Theme.type.count : Theme.type.section
                horizontalAlignment: Text.AlignHCenter
                lineHeight: Theme.type.tightLineHeight
                strong: true
                text: root.label
                width: root.width - 2 * Theme.size.gap6
                wrapMode: Text.Wrap
            }
        }
    }
}
