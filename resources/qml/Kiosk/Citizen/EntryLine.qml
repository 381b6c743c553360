// One entry in a board: plain name large, official name under it, figures or verdict at the right, a chevron last. The whole line is the target.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property int index
    required property string key
    required property string title
    required property string subtitle
    required property string aside
    required property string papers
    required property string time
    required property bool helpable
    required property string verdict
    required property bool needed
    required property int matchStart
    required property int matchLength
    required property string spoken
    property bool first: false
    property bool last: false
    property bool slim: false
    property bool timeShown: true
    // Nothing stands at the right of the second line: it may run under the figures.
    readonly property bool secondRuns: !verdict && !(time && timeShown) && second.implicitWidth > textWidth
    property color accent: Theme.colour.civic
    readonly property real textWidth: figures.x - Theme.size.gap4 - Theme.size.rowInset
    readonly property real titleWidth: (slim ? asideWords.x - Theme.size.gap4 - Theme.size.rowInset : textWidth) - (helpable ? helpTag.width + Theme.size.gap3 : 0)
    readonly property int titleSize: lengthOf.advanceWidth > titleWidth ? Math.max(Theme.type.body, Math.floor(Theme.type.row * titleWidth / lengthOf.advanceWidth)) : Theme.type.row

    name: spoken
    reach: 0

    TextMetrics {
        id: lengthOf

        font.family: Theme.hanziFamily
        font.pixelSize: Theme.type.row
        font.weight: Font.Bold
        text: root.title
    }
    RowGround {
        anchors.fill: parent
        down: root.down
        first: root.index === 0
        last: root.last
        roundedTop: root.first
    }
    Column {
        id: names

        anchors.verticalCenter: parent.verticalCenter
        spacing: root.height < Theme.size.entryLine ? Theme.size.gap2 : Theme.size.gap3
        x: Theme.size.rowInset

        Row {
            id: titleLine

            height: Theme.type.row
            spacing: Theme.size.gap3

            Row {
                anchors.verticalCenter: parent.verticalCenter

                Words {
                    font.pixelSize: root.titleSize
                    lines: 1
                    strong: true
                    text: root.title.slice(0, root.matchLength > 0 ? root.matchStart : root.title.length)
                }
                Words {
                    color: Theme.colour.civic
                    font.pixelSize: root.titleSize
                    font.underline: Theme.contrast
                    lines: 1
                    strong: true
                    text: root.title.slice(root.matchStart, root.matchStart + root.matchLength)
                    visible: root.matchLength > 0
                }
                Words {
                    font.pixelSize: root.titleSize
                    lines: 1
                    strong: true
                    text: root.title.slice(root.matchStart + root.matchLength)
                    visible: root.matchLength > 0
                }
            }
            Tag {
                id: helpTag

                anchors.verticalCenter: parent.verticalCenter
                label: qsTr("可帮办")
                visible: root.helpable
                wordsColour: Theme.colour.goldDeep
            }
        }
        Words {
            id: second

            color: Theme.colour.inkQuiet
            lineHeight: lineCount > 1 ? Theme.type.tightLineHeight : Theme.type.lineHeight
            lines: 2
            text: root.subtitle
            visible: root.subtitle && !root.slim
            width: root.secondRuns ? chevron.x - Theme.size.gap4 - Theme.size.rowInset : root.textWidth
        }
    }
    Words {
        id: asideWords

        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.inkQuiet
        lines: 1
        text: root.aside
        visible: root.slim
        width: Theme.size.asideColumn
        x: figures.x - width - Theme.size.gap8
    }
    Column {
        id: figures

        spacing: Theme.size.gap3
        width: Math.max(implicitWidth, Theme.size.figureColumn)
        x: chevron.x - width - Theme.size.gap4
        y: root.secondRuns ? names.y + (titleLine.height - height) / 2 : (parent.height - height) / 2

        Words {
            anchors.right: parent.right
            text: root.papers
            visible: root.papers
        }
        Words {
            anchors.right: parent.right
            color: Theme.colour.inkQuiet
            text: root.time
            visible: root.time && root.timeShown
        }
        Tag {
            anchors.right: parent.right
            color: root.needed ? Theme.colour.tintBlue : Theme.colour.tintLeaf
            glyph: root.needed ? Theme.icon.document : Theme.icon.checkCircle
            label: root.verdict
            strong: true
            visible: root.verdict
            wordsColour: root.needed ? Theme.colour.civic : Theme.colour.leaf
        }
        Words {
            anchors.right: parent.right
            color: Theme.colour.inkQuiet
            text: root.aside
            visible: root.aside && !root.slim
        }
    }
    Icon {
        id: chevron

        anchors.right: parent.right
        anchors.rightMargin: Theme.size.gap4
        anchors.verticalCenter: parent.verticalCenter
        color: root.accent
        glyph: Theme.icon.next
    }
}
