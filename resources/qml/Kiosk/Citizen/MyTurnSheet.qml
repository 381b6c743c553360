// How a number stands, on a sheet that hangs from the beam: the number, then one large sentence.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HungSheet {
    id: root

    required property MyTurnViewModel viewModel
    // A count is larger than words.
    readonly property bool counts: root.viewModel.unit
    readonly property real dash: Theme.size.gap3

    height: Theme.size.turnSheet

    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        height: Theme.size.turnHead
        spacing: Theme.size.gap8

        Words {
            id: number

            Accessible.name: root.viewModel.number
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: Theme.portrait && !Theme.elder ? Theme.type.question : Theme.type.bigCount
            strong: true
            text: root.viewModel.number
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: Theme.type.lead
            lines: 1
            text: root.viewModel.lineName
            width: Math.min(implicitWidth, root.width - number.width - 4 * Theme.size.gap8)
        }
    }
    Repeater {
        model: Math.max(0, Math.floor((root.width - 2 * Theme.size.gap8) / (2 * root.dash)))

        Rectangle {
            required property int index

            color: Theme.colour.awayEdge
            height: Theme.size.cord
            width: root.dash
            x: Theme.size.gap8 + index * 2 * root.dash
            y: Theme.size.turnHead
        }
    }
    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.size.gap6
        y: Theme.size.turnHead + (root.height - Theme.size.turnHead - height) / 2

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.size.gap8

            Words {
                anchors.baseline: figure.baseline
                font.pixelSize: Theme.type.count
                text: root.viewModel.lead
                visible: text
            }
            Words {
                id: figure

                font.pixelSize: Theme.portrait && root.counts && !Theme.elder ? Theme.type.verdict : Theme.type.bigCount
                strong: true
                text: root.viewModel.figure
            }
            Words {
                anchors.baseline: figure.baseline
                font.pixelSize: Theme.type.count
                text: root.viewModel.unit
                visible: text
            }
        }
        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            font.pixelSize: Theme.type.lead
            text: root.viewModel.under
            visible: text
        }
    }
}
