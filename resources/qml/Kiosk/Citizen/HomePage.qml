// 首页: what happened to me? Twelve boards, one search, four lists, one big button.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property HomeViewModel viewModel
    // Low-reach has four boards in a row, and all of the sky.
    readonly property bool squat: Theme.size.squat
    readonly property int boardColumns: squat ? 4 : 6
    readonly property real boardGap: squat ? Theme.size.squatGap : Theme.size.boardGap
    readonly property real boardPitch: (squat ? Theme.size.squatBoard : Theme.size.board) + boardGap
    readonly property real boardsWidth: boardColumns * boardPitch - boardGap
    readonly property int boardRows: 12 / boardColumns
    readonly property real spacing: squat ? Theme.size.gap4 : Theme.size.gap6
    readonly property real sideX: Theme.portrait ? 0 : boardsWidth + Theme.size.gap12 - Theme.size.gap2
    readonly property real sideWidth: touchWidth - sideX
    readonly property real quietWidth: (touchWidth - Theme.size.gap4) / 2
    readonly property real quietTop: touchHeight - Theme.size.quietBoard - (Theme.portrait ? Theme.size.gap4 : Theme.size.gap6)
    readonly property list<real> boardMiddles: Array.from({
        "length": boardColumns
    }, (_, column) => column * boardPitch + Theme.size.board / 2)

    beamTop: squat ? height - Theme.size.lowHome : Theme.portrait ? Theme.place.home : Theme.place.wideHome
    cordLength: squat ? Theme.size.gap6 : Theme.size.hang
    // A small screen is low enough as it is.
    firstTarget: squat || Theme.type.growth === 1 || Theme.elder ? cordLength + Theme.size.boardHeight / 2 : height
    headed: !Theme.elder
    cords: Theme.elder ? (elder.item as ElderHome)?.pegs ?? [] : squat ? Theme.size.pegs(touchWidth) : Theme.portrait ? boardMiddles : boardMiddles.concat([sideX + Theme.size.gap16, touchWidth - Theme.size.gap16])
    panelWidth: 0
    pegs: cords

    behind: [
        Street {
            anchors.bottom: parent.bottom
            visible: !Theme.contrast && Theme.type.growth === 1
            width: parent.width
        },
        Pressable {
            id: waiter

            // Where the words leave no room, nobody stands.
            readonly property real roomFrom: Theme.portrait ? 0 : looks.questionEnd + Theme.size.margin
            readonly property real roomTo: Theme.portrait ? parent.width : looks.factsStart + Theme.size.margin

            // Out of reach there is nothing to press: the way to the helper is in the bar.
            available: !Theme.low
            height: mascot.height
            name: qsTr("找金小二")
            reach: 0
            visible: !Theme.contrast && roomTo - roomFrom >= width && (!Theme.elder || (Theme.portrait && Theme.type.growth < 2))
            width: mascot.width
            x: Theme.portrait ? parent.width - width - Theme.size.margin : (roomFrom + roomTo - width) / 2
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
            id: looks

            anchors.fill: parent
            viewModel: root.viewModel
            visible: !Theme.elder
        },
        Loader {
            active: Theme.elder
            anchors.fill: parent

            sourceComponent: ElderLooking {
                viewModel: root.viewModel
            }
        }
    ]

    Loader {
        id: elder

        active: Theme.elder
        anchors.fill: parent

        sourceComponent: ElderHome {
            cordLength: root.cordLength
            viewModel: root.viewModel
        }
    }
    Item {
        anchors.fill: parent
        visible: !Theme.elder

        Repeater {
            model: root.squat ? null : root.viewModel.lifeEvents

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
        Repeater {
            model: root.squat ? root.viewModel.lifeEvents : null

            SquatBoard {
                required property int index
                required property string key
                required property string label
                required property string firstLine
                required property string secondLine
                required property string icon

                cords: index < root.boardColumns ? [] : root.pegs.slice(2 * (index % root.boardColumns), 2 * (index % root.boardColumns) + 2).map(peg => peg - x)
                first: firstLine
                glyph: icon
                name: label
                second: secondLine
                x: (index % root.boardColumns) * root.boardPitch
                y: root.cordLength + Math.floor(index / root.boardColumns) * (Theme.size.boardHeight + Theme.size.boardRowGap)

                onActivated: root.viewModel.openLifeEvent(key)
            }
        }
        Column {
            spacing: !Theme.portrait && Theme.type.growth > 1 ? Theme.size.gap3 : root.spacing - Theme.size.hairline
            width: root.sideWidth
            x: root.sideX
            y: Theme.portrait ? root.cordLength + root.boardRows * (Theme.size.boardHeight + Theme.size.boardRowGap) - Theme.size.boardRowGap + root.spacing : root.cordLength

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
        Repeater {
            // In the order of reading, which is the order of the keyboard.
            model: Theme.portrait ? ["turn", "notices"] : ["notices", "turn"]

            Button {
                required property int index
                required property string modelData
                readonly property bool notices: modelData === "notices"

                excerpt: true
                glyph: notices ? Theme.icon.notice : Theme.icon.myTurn
                height: Theme.size.quietBoard
                label: notices ? root.viewModel.noticesTitle : qsTr("到我了吗")
                leads: true
                note: Theme.type.growth > 1 || root.squat ? "" : notices ? root.viewModel.noticeText : Theme.portrait ? qsTr("输号码，看还差几位") : ""
                oneLine: notices && !Theme.portrait
                toTheLeft: true
                width: Theme.portrait ? root.quietWidth : notices ? root.boardsWidth : root.sideWidth
                x: index === 0 ? 0 : root.touchWidth - width
                y: root.quietTop

                onActivated: notices ? root.viewModel.openNotices() : root.viewModel.openMyTurn()
            }
        }
    }
}
