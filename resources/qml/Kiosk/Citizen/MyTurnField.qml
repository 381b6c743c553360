// What was typed, one cell a sign, each on its bar; a cell that waits has a grey bar.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Rectangle {
    id: root

    required property list<string> cells
    readonly property real cellWidth: cells.length === 1 ? width - 2 * Theme.size.gap12 : Math.min(Theme.size.turnCell * 1.5, (width - 2 * Theme.size.gap8) / cells.length - Theme.size.gap4)

    Accessible.name: qsTr("已经点了 ") + cells.join("")
    Accessible.role: Accessible.StaticText
    border.color: Theme.colour.civic
    border.width: Theme.size.edge * 2
    color: Theme.colour.surface
    height: Theme.size.turnField
    radius: Theme.size.radius

    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        height: parent.height
        spacing: Theme.size.gap4

        Repeater {
            model: root.cells

            Item {
                id: cell

                required property string modelData

                height: parent.height
                width: root.cellWidth

                Words {
                    Accessible.ignored: true
                    anchors.horizontalCenter: parent.horizontalCenter
                    font.features: {
                        "tnum": 1
                    }
                    font.pixelSize: Theme.portrait ? Theme.type.bigCount : Theme.type.clock
                    strong: true
                    text: cell.modelData
                    y: (bar.y - height) / 2
                }
                Rectangle {
                    id: bar

                    color: cell.modelData ? Theme.colour.civic : Theme.colour.edge
                    height: Theme.size.turnBar
                    width: parent.width
                    y: parent.height - height - Theme.size.gap4
                }
            }
        }
    }
}
