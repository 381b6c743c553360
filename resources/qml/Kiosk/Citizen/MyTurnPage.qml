// 到我了吗: first the number, on large keys; then how it stands and what its holder may do.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property MyTurnViewModel viewModel
    readonly property bool typing: viewModel.step === "number" || viewModel.step === "looking" || viewModel.step === "time"

    beamTop: typing ? Theme.place.turnNumber : Theme.place.turnState
    firstTarget: cordLength + (typing ? Theme.size.turnLine / 2 : Theme.size.turnSheet)
    cords: typing ? keys.cords : [pegs[0], pegs[7]]

    looking: [
        Column {
            id: head

            spacing: Theme.size.gap4
            width: parent.width

            Words {
                Accessible.role: Accessible.Heading
                // The elder version has room for what is wrong or for the question.
                visible: !(Theme.elder && root.typing && root.viewModel.problem)
                font.pixelSize: Math.min(Theme.type.title, Math.floor(width / Math.max(1, root.viewModel.title.length)))
                lines: 1
                strong: true
                text: root.viewModel.title
                width: parent.width
            }
            Words {
                color: Theme.colour.inkQuiet
                font.pixelSize: Theme.type.fact
                lineHeight: Theme.type.scarce ? Theme.type.tightLineHeight : Theme.type.lineHeight
                lines: Theme.portrait ? 2 : Theme.type.scarce ? 5 : 3
                text: root.viewModel.note
                visible: !root.viewModel.problem && !(Theme.elder && (Theme.portrait ? root.typing : calls.visible))
                width: parent.width
            }
            Row {
                spacing: Theme.size.gap3
                visible: root.viewModel.problem
                width: parent.width

                Icon {
                    id: problemIcon

                    color: Theme.colour.alarm
                    glyph: Theme.icon.warn
                    size: Theme.size.icon
                }
                Words {
                    Accessible.name: text
                    Accessible.role: Accessible.AlertMessage
                    color: Theme.colour.alarm
                    font.pixelSize: Theme.type.fact
                    lineHeight: Theme.elder ? Theme.type.tightLineHeight : Theme.type.lineHeight
                    lines: Theme.elder && !Theme.portrait ? 6 : Theme.elder || !Theme.portrait ? 4 : 2
                    strong: true
                    text: root.viewModel.problem
                    width: parent.width - problemIcon.width - parent.spacing
                }
            }
        },
        MyTurnField {
            cells: root.viewModel.cells
            visible: root.typing
            width: parent.width
            y: Theme.portrait ? root.lookHeight - height - Theme.size.gap8 : head.height + Theme.size.gap12
        },
        MyTurnCalls {
            id: calls

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.size.gap6
            upright: true
            viewModel: root.viewModel
            visible: !root.typing && !Theme.portrait && !Theme.type.scarce && !(Theme.elder && root.viewModel.step === "sure")
            width: parent.width
        }
    ]

    MyTurnKeys {
        id: keys

        height: root.touchHeight
        hang: root.cordLength
        pegs: root.pegs
        viewModel: root.viewModel
        visible: root.typing
        width: root.touchWidth
    }
    MyTurnState {
        height: root.touchHeight
        hang: root.cordLength
        pegs: root.pegs
        viewModel: root.viewModel
        visible: !root.typing
        width: root.touchWidth
    }
}
