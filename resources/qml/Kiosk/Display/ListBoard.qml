// The board beside a page of the published lists, or beside a notice: which list, how long it is, where in it one is.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Rectangle {
    id: root

    required property string kind
    required property string heading
    required property string title
    required property string figure
    required property string pageText
    required property int page
    required property int pages

    border.color: kind === "notice" ? Theme.colour.callGround : Theme.colour.boardOfList(kind)
    border.width: DisplayTheme.hairline
    color: kind === "notice" ? Theme.colour.callGround : Theme.colour.boardOfList(kind)
    height: DisplayTheme.mainHeight
    radius: DisplayTheme.radius
    width: DisplayTheme.side

    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.colour.callWords
        font.pixelSize: DisplayTheme.sideHeading
        lines: 1
        text: root.heading
        y: DisplayTheme.sideHeadingAt
    }
    Words {
        color: Theme.colour.callWords
        font.pixelSize: DisplayTheme.sideTitle
        lineHeight: DisplayTheme.lineHeight
        strong: true
        text: root.title
        width: parent.width - 2 * DisplayTheme.sideIn + DisplayTheme.gap
        x: DisplayTheme.sideIn
        y: DisplayTheme.sideTitleAt
    }
    Words {
        id: figure

        color: Theme.colour.callWords
        font.pixelSize: DisplayTheme.sideFigure
        lines: 1
        strong: true
        text: root.figure
        visible: root.figure
        x: DisplayTheme.sideIn
        y: DisplayTheme.sideFigureAt - height / 2
    }
    Words {
        anchors.baseline: figure.baseline
        anchors.left: figure.right
        anchors.leftMargin: DisplayTheme.gap
        color: Theme.colour.callWords
        font.pixelSize: DisplayTheme.sideUnit
        lines: 1
        text: qsTr("项")
        visible: root.figure
    }
    Row {
        id: dashes

        readonly property real part: (root.width - 2 * DisplayTheme.sideIn - (root.pages - 1) * spacing) / Math.max(1, root.pages)

        spacing: root.pages > 8 ? DisplayTheme.dashGap / 2 : DisplayTheme.dashGap
        visible: root.pages > 1
        x: DisplayTheme.sideIn
        y: DisplayTheme.dashesAt

        Repeater {
            model: root.pages

            Rectangle {
                required property int index

                color: index + 1 === root.page ? Theme.colour.callWords : Theme.colour.dashOfList(root.kind)
                height: DisplayTheme.dash
                radius: height / 2
                width: dashes.part
            }
        }
    }
    Words {
        color: Theme.colour.callWords
        font.pixelSize: DisplayTheme.sidePage
        lines: 2
        lineHeight: DisplayTheme.lineHeight
        text: root.pageText
        width: parent.width - 2 * DisplayTheme.sideIn + DisplayTheme.gap
        x: DisplayTheme.sideIn
        y: DisplayTheme.sidePageAt
    }
    Repeater {
        model: [DisplayTheme.pegIn, root.width - DisplayTheme.pegIn]

        Hung {
            required property real modelData

            ground: root.color
            x: modelData
        }
    }
}
