// 证明: the verdict first, then what replaces it or who issues it; a slip of it to take away. Plain and quiet; no 金小二 here.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property ProofViewModel viewModel
    readonly property real footTop: touchHeight - Theme.size.proofFoot - Theme.size.gap6
    readonly property bool paged: viewModel.reading.pages > 1
    // Where words are large the page buttons have a row of their own.
    readonly property bool apart: Theme.portrait && Theme.type.growth > 1.5
    // Beside the page buttons large words leave room for the deed that is asked for, and for a second one.
    readonly property bool crowded: Theme.type.growth > 1 && paged && !apart
    readonly property bool otherShown: !crowded || (!prints && Theme.type.growth < 2)
    readonly property bool beside: paged && !apart
    readonly property real pagerTop: apart ? footTop - Theme.size.proofFoot - gap : footTop
    readonly property bool prints: viewModel.offer.canPrint
    // The deeds share what the page buttons leave: beside these they are narrow, the icon above the word.
    readonly property real deedsX: beside ? Theme.size.readingPager + Theme.size.gap6 : 0
    readonly property real deedsWidth: touchWidth - deedsX
    readonly property real lesserDeed: crowded ? (deedsWidth - Theme.size.gap4) / 2 : apart ? (touchWidth - (prints ? 2 : 1) * Theme.size.gap4) / (prints ? 3 : 2) : !paged ? Theme.size.lesserDeed : prints ? Theme.size.proofTurn : (deedsWidth - Theme.size.gap4) / 2
    readonly property int lesserDeeds: (prints ? 1 : 0) + (otherShown ? 1 : 0)
    readonly property real firstDeed: deedsWidth - lesserDeeds * (lesserDeed + Theme.size.gap4)
    readonly property bool reportHere: Theme.portrait && !viewModel.needed && !apart
    readonly property real gap: Theme.portrait ? Theme.size.gap6 : Theme.size.gap4
    readonly property real paneTop: cordLength + verdictBoard.height + gap
    readonly property real paneBottom: (apart && paged ? pagerTop : reportHere ? footTop - Theme.size.tip - gap : footTop) - gap

    beamTop: Theme.place.proof
    cords: [pegs[0], pegs[pegs.length - 1]]
    firstTarget: cordLength + Theme.size.verdictBoard
    panelWidth: Theme.size.slimPanel
    tint: Theme.colour.tintOfList(viewModel.listKey)

    looking: [
        ProofLooking {
            anchors.fill: parent
            viewModel: root.viewModel
        }
    ]

    VerdictBoard {
        id: verdictBoard

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
        note: root.prints ? printed : told
        visible: root.reportHere
        width: parent.width
        y: root.footTop - height - Theme.size.gap6
    }
    ReadingButtons {
        buttonWidth: Theme.size.proofTurn
        height: Theme.size.proofFoot
        viewModel: root.viewModel.reading
        visible: root.paged
        width: root.apart ? root.touchWidth : Theme.size.readingPager
        y: root.pagerTop
    }
    Button {
        glyph: Theme.icon.printer
        height: Theme.size.proofFoot
        kind: Button.Step
        label: root.paged || root.apart ? qsTr("打印") : name
        labelSize: Theme.type.fact
        name: root.viewModel.needed ? qsTr("打印怎么开") : qsTr("打印这张说明")
        stacked: root.paged || root.apart
        visible: root.prints
        width: root.firstDeed
        x: root.deedsX
        y: root.footTop

        onActivated: root.viewModel.offer.printOut()
    }
    Button {
        glyph: Theme.icon.qrCode
        height: Theme.size.proofFoot
        kind: root.prints ? Button.Plain : Button.Step
        label: qsTr("二维码")
        labelSize: Theme.type.fact
        stacked: root.paged || root.apart
        width: root.prints ? root.lesserDeed : root.firstDeed
        x: root.touchWidth - (root.otherShown ? root.lesserDeed + Theme.size.gap4 : 0) - width
        y: root.footTop

        onActivated: root.viewModel.offer.showQr()
    }
    Button {
        glyph: Theme.icon.search
        height: Theme.size.proofFoot
        label: qsTr("查别的")
        labelSize: Theme.type.fact
        name: qsTr("查别的证明")
        stacked: root.paged || root.apart
        visible: root.otherShown
        width: root.lesserDeed
        x: root.touchWidth - width
        y: root.footTop

        onActivated: root.viewModel.openSearch()
    }
}
