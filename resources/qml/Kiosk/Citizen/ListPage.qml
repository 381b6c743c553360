// 列表: one of the four lists. Items have boards by theme or department and a row for the place; the abolished list has tabs; rows below, page by page.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.CitizenModels

HallPage {
    id: root

    required property ListViewModel viewModel
    readonly property color accent: Theme.colour.ofList(viewModel.list)
    readonly property color accentThickness: Theme.colour.thicknessOfList(viewModel.list)
    readonly property bool items: viewModel.layout === "items"
    readonly property bool abolished: viewModel.layout === "abolished"
    // The elder version has fewer choices: the rows come first.
    readonly property bool tabbed: abolished && !Theme.elder
    readonly property real gap: Theme.portrait ? Theme.size.gap6 : Theme.size.gap4
    // The column of boards at the side of a wide screen.
    readonly property real sideWidth: items && !Theme.portrait ? Theme.size.sideBoard + Theme.size.gap6 : 0
    readonly property real mainWidth: touchWidth - sideWidth
    readonly property list<real> middles: Theme.size.pegs(touchWidth)
    readonly property real foot: touchHeight - Theme.size.pageFoot - Theme.size.pageButton

    cords: !items && !tabbed ? [middles[0], middles[7]] : pegs
    panelWidth: Theme.size.slimPanel
    pegs: tabbed ? tabs.middles : items && !Theme.portrait ? Theme.elder ? [Theme.size.sideBoard / 2, sideWidth + Theme.size.gap16, touchWidth - Theme.size.gap16] : [Theme.size.sideBoard / 2].concat(where.middles.map(middle => sideWidth + middle)) : middles
    tint: Theme.colour.tintOfList(viewModel.list)

    looking: [
        ListLooking {
            accent: root.accent
            anchors.fill: parent
            figure: root.viewModel.countText
            lead: root.viewModel.leadText
            note: root.viewModel.noteText
            title: root.viewModel.title
            unit: qsTr("项")

            Reminder {
                glyph: Theme.icon.phone
                tail: qsTr("打 12345 反映")
                text: qsTr("还有人让您开？")
                visible: root.abolished
                width: parent.width
            }
        }
    ]

    GroupBoards {
        id: groups

        accent: root.accent
        accentThickness: root.accentThickness
        model: root.viewModel.boards
        visible: root.items
        width: Theme.portrait ? root.touchWidth : Theme.size.sideBoard
        y: root.cordLength

        onChosen: key => root.viewModel.chooseGroup(key)
    }
    WhereRow {
        id: where

        accent: root.accent
        accentThickness: root.accentThickness
        model: root.viewModel.places
        regroup: root.viewModel.regroupText
        visible: root.items && !Theme.elder
        width: root.mainWidth
        x: root.sideWidth
        y: Theme.portrait ? groups.y + groups.height + root.gap : root.cordLength

        onChosen: key => root.viewModel.choosePlace(key)
        onRegrouped: root.viewModel.regroup()
    }
    TabRow {
        id: tabs

        accent: root.accent
        accentThickness: root.accentThickness
        model: root.viewModel.tabs
        visible: root.tabbed
        width: root.touchWidth
        y: root.cordLength

        onChosen: key => root.viewModel.chooseGroup(key)
    }
    SearchBar {
        id: search

        accent: root.accent
        height: Theme.size.listSearch
        hint: qsTr("汉字、拼音都行")
        label: qsTr("找哪个证明？")
        visible: !root.items
        width: root.touchWidth
        y: root.cordLength + (root.tabbed ? Theme.size.tab + root.gap : 0)

        onActivated: root.viewModel.openSearch()
    }
    EntryBoard {
        id: board

        accent: root.accent
        leastRow: slim ? Theme.size.slimLine : Theme.size.entryLine
        model: root.viewModel.rows
        room: pager.y - root.gap - y
        slim: root.abolished && !Theme.portrait && !Theme.elder
        visible: root.viewModel.state === "content"
        width: root.mainWidth
        x: root.sideWidth
        y: root.gap + (!root.items ? search.y + search.height : where.visible ? where.y + where.height : Theme.portrait ? groups.y + groups.height : root.cordLength - root.gap)

        Component.onCompleted: root.viewModel.fitRows(fit)
        onChosen: key => root.viewModel.openEntry(key)
        onFitChanged: Qt.callLater(root.viewModel.fitRows, fit)
    }
    ListState {
        condition: root.viewModel.state
        deed: root.viewModel.state === "empty" ? qsTr("看全部") : ""
        height: board.room
        note: root.viewModel.state === "empty" ? qsTr("换一类看看，或者问金小二。") : root.viewModel.state === "error" ? qsTr("内容现在读不出来，窗口照常办事。") : ""
        title: root.viewModel.state === "empty" ? qsTr("这一类里没有") : root.viewModel.state === "error" ? qsTr("这张单子现在看不了") : qsTr("正在找")
        width: board.width
        x: board.x
        y: board.y

        onDeedWanted: root.viewModel.showAll()
        onHelperWanted: root.viewModel.openHelper()
    }
    PageButtons {
        id: pager

        accent: root.accent
        page: root.viewModel.page
        pages: root.viewModel.pages
        width: root.mainWidth
        x: root.sideWidth
        y: root.foot

        onNext: root.viewModel.nextPage()
        onPrevious: root.viewModel.previousPage()
    }
}
