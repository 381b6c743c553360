// Above the beam on the home screen: greeting, question, how busy the hall is, the time.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property HomeViewModel viewModel

    Grid {
        id: question

        columnSpacing: Theme.size.gap6
        rowSpacing: Theme.size.gap4
        columns: Theme.portrait ? 1 : 2
        verticalItemAlignment: Grid.AlignBottom
        y: Theme.portrait ? 0 : Theme.size.gap4

        Words {
            color: Theme.colour.inkQuiet
            font.pixelSize: Theme.type.fact
            text: root.viewModel.greeting
        }
        Words {
            font.pixelSize: Theme.type.title
            strong: true
            text: qsTr("您要办什么事？")
        }
    }
    Column {
        anchors.right: parent.right
        spacing: Theme.size.gap4
        y: Theme.portrait ? Theme.size.gap2 : 0

        Words {
            anchors.right: parent.right
            font.pixelSize: Theme.type.clock
            strong: true
            text: root.viewModel.clockText
        }
        Words {
            anchors.right: parent.right
            color: root.viewModel.openNow ? Theme.colour.leaf : Theme.colour.inkQuiet
            strong: true
            text: root.viewModel.openText
        }
    }
    Row {
        spacing: Theme.size.gap6
        visible: root.viewModel.busyKnown
        x: Theme.portrait ? 0 : root.width - width - Theme.size.clockRoom
        y: Theme.portrait ? question.height + Theme.size.gap6 : -Theme.size.gap2

        Repeater {
            model: root.viewModel.busy

            Row {
                id: fact

                required property int index
                required property string label
                required property string figure
                required property string unit

                spacing: Theme.size.gap6

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.colour.edge
                    height: Theme.size.mainTarget
                    visible: fact.index > 0
                    width: Theme.size.hairline
                }
                Column {
                    spacing: Theme.size.gap3

                    Words {
                        color: Theme.colour.inkQuiet
                        text: fact.label
                    }
                    Row {
                        spacing: Theme.size.gap2

                        Words {
                            id: figureWords

                            font.pixelSize: Theme.type.lead
                            strong: true
                            text: fact.figure
                        }
                        Words {
                            anchors.baseline: figureWords.baseline
                            strong: true
                            text: fact.unit
                        }
                    }
                }
            }
        }
    }
}
