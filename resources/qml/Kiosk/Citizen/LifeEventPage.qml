// 人生大事: upright, the groups hang one from another; wide, each group is behind its tab. More than fits: page buttons, never smaller rows.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property LifeEventViewModel viewModel
    readonly property list<real> middles: Theme.size.pegs(touchWidth)
    readonly property real gap: Theme.portrait ? Theme.size.gap6 : Theme.size.gap4
    readonly property real foot: touchHeight - Theme.size.pageFoot
    // A group without its rows, and the cord it hangs from.
    readonly property real groupCost: Theme.size.boardHead + Theme.size.thickness + gap
    readonly property real pagerCost: Theme.size.pageButton + gap
    readonly property real tabsEnd: cordLength + tabs.height + gap
    readonly property real tabRoom: foot - pagerCost - tabsEnd - Theme.size.thickness
    // The last group needs no gap below it.
    readonly property real room: foot - cordLength + gap
    readonly property real rowsRoom: room - groups.count * groupCost - (viewModel.pages > 1 ? pagerCost : 0)

    readonly property int sharing: Theme.portrait || viewModel.pages === 1 ? viewModel.rowsShown : viewModel.rowsThatFit
    // Rows share the room, but do not grow without end.
    readonly property real rowHeight: Math.min(Theme.elder || !Theme.portrait ? Theme.size.row : Theme.size.slimRow, Math.floor((Theme.portrait ? rowsRoom : tabRoom) / Math.max(1, sharing)))

    function fit(): void {
        if (Theme.portrait)
            root.viewModel.fitGroups(root.room, root.groupCost, Theme.size.groupLine, root.pagerCost);
        else
            root.viewModel.fitRows(Math.floor(root.tabRoom / Theme.size.groupLine));
    }

    cords: Theme.portrait ? [middles[0], middles[7]] : pegs
    panelWidth: Theme.size.slimPanel
    pegs: Theme.portrait ? middles : tabs.middles
    tint: Theme.colour.sky

    looking: [
        ListLooking {
            accent: Theme.colour.ink
            anchors.fill: parent
            figure: root.viewModel.countText
            glyph: root.viewModel.icon
            lead: root.viewModel.hintText
            note: root.viewModel.noteText
            title: root.viewModel.title
            unit: qsTr("项")

            Words {
                color: Theme.colour.inkQuiet
                text: qsTr("不清楚就问金小二。")
                width: parent.width
            }
        }
    ]

    Component.onCompleted: fit()
    onPagerCostChanged: fit()
    onRoomChanged: fit()

    TabRow {
        id: tabs

        model: Theme.portrait ? null : root.viewModel.tabs
        width: root.touchWidth
        y: root.cordLength

        onChosen: key => root.viewModel.chooseGroup(key)
    }
    Column {
        spacing: root.gap
        visible: root.viewModel.state === "content"
        width: parent.width
        y: Theme.portrait ? root.cordLength : root.tabsEnd

        Repeater {
            id: groups

            model: root.viewModel.groups

            EntryBoard {
                id: group

                required property int index
                required property var entries
                required glyph
                required label

                headed: Theme.portrait
                model: entries
                rowHeight: root.rowHeight
                timeShown: false
                width: parent.width

                onChosen: key => root.viewModel.openEntry(key)

                Repeater {
                    model: group.index > 0 ? [root.middles[0], root.middles[7]] : []

                    Rectangle {
                        required property real modelData

                        color: Theme.colour.cord
                        height: root.gap
                        width: Theme.size.cord
                        x: modelData - width / 2
                        y: -height
                    }
                }
            }
        }
    }
    ListState {
        condition: root.viewModel.state
        height: root.touchHeight - y
        note: root.viewModel.state === "empty" ? qsTr("金小二帮您问问该办什么。") : root.viewModel.state === "error" ? qsTr("内容现在读不出来，窗口照常办事。") : ""
        solemn: root.viewModel.solemn
        title: root.viewModel.state === "empty" ? qsTr("这里还没有事项") : root.viewModel.state === "error" ? qsTr("这一页现在看不了") : qsTr("正在找")
        width: root.touchWidth
        y: root.cordLength

        onHelperWanted: root.viewModel.openHelper()
    }
    PageButtons {
        page: root.viewModel.page
        pages: root.viewModel.pages
        width: root.touchWidth
        y: root.foot - height

        onNext: root.viewModel.nextPage()
        onPrevious: root.viewModel.previousPage()
    }
}
