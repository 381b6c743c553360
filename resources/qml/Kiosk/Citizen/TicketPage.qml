// 取号: line, people ahead, range; the class one declares; one big button. While there are no numbers: why, when again, what to do meanwhile.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property TicketViewModel viewModel

    beamTop: viewModel.giving ? Theme.place.ticket : Theme.place.closed
    firstTarget: cordLength + (viewModel.giving ? Theme.size.target / 2 : Theme.size.nextBoard)
    cords: viewModel.giving && Theme.elder ? [pegs[0], pegs[7]] : viewModel.giving ? pegs.filter((_, peg) => peg % 3 < 2) : [pegs[0], pegs[7]]

    looking: [
        Column {
            id: head

            spacing: Theme.elder ? Theme.size.gap4 : Theme.size.gap6
            visible: root.viewModel.giving
            width: parent.width
            y: Theme.size.gap6

            Words {
                id: title

                font.pixelSize: Theme.portrait ? Theme.type.title : Theme.type.call
                lineHeight: Theme.type.tightLineHeight
                lines: Theme.portrait ? 1 : 2
                strong: true
                text: root.viewModel.title
                width: parent.width
            }
            Words {
                color: Theme.colour.inkQuiet
                excerpt: true
                font.pixelSize: Theme.type.fact
                lineHeight: Theme.type.tightLineHeight
                lines: Theme.portrait || Theme.elder ? 1 : 2
                text: root.viewModel.itemName
                visible: text && head.y + title.height + head.spacing + implicitHeight <= facts.y
                width: parent.width
            }
        },
        TicketFacts {
            id: facts

            anchors.bottom: parent.bottom
            anchors.bottomMargin: !Theme.portrait ? 0 : Theme.elder ? Theme.size.gap6 : Theme.size.gap12
            model: root.viewModel.facts
            visible: root.viewModel.giving
            width: parent.width
        },
        Column {
            spacing: Theme.size.gap6
            visible: !root.viewModel.giving
            width: parent.width
            y: Theme.size.gap8

            Words {
                font.pixelSize: Theme.type.title
                strong: true
                text: root.viewModel.awayTitle
                width: parent.width
            }
            Words {
                font.pixelSize: Theme.portrait ? Theme.type.row : Theme.type.body
                lineHeight: Theme.type.scarce ? Theme.type.tightLineHeight : Theme.type.lineHeight
                text: root.viewModel.awayReason
                width: parent.width
            }
            Words {
                color: Theme.colour.inkQuiet
                font.pixelSize: Theme.portrait ? Theme.type.fact : Theme.type.body
                text: root.viewModel.awayAdvice
                visible: !Theme.elder
                width: parent.width
            }
        }
    ]

    Loader {
        active: root.viewModel.giving
        anchors.fill: parent

        sourceComponent: TicketChoices {
            pegs: root.pegs
            hang: root.cordLength
            viewModel: root.viewModel
        }
    }
    Loader {
        active: !root.viewModel.giving
        anchors.fill: parent

        sourceComponent: TicketsAway {
            rings: root.cords
            hang: root.cordLength
            viewModel: root.viewModel
        }
    }
}
