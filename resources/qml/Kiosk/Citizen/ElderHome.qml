// Home of the elder version, below the beam: four boards by use, the way to the others, proofs, one number to take.
// Upright one under the other; wide the boards and the other matters at the left, the number and the proofs at the right.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property HomeViewModel viewModel
    required property real cordLength
    readonly property real boardsWidth: Theme.portrait ? width : Theme.size.elderBoards
    readonly property real boardWidth: (boardsWidth - 3 * Theme.size.gutter) / 4
    readonly property real besideX: Theme.portrait ? 0 : boardsWidth + Theme.size.gap8
    readonly property real belowBoards: cordLength + Theme.size.boardHeight + Theme.size.gap6
    // Middles of the pegs: two over each board, and on wide screens two over the number.
    readonly property list<real> pegs: Array.from({
        "length": 8
    }, (_, n) => (n >> 1) * (boardWidth + Theme.size.gutter) + (n % 2 ? 0.77 : 0.23) * boardWidth).concat(Theme.portrait ? [] : [besideX + Theme.size.gap16, width - Theme.size.gap16])

    Repeater {
        model: root.viewModel.elderEvents

        ElderBoard {
            required property int index
            required property string key
            required property string label
            required property string icon

            glyph: icon
            name: label
            width: root.boardWidth
            x: index * (root.boardWidth + Theme.size.gutter)
            y: root.cordLength

            onActivated: root.viewModel.openLifeEvent(key)
        }
    }
    Component {
        id: ticket

        ElderTicket {
            ahead: root.viewModel.ticketAhead
            away: root.viewModel.ticketAwayText

            onActivated: root.viewModel.takeTicket()
        }
    }
    // Beside the boards it is read, and comes with the keyboard, before what stands below them.
    Loader {
        active: !Theme.portrait
        height: Theme.size.boardHeight
        sourceComponent: ticket
        width: root.width - root.besideX
        x: root.besideX
        y: root.cordLength
    }
    Button {
        id: others

        glyph: Theme.icon.apps
        height: Theme.size.elderRow
        iconSize: Theme.size.iconBoard
        label: qsTr("别的事情")
        labelSize: Theme.type.lead
        leads: true
        toTheLeft: true
        width: root.boardsWidth
        y: root.belowBoards

        onActivated: root.viewModel.openOtherEvents()
    }
    Button {
        id: proofs

        glyph: Theme.icon.documentQuestion
        height: Theme.size.elderRow
        iconSize: Theme.size.iconBoard
        label: qsTr("证明要不要开")
        labelSize: Theme.type.lead
        leads: true
        toTheLeft: true
        width: root.width - root.besideX
        x: root.besideX
        y: root.belowBoards + (Theme.portrait ? others.height + Theme.size.gap6 : 0)

        onActivated: root.viewModel.openProofSearch()
    }
    Loader {
        active: Theme.portrait
        height: Theme.size.ticketButton
        sourceComponent: ticket
        width: root.width - root.besideX
        x: root.besideX
        y: proofs.y + proofs.height + Theme.size.gap6
    }
}
