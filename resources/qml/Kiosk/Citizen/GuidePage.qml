// 办事指南: five facts above the beam, four tabs under it, one tip that saves a trip, then my list, paper and codes, and the number.
// What belongs together with it stands at the end of every tab.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property GuideViewModel viewModel
    readonly property real tabWidth: (touchWidth - 3 * Theme.size.gutter) / 4
    readonly property bool giving: viewModel.ticketAwayText === ""
    readonly property bool paged: viewModel.reading.pages > 1
    // The elder version reads: the tabs, the text, then the list and the number. Paper and codes are with the list.
    readonly property bool brief: Theme.elder
    readonly property bool tabsWrap: (!shortTabs ? 4 : Theme.type.scarce ? 2 : 3) * Theme.type.fact + 2 * Theme.size.gap3 > tabWidth
    readonly property bool shortTabs: brief && Theme.portrait
    readonly property var tabWords: Theme.type.scarce ? ({
            "eligible": qsTr("资格"),
            "materials": qsTr("材料"),
            "steps": qsTr("办法"),
            "basis": qsTr("依据")
        }) : ({
            "eligible": qsTr("能办吗"),
            "materials": qsTr("带什么"),
            "steps": qsTr("怎么办"),
            "basis": qsTr("依据")
        })
    readonly property real tabHeight: Theme.size.tab + (tabsWrap ? Theme.type.fact : 0)
    readonly property real half: (touchWidth - Theme.size.gutter) / 2
    readonly property bool tipShown: Theme.portrait && !brief && viewModel.tip !== ""
    readonly property real footTop: touchHeight - Theme.size.guideFoot - Theme.size.gap6
    // Upright: the list has a row of its own, beside the page buttons where there are any; wide: it stands in the foot.
    readonly property real listTop: Theme.portrait && !brief ? footTop - Theme.size.gap4 - Theme.size.guideList : footTop
    readonly property real pagerHeight: brief ? Theme.size.elderLine : Theme.size.guideList
    readonly property real pagerTop: brief ? footTop - Theme.size.gap4 - pagerHeight : listTop
    readonly property real listWidth: Theme.portrait && brief ? half : Theme.portrait ? touchWidth - (paged ? Theme.size.guidePager + Theme.size.gap4 : 0) : Theme.size.guideListWide
    readonly property real ticketWidth: brief ? touchWidth - listWidth - Theme.size.gutter : Theme.portrait ? (touchWidth - Theme.size.gutter) / 2 : Theme.size.guideTicket
    readonly property real offerX: Theme.portrait ? 0 : listWidth + Theme.size.gutter
    readonly property real pagerSide: Theme.portrait || !paged ? 0 : Theme.size.guidePagerSide + Theme.size.gap4
    readonly property real paneTop: cordLength + tabHeight + Theme.size.gap6
    readonly property real paneBottom: (Theme.portrait && brief && paged ? pagerTop : listTop) - Theme.size.gap6 - (tipShown ? Theme.size.tip + Theme.size.gap6 : 0)

    beamTop: Theme.place.guide
    cords: pegs
    tint: Theme.colour.tintOfList(viewModel.listKey)

    behind: [
        Row {
            height: Theme.size.header
            spacing: Theme.size.gap4
            visible: root.split && !root.brief
            x: root.panelWidth + Theme.size.gap12
            y: Theme.size.headerTop

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colour.inkQuiet
                glyph: Theme.icon.inform
                size: Theme.size.iconSmall
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colour.inkQuiet
                text: root.viewModel.verificationText
            }
        }
    ]
    looking: [
        GuideLooking {
            anchors.fill: parent
            viewModel: root.viewModel
        }
    ]

    Repeater {
        model: root.viewModel.tabs

        TabBoard {
            required property int index
            required property string key

            brief: root.shortTabs ? root.tabWords[key] : label
            selected: key === root.viewModel.tab
            eyelets: root.pegs.slice(2 * index, 2 * index + 2).map(peg => peg - x)
            height: root.tabHeight
            width: root.tabWidth
            wraps: root.tabsWrap
            x: index * (root.tabWidth + Theme.size.gutter)
            y: root.cordLength

            onActivated: root.viewModel.openTab(key)
        }
    }
    ReadingPane {
        height: root.paneBottom - root.paneTop
        viewModel: root.viewModel.reading
        width: root.touchWidth - root.pagerSide
        y: root.paneTop
    }
    ReadingButtons {
        buttonHeight: Theme.portrait ? height : Theme.size.guideFoot
        buttonWidth: Theme.portrait ? Theme.size.guidePagerButton : width
        height: Theme.portrait ? root.pagerHeight : root.paneBottom - root.paneTop
        upright: !Theme.portrait
        viewModel: root.viewModel.reading
        visible: root.paged
        width: Theme.portrait ? root.brief ? root.touchWidth : Theme.size.guidePager : Theme.size.guidePagerSide
        x: Theme.portrait ? 0 : root.touchWidth - width
        y: Theme.portrait ? root.pagerTop : root.paneTop
    }
    Tip {
        height: Theme.size.tip
        mascot: root.viewModel.mascotShown
        note: root.viewModel.tip
        title: qsTr("容易白跑的一点")
        visible: root.tipShown
        width: root.touchWidth
        y: root.listTop - height - Theme.size.gap6
    }
    Button {
        readonly property bool narrow: !Theme.portrait || root.paged || root.brief

        glyph: root.brief && (!Theme.portrait || Theme.type.scarce) ? "" : Theme.icon.list
        height: Theme.portrait && !root.brief ? Theme.size.guideList : Theme.size.guideFoot
        iconSize: Theme.size.iconBoard
        kind: Button.Step
        label: narrow ? root.viewModel.listShortLabel : root.viewModel.listLabel
        labelSize: root.brief ? Theme.type.fact : Theme.type.row
        leads: !narrow
        name: root.viewModel.listLabel
        note: root.brief ? "" : narrow ? root.viewModel.listShortNote : root.viewModel.listNote
        toTheLeft: !narrow
        width: root.listWidth
        x: Theme.portrait && !root.brief ? root.touchWidth - width : 0
        y: root.listTop

        onActivated: root.viewModel.makeList()
    }
    TakeAwayButtons {
        height: Theme.size.guideFoot
        offer: root.viewModel.offer
        visible: !root.brief
        stacked: !Theme.portrait || Theme.type.growth > 1
        width: root.touchWidth - root.ticketWidth - Theme.size.gutter - root.offerX
        x: root.offerX
        y: root.footTop
    }
    Button {
        glyph: Theme.elder || (!Theme.portrait && Theme.type.growth > 1) ? "" : root.giving ? Theme.icon.ticket : Theme.icon.clock
        height: Theme.size.guideFoot
        iconSize: Theme.size.iconBoard
        kind: root.giving ? Button.Main : Button.Plain
        label: root.giving ? root.viewModel.ticketLabel : qsTr("现在不发号")
        labelSize: root.giving || !Theme.elder ? Theme.type.lead : Theme.type.body
        name: label + "，" + (root.giving ? root.viewModel.waitText : root.viewModel.ticketAwayText)
        note: Theme.type.growth > 2 ? "" : root.giving ? root.viewModel.waitShortText : root.viewModel.awayShortText
        width: root.ticketWidth
        x: root.touchWidth - width
        y: root.footTop

        onActivated: root.viewModel.takeTicket()
    }
}
