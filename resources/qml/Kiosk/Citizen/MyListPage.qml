// 我的清单: what is missing above the beam, the papers to tick under it, then paper, codes and the number.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property MyListViewModel viewModel
    readonly property bool giving: viewModel.ticketAwayText === ""
    readonly property bool paged: viewModel.pages > 1
    readonly property real half: (touchWidth - Theme.size.gutter) / 2
    readonly property real footTop: touchHeight - Theme.size.guideFoot - Theme.size.gap6
    // Upright: change the answers over the main buttons; wide: beside them.
    readonly property bool changeAbove: Theme.portrait && viewModel.asks
    readonly property real changeTop: changeAbove ? footTop - Theme.size.gap4 - Theme.size.changeButton : footTop
    readonly property real pagerTop: Theme.portrait && paged ? changeTop - Theme.size.gap4 - Theme.size.pageButton : changeTop
    readonly property real pagerSide: Theme.portrait || !paged ? 0 : Theme.size.guidePagerSide + Theme.size.gap4
    readonly property real changeWidth: viewModel.asks ? Theme.size.changeWide : 0
    readonly property real offerX: Theme.portrait || !viewModel.asks ? 0 : changeWidth + Theme.size.gutter
    readonly property real takeWidth: Theme.portrait ? half : Theme.size.listTicket

    beamTop: Theme.place.myList
    cords: [pegs[0], pagerSide > 0 ? pegs[6] : pegs[7]]
    tint: Theme.colour.tintOfList(viewModel.listKey)

    looking: [
        MyListLooking {
            anchors.fill: parent
            viewModel: root.viewModel
        }
    ]

    MyListPane {
        height: root.pagerTop - Theme.size.gap4 - y
        viewModel: root.viewModel
        width: root.touchWidth - root.pagerSide
        y: root.cordLength
    }
    PageTurner {
        buttonHeight: Theme.size.guideFoot
        buttonWidth: width
        height: root.footTop - Theme.size.gap4 - y
        page: root.viewModel.page
        pages: root.viewModel.pages
        upright: true
        visible: root.paged && !Theme.portrait
        width: Theme.size.guidePagerSide
        x: root.touchWidth - width
        y: root.cordLength

        onNext: root.viewModel.next()
        onPrevious: root.viewModel.previous()
    }
    PageButtons {
        page: root.viewModel.page
        pages: root.viewModel.pages
        visible: root.paged && Theme.portrait
        width: root.touchWidth
        y: root.pagerTop

        onNext: root.viewModel.next()
        onPrevious: root.viewModel.previous()
    }
    Button {
        glyph: Theme.icon.pencil
        height: Theme.portrait ? Theme.size.changeButton : Theme.size.guideFoot
        label: Theme.portrait ? qsTr("换个答案，重新出清单") : Theme.type.scarce ? qsTr("换答案") : qsTr("换个答案")
        labelSize: Theme.type.fact
        leads: Theme.portrait
        stacked: !Theme.portrait
        toTheLeft: Theme.portrait
        visible: root.viewModel.asks
        width: Theme.portrait ? root.touchWidth : root.changeWidth
        y: root.changeTop

        onActivated: root.viewModel.changeAnswers()
    }
    TakeAwayButtons {
        height: Theme.size.guideFoot
        offer: root.viewModel.offer
        stacked: !Theme.portrait || Theme.type.growth > 1
        width: root.touchWidth - root.takeWidth - Theme.size.gutter - root.offerX
        x: root.offerX
        y: root.footTop
    }
    Button {
        glyph: Theme.elder ? "" : root.giving ? Theme.icon.ticket : Theme.icon.clock
        height: Theme.size.guideFoot
        iconSize: Theme.size.iconBoard
        kind: root.giving ? Button.Main : Button.Plain
        label: root.giving ? root.viewModel.ticketLabel : qsTr("现在不发号")
        labelSize: root.giving || !Theme.elder ? Theme.type.lead : Theme.type.body
        name: label + "，" + (root.giving ? root.viewModel.waitText : root.viewModel.ticketAwayText)
        note: Theme.type.growth > 2 ? "" : root.giving ? root.viewModel.waitShortText : root.viewModel.awayShortText
        width: root.takeWidth
        x: root.touchWidth - width
        y: root.footTop

        onActivated: root.viewModel.takeTicket()
    }
}
