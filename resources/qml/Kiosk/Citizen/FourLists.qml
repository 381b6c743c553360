// The four lists of the hall's boards with their counts, one board with four targets.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property HomeViewModel viewModel
    // Two by two, figure beside word, where four words have no room beside one another.
    readonly property bool tight: !Theme.portrait && Theme.type.growth > 1
    readonly property int columns: tight ? 2 : 4

    height: Theme.size.listsRow

    Face {
        id: face

        anchors.fill: parent
    }
    Repeater {
        model: root.viewModel.lists

        Pressable {
            id: one

            required property int index
            required property string key
            required property string label
            required property string figure
            // What the board's thickness leaves of it.
            readonly property real faceHeight: height - (root.height - face.contentHeight) * root.columns / 4

            height: root.height * root.columns / 4
            name: qsTr("%1 %2 项").arg(label).arg(figure)
            reach: 0
            width: root.width / root.columns
            x: index % root.columns * width
            y: Math.floor(index / root.columns) * height

            onActivated: root.viewModel.openList(key)

            Rectangle {
                anchors.fill: parent
                anchors.margins: Theme.size.edge
                anchors.bottomMargin: Theme.size.thickness + Theme.size.edge
                color: Theme.colour.pressed
                radius: Theme.size.radius
                visible: one.down
            }
            Rectangle {
                color: Theme.colour.hairline
                height: one.faceHeight * 0.66
                visible: one.index % root.columns > 0
                width: Theme.size.hairline
                y: (one.faceHeight - height) / 2
            }
            Grid {
                anchors.horizontalCenter: parent.horizontalCenter
                columnSpacing: Theme.size.gap4
                columns: root.tight ? 2 : 1
                horizontalItemAlignment: Grid.AlignHCenter
                rowSpacing: Theme.portrait ? Theme.size.gap3 : Theme.size.gap2
                verticalItemAlignment: Grid.AlignVCenter
                y: (one.faceHeight - height) / 2

                Row {
                    spacing: Theme.size.gap2

                    Words {
                        id: figureWords

                        color: Theme.colour.ofList(one.key)
                        font.pixelSize: Theme.portrait ? Theme.type.count : Theme.type.section
                        strong: true
                        text: one.figure
                    }
                    Words {
                        anchors.baseline: figureWords.baseline
                        color: Theme.colour.ofList(one.key)
                        text: qsTr("项")
                    }
                }
                Words {
                    strong: true
                    text: one.label
                }
            }
        }
    }
}
