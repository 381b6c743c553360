// 证明: the verdict first, then what replaces it or who issues it. Plain and quiet; no 金小二 here.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property ProofViewModel viewModel
    readonly property real footTop: touchHeight - Theme.size.proofFoot - Theme.size.gap6
    readonly property bool paged: viewModel.reading.pages > 1
    readonly property bool reportHere: Theme.portrait && !viewModel.needed
    readonly property real paneTop: cordLength + Theme.size.verdictBoard + Theme.size.gap6
    readonly property real paneBottom: (reportHere ? footTop - Theme.size.tip - Theme.size.gap6 : footTop) - Theme.size.gap6

    beamTop: Theme.place.proof
    cords: [pegs[0], pegs[pegs.length - 1]]
    panelWidth: Theme.size.slimPanel
    tint: Theme.colour.tintOfList(viewModel.listKey)

    looking: [
        ProofLooking {
            anchors.fill: parent
            viewModel: root.viewModel
        }
    ]

    VerdictBoard {
        eyelets: root.cords
        needed: root.viewModel.needed
        reason: root.viewModel.reason
        verdict: root.viewModel.verdict
        width: root.touchWidth
        y: root.cordLength
    }
    ReadingPane {
        height: root.paneBottom - root.paneTop
        viewModel: root.viewModel.reading
        width: root.touchWidth
        y: root.paneTop
    }
    ReportLine {
        height: Theme.size.tip
        visible: root.reportHere
        width: parent.width
        y: root.footTop - height - Theme.size.gap6
    }
    ReadingButtons {
        height: Theme.size.proofFoot
        viewModel: root.viewModel.reading
        visible: root.paged
        width: root.touchWidth - Theme.size.guideTicket - Theme.size.gap6
        y: root.footTop
    }
    Button {
        glyph: Theme.icon.search
        height: Theme.size.proofFoot
        kind: Button.Step
        label: qsTr("查别的证明")
        width: root.paged ? Theme.size.guideTicket : root.touchWidth
        x: root.touchWidth - width
        y: root.footTop

        onActivated: root.viewModel.openSearch()
    }
}
