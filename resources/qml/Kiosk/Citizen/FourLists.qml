// The four lists of the hall's boards with their counts, one board with four targets.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property HomeViewModel viewModel

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

            height: root.height
            name: qsTr("%1 %2 项").arg(label).arg(figure)
            reach: 0
            width: root.width / 4
            x: index * width

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
                height: face.contentHeight * 0.66
                visible: one.index > 0
                width: Theme.size.hairline
                y: (face.contentHeight - height) / 2
            }
            Column {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.portrait ? Theme.size.gap3 : Theme.size.gap2
                y: (face.contentHeight - height) / 2

                Row {
                    anchors.horizontalCenter: parent.horizontalCenter
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
                    anchors.horizontalCenter: parent.horizontalCenter
                    strong: true
                    text: one.label
                }
            }
        }
    }
}
