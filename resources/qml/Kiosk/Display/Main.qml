// The display's window: header and beam, the board of the moment, the foot. Drawn once at 1920 × 1080 and scaled as a whole; a screen of
// another shape keeps a margin of paper.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.DisplayModels

Rectangle {
    id: root

    required property DisplayViewModel display
    readonly property real unit: Math.min(width / 1920, height / 1080)
    readonly property bool calling: display.mode === "calling"
    readonly property bool away: display.mode === "away"
    readonly property bool between: display.mode === "between"

    color: Theme.colour.paper

    Binding {
        property: "shortSide"
        target: Theme
        value: 1080 * root.unit
        when: root.width > 0
    }
    Binding {
        property: "unit"
        target: DisplayTheme
        value: root.unit
        when: root.width > 0
    }
    // Wood and foot reach the edges of a screen that is wider.
    Beam {
        width: root.width
        y: stage.y + DisplayTheme.header
    }
    Rectangle {
        color: Theme.colour.surface
        height: DisplayTheme.foot
        width: root.width
        y: stage.y + stage.height - height

        Hairline {
            width: parent.width
        }
    }
    Item {
        id: stage

        anchors.centerIn: parent
        height: DisplayTheme.height
        width: DisplayTheme.width

        HallHeader {
            clock: root.display.clockText
            date: root.display.dateText
            hallName: root.display.hallName
            width: parent.width
        }
        CallBoard {
            counter: root.display.counter
            line: root.display.line
            number: root.display.number
            visible: root.calling
            x: DisplayTheme.margin
            y: DisplayTheme.main
        }
        ClosedBoard {
            reason: root.display.closedText
            visible: root.display.mode === "closed"
            week: root.display.weekText
            x: DisplayTheme.margin
            y: DisplayTheme.main
        }
        AwayStrip {
            toldAt: root.display.toldAt
            visible: root.away
            x: DisplayTheme.margin
            y: DisplayTheme.main
        }
        AwayBoard {
            counter: root.display.counter
            number: root.display.number
            toldAt: root.display.toldAt
            visible: root.away
            x: DisplayTheme.margin
            y: DisplayTheme.main + DisplayTheme.strip + DisplayTheme.awayGap
        }
        LastCalls {
            away: root.away
            calls: root.display.last
            title: root.display.lastTitle
            visible: !root.between
            x: DisplayTheme.last
            y: root.away ? DisplayTheme.main + DisplayTheme.strip + DisplayTheme.awayGap : DisplayTheme.main
        }
        ListBoard {
            figure: root.display.pageFigure
            heading: root.display.pageHeading
            kind: root.display.pageKind
            page: root.display.page
            pages: root.display.pages
            pageText: root.display.pageText
            title: root.display.pageTitle
            visible: root.between && root.display.pageKind
            x: DisplayTheme.margin
            y: DisplayTheme.main
        }
        PublishedRows {
            detailHead: root.display.detailHead
            edition: root.display.editionText
            nameHead: root.display.nameHead
            rows: root.display.rows
            visible: root.between && root.display.pageKind !== "notice"
            x: DisplayTheme.rows
            y: DisplayTheme.main
        }
        NoticeText {
            title: root.display.noticeTitle
            visible: root.between && root.display.pageKind === "notice"
            words: root.display.noticeText
            x: DisplayTheme.rows
            y: DisplayTheme.main
        }
        Item {
            id: foot

            height: DisplayTheme.foot
            width: parent.width
            y: parent.height - height

            RecentCalls {
                calls: root.display.recent
                visible: root.between && root.display.recentCount > 0
            }
            AwayClock {
                toldAt: root.display.toldAt
                visible: root.away && root.display.toldAt
            }
            WaitingLines {
                readonly property bool beside: root.between && root.display.recentCount > 0

                count: root.display.lineCount
                lines: root.display.lines
                waits: root.calling || (root.between && !beside)
                width: (beside ? parent.width - DisplayTheme.margin : windows.x - DisplayTheme.linesRight) - x
                x: beside ? DisplayTheme.betweenLines : root.away ? DisplayTheme.awayLines : DisplayTheme.margin
                y: DisplayTheme.footTop
            }
            CounterStrip {
                id: windows

                count: root.display.counterCount
                counters: root.display.counters
                title: root.display.countersTitle
                visible: root.display.counterCount > 0 && !(root.between && root.display.recentCount > 0)
                x: parent.width - DisplayTheme.margin - width
                y: DisplayTheme.countersTop
            }
        }
    }
}
