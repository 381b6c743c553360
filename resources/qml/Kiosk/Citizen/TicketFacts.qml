// Ahead, range, open counters: side by side on upright screens, one under the other in a wide screen's panel.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Sheet {
    id: root

    required property var model
    // The elder version has two: who is ahead, how long.
    readonly property int shown: Theme.elder || (!Theme.portrait && Theme.type.growth > 1) ? Math.min(2, cells.count) : cells.count
    readonly property real cellWidth: Theme.portrait ? width / Math.max(1, shown) : width
    readonly property real cellHeight: Theme.portrait ? height : Theme.size.factRow

    height: Theme.portrait ? Theme.size.factsSheet : Math.max(1, shown) * Theme.size.factRow

    Repeater {
        id: cells

        model: root.model

        Item {
            id: fact

            required property int index
            required property string label
            required property string figure
            required property string unit
            required property string spoken

            Accessible.name: spoken
            Accessible.role: Accessible.StaticText
            height: root.cellHeight
            visible: index < root.shown
            width: root.cellWidth
            x: Theme.portrait ? index * width : 0
            y: Theme.portrait ? 0 : index * height

            Rectangle {
                color: Theme.colour.hairline
                height: Theme.portrait ? parent.height - 2 * Theme.size.gap8 : Theme.size.hairline
                visible: fact.index > 0
                width: Theme.portrait ? Theme.size.hairline : parent.width
                y: Theme.portrait ? Theme.size.gap8 : 0
            }
            Words {
                id: label

                Accessible.ignored: true
                color: Theme.colour.inkQuiet
                text: fact.label
                x: Theme.size.gap6
                visible: Theme.portrait || x + width < amount.x
                y: Theme.portrait ? Theme.size.gap8 : (parent.height - height) / 2
            }
            Row {
                id: amount

                anchors.right: Theme.portrait ? undefined : parent.right
                anchors.rightMargin: Theme.size.gap6
                spacing: Theme.size.gap2
                x: Theme.size.gap6
                y: Theme.portrait ? label.y + label.height + Theme.size.gap6 : (parent.height - height) / 2

                Words {
                    id: figure

                    Accessible.ignored: true
                    font.pixelSize: fact.figure.length > 5 || !Theme.portrait ? Theme.type.lead : Theme.type.section
                    strong: true
                    text: fact.figure
                }
                Words {
                    Accessible.ignored: true
                    anchors.baseline: figure.baseline
                    strong: true
                    text: fact.unit
                    visible: text
                }
            }
        }
    }
}
