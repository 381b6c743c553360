// 办事指南: five facts above the beam, four tabs under it, one tip that saves a trip, then the number.
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
    readonly property bool tipShown: viewModel.tip !== ""
    readonly property bool paged: viewModel.reading.pages > 1
    readonly property bool wholeFoot: Theme.portrait && !paged
    // Room beside the main button.
    readonly property real beside: touchWidth - Theme.size.guideTicket - Theme.size.gap6
    readonly property real footTop: touchHeight - Theme.size.guideFoot - Theme.size.gap6
    readonly property real paneTop: cordLength + Theme.size.tab + Theme.size.gap6
    readonly property real paneBottom: (Theme.portrait && tipShown ? footTop - Theme.size.tip - Theme.size.gap6 : footTop) - Theme.size.gap6

    beamTop: Theme.place.guide
    cords: pegs
    tint: Theme.colour.tintOfList(viewModel.listKey)

    behind: [
        Row {
            height: Theme.size.header
            spacing: Theme.size.gap4
            visible: root.split
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

            selected: key === root.viewModel.tab
            eyelets: root.pegs.slice(2 * index, 2 * index + 2).map(peg => peg - x)
            height: Theme.size.tab
            width: root.tabWidth
            x: index * (root.tabWidth + Theme.size.gutter)
            y: root.cordLength

            onActivated: root.viewModel.openTab(key)
        }
    }
    ReadingPane {
        height: root.paneBottom - root.paneTop
        viewModel: root.viewModel.reading
        width: root.touchWidth
        y: root.paneTop
    }
    ReadingButtons {
        height: Theme.size.guideFoot
        viewModel: root.viewModel.reading
        visible: root.paged
        width: root.beside
        y: root.footTop
    }
    Tip {
        height: Theme.portrait ? Theme.size.tip : Theme.size.guideFoot
        mascot: root.viewModel.mascotShown
        note: root.viewModel.tip
        title: qsTr("容易白跑的一点")
        visible: root.tipShown && (Theme.portrait || !root.paged)
        width: Theme.portrait ? root.touchWidth : root.beside
        y: Theme.portrait ? root.footTop - height - Theme.size.gap6 : root.footTop
    }
    Button {
        glyph: root.giving ? Theme.icon.ticket : Theme.icon.clock
        height: Theme.size.guideFoot
        iconSize: Theme.size.iconBoard
        kind: root.giving ? Button.Main : Button.Plain
        label: root.giving ? root.viewModel.ticketLabel : qsTr("现在不发号")
        labelSize: Theme.type.lead
        name: label + "，" + (root.giving ? root.viewModel.waitText : root.viewModel.ticketAwayText)
        note: root.wholeFoot ? (root.giving ? root.viewModel.waitText : root.viewModel.ticketAwayText) : (root.giving ? root.viewModel.waitShortText : root.viewModel.awayShortText)
        width: root.wholeFoot ? root.touchWidth : Theme.size.guideTicket
        x: root.touchWidth - width
        y: root.footTop

        onActivated: root.viewModel.takeTicket()
    }
}
