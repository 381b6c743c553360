// 首页: what happened to me? Twelve boards, one search, four lists, one big button.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property HomeViewModel viewModel
    readonly property int boardColumns: 6
    readonly property real boardPitch: Theme.size.board + Theme.size.boardGap
    readonly property real boardsWidth: boardColumns * boardPitch - Theme.size.boardGap
    readonly property real sideX: Theme.portrait ? 0 : boardsWidth + Theme.size.gap12 - Theme.size.gap2
    readonly property real sideWidth: touchWidth - sideX
    readonly property list<real> boardMiddles: Array.from({
        "length": boardColumns
    }, (_, column) => column * boardPitch + Theme.size.board / 2)

    beamTop: Theme.portrait ? Theme.place.home : Theme.place.wideHome
    cordLength: Theme.size.hang
    cords: Theme.portrait ? boardMiddles : boardMiddles.concat([sideX + Theme.size.gap16, touchWidth - Theme.size.gap16])
    panelWidth: 0
    pegs: cords

    behind: [
        Street {
            anchors.bottom: parent.bottom
            visible: !Theme.contrast
            width: parent.width
        },
        Pressable {
            id: waiter

            height: mascot.height
            name: qsTr("找金小二")
            reach: 0
            visible: !Theme.contrast
            width: mascot.width
            x: Theme.portrait ? parent.width - width - Theme.size.margin : parent.width * 0.405
            y: parent.height - height

            activeFocusOnTab: false

            onActivated: root.viewModel.openHelper()

            Picture {
                id: mascot

                file: "jinxiaoer"
                height: Theme.portrait ? Theme.size.mascotHome : Theme.size.mascotWide
                y: waiter.down ? Theme.size.drop : 0
            }
        }
    ]
    looking: [
        HomeLooking {
            anchors.fill: parent
            viewModel: root.viewModel
        }
    ]

    Repeater {
        model: root.viewModel.lifeEvents

        HomeBoard {
            required property int index
            required property string key
            required property string label
            required property string firstLine
            required property string secondLine
            required property string icon

            first: firstLine
            glyph: icon
            hangs: index >= root.boardColumns
            name: label
            second: secondLine
            x: (index % root.boardColumns) * root.boardPitch
            y: root.cordLength + Math.floor(index / root.boardColumns) * (Theme.size.boardHeight + Theme.size.boardRowGap)

            onActivated: root.viewModel.openLifeEvent(key)
        }
    }
    Column {
        spacing: Theme.size.gap6 - Theme.size.hairline
        width: root.sideWidth
        x: root.sideX
        y: Theme.portrait ? root.cordLength + 2 * Theme.size.boardHeight + Theme.size.boardRowGap + Theme.size.gap6 : root.cordLength

        SearchBar {
            hint: Theme.portrait ? qsTr("汉字、拼音都行") : ""
            label: qsTr("说说您要办的事")
            width: parent.width

            onActivated: root.viewModel.openSearch()
        }
        FourLists {
            viewModel: root.viewModel
            width: parent.width
        }
        TicketButton {
            ahead: root.viewModel.ticketAhead
            away: root.viewModel.ticketAwayText
            label: qsTr("一口受理 取号")
            note: qsTr("一个窗口，各样事都收")
            wait: root.viewModel.ticketWait
            width: parent.width

            onActivated: root.viewModel.takeTicket()
        }
    }
    Button {
        glyph: Theme.icon.notice
        height: Theme.size.quietBoard
        label: root.viewModel.noticesTitle
        leads: true
        name: root.viewModel.noticesTitle
        note: root.viewModel.noticeText
        oneLine: !Theme.portrait
        toTheLeft: true
        width: Theme.portrait ? root.touchWidth : root.boardsWidth
        y: root.touchHeight - height - (Theme.portrait ? Theme.size.gap4 : Theme.size.gap6)

        onActivated: root.viewModel.openNotices()
    }
}
