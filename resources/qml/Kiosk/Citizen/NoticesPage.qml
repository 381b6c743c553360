// 告示: tabs for hall and street, then the notices, newest first; or one of them in full.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property NoticesViewModel viewModel
    readonly property real gap: Theme.portrait ? Theme.size.gap6 : Theme.size.gap4
    readonly property bool listed: !viewModel.reading && viewModel.countText !== "0"
    readonly property real part: (touchWidth - 2 * Theme.size.gutter) / 3
    readonly property list<real> middles: Theme.size.pegs(touchWidth)
    readonly property list<real> tabMiddles: [0, 1, 3, 4, 6, 7].map(n => middles[n])

    cords: listed ? tabMiddles : viewModel.reading ? [middles[0], middles[7]] : []
    panelWidth: Theme.size.slimPanel
    pegs: middles

    looking: [
        ListLooking {
            anchors.fill: parent
            figure: root.viewModel.countText === "0" ? "" : root.viewModel.countText
            lead: qsTr("大厅的告示和街上的事，\n新的在上头。")
            title: qsTr("告示")
            unit: root.viewModel.countText === "0" ? "" : qsTr("条")
        }
    ]

    Repeater {
        model: root.listed ? root.viewModel.tabs : null

        TabBoard {
            required property int index
            required property string key
            required figure
            required selected

            bare: fullWidth + 2 * Theme.size.gap4 > width
            eyelets: [root.tabMiddles[2 * index] - x, root.tabMiddles[2 * index + 1] - x]
            height: Theme.size.tab
            width: root.part
            x: index * (root.part + Theme.size.gutter)
            y: root.cordLength

            onActivated: root.viewModel.chooseKind(key)
        }
    }
    NoticeBoard {
        id: board

        model: root.viewModel.rows
        room: pager.y - root.gap - y
        visible: root.listed && root.viewModel.state === "content"
        width: root.touchWidth
        y: root.cordLength + Theme.size.tab + root.gap

        Component.onCompleted: root.viewModel.fitRows(fit)
        onChosen: key => root.viewModel.openNotice(key)
        onFitChanged: Qt.callLater(root.viewModel.fitRows, fit)
    }
    NoticeSheet {
        days: root.viewModel.openDays
        fromHall: root.viewModel.openFromHall
        kind: root.viewModel.openKind
        text: root.viewModel.openText
        title: root.viewModel.openTitle
        visible: root.viewModel.reading
        width: root.touchWidth
        y: root.cordLength
    }
    ListState {
        condition: root.viewModel.state
        height: root.touchHeight - y
        note: root.listed ? qsTr("换一类看看，或者问金小二。") : qsTr("有事问金小二，窗口照常办事。")
        title: root.listed ? qsTr("这一类今天没有") : qsTr("今天没有告示")
        width: root.touchWidth
        y: root.listed ? board.y : root.cordLength

        onHelperWanted: root.viewModel.openHelper()
    }
    PageButtons {
        id: pager

        page: root.viewModel.page
        pages: root.viewModel.pages
        visible: root.listed
        width: root.touchWidth
        y: root.touchHeight - Theme.size.pageFoot - height

        onNext: root.viewModel.nextPage()
        onPrevious: root.viewModel.previousPage()
    }
}
