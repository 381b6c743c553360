// Above the beam on the elder version's home: greeting, question, who waits and how long, the time.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property HomeViewModel viewModel

    Words {
        id: time

        anchors.right: parent.right
        font.pixelSize: Theme.type.clock
        strong: true
        text: root.viewModel.clockText
    }
    Words {
        id: greeting

        text: root.viewModel.greeting
        visible: Theme.portrait
    }
    Words {
        id: question

        font.pixelSize: Theme.type.title
        strong: true
        text: qsTr("您要办什么？")
        y: Theme.portrait ? Math.max(greeting.height, time.height) + Theme.size.gap2 : 0
    }
    Column {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.size.gap4
        spacing: Theme.size.gap2
        x: Theme.portrait ? 0 : question.width + Theme.size.gap12

        Repeater {
            model: root.viewModel.busy

            Row {
                id: fact

                required property string key
                required property string label
                required property string figure
                required property string unit

                spacing: Theme.size.gap3
                visible: key !== "counters"

                Words {
                    anchors.baseline: figureWords.baseline
                    text: fact.label
                }
                Words {
                    id: figureWords

                    font.pixelSize: Theme.type.lead
                    lineHeight: Theme.type.tightLineHeight
                    strong: true
                    text: fact.figure
                }
                Words {
                    anchors.baseline: figureWords.baseline
                    text: fact.unit
                }
            }
        }
    }
}
