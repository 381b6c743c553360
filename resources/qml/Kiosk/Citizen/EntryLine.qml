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
    // The elder version has one thing to read: what it is, in up to two lines.
    readonly property bool brief: Theme.elder
    // Where not even its smallest letters have room on one line, the title takes both.
    readonly property bool titleWraps: brief ? lengthOf.advanceWidth > titleWidth : lengthOf.advanceWidth * Theme.type.body / Theme.type.row > titleWidth
    readonly property bool secondShown: subtitle && !slim && !brief && !titleWraps
    // Nothing stands at the right of the second line: it may run under the figures.
    readonly property bool secondRuns: secondShown && !aside && !(time && timeShown) && lengthOfSecond.advanceWidth > textWidth
    readonly property real secondWidth: secondRuns ? chevron.x - Theme.size.gap4 - Theme.size.rowInset : textWidth
    readonly property bool secondWraps: secondShown && lengthOfSecond.advanceWidth > secondWidth
    readonly property bool tagged: helpable && !brief && lengthOf.advanceWidth * Theme.type.body / Theme.type.row <= textWidth - helpTag.width - Theme.size.gap3
    property color accent: Theme.colour.civic
    readonly property bool matched: matchLength > 0 && !titleWraps
    readonly property real textWidth: figures.x - Theme.size.gap4 - Theme.size.rowInset
    readonly property real titleWidth: (slim ? asideWords.x - Theme.size.gap4 - Theme.size.rowInset : textWidth) - (tagged ? helpTag.width + Theme.size.gap3 : 0)
    readonly property int titleSize: brief ? Theme.type.row : lengthOf.advanceWidth > titleWidth ? Math.max(Theme.type.body, Math.floor(Theme.type.row * titleWidth / lengthOf.advanceWidth)) : Theme.type.row

    identity: key
    name: spoken
    reach: 0

    TextMetrics {
        id: lengthOf

        font.family: Theme.hanziFamily
        font.pixelSize: Theme.type.row
        font.weight: Font.Bold
        text: root.title
    }
    // Measured apart: asked for its own implicit width, a Text that wraps keeps the height it had before it was given a width.
    TextMetrics {
        id: lengthOfSecond

        font.family: Theme.hanziFamily
        font.pixelSize: Theme.type.body
        text: root.subtitle
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
        spacing: root.height < Theme.size.entryLine || root.secondWraps ? Theme.size.gap2 : Theme.size.gap3
        x: Theme.size.rowInset

        Row {
            id: titleLine

            height: root.titleWraps ? whole.height : Theme.type.row
            spacing: Theme.size.gap3

            Row {
                anchors.verticalCenter: parent.verticalCenter

                Words {
                    id: whole

                    font.pixelSize: root.titleSize
                    lineHeight: root.titleWraps ? Theme.type.tightLineHeight : Theme.type.lineHeight
                    lines: root.titleWraps ? 2 : 1
                    strong: true
                    text: root.title.slice(0, root.matched ? root.matchStart : root.title.length)
                    width: root.titleWraps ? root.titleWidth : undefined
                }
                Words {
                    color: Theme.colour.civic
                    font.pixelSize: root.titleSize
                    font.underline: Theme.contrast
                    lines: 1
                    strong: true
                    text: root.title.slice(root.matchStart, root.matchStart + root.matchLength)
                    visible: root.matched
                }
                Words {
                    font.pixelSize: root.titleSize
                    lines: 1
                    strong: true
                    text: root.title.slice(root.matchStart + root.matchLength)
                    visible: root.matched
                }
            }
            Tag {
                id: helpTag

                anchors.verticalCenter: parent.verticalCenter
                label: qsTr("可帮办")
                visible: root.tagged
                wordsColour: Theme.colour.goldDeep
            }
        }
        Words {
            id: second

            color: Theme.colour.inkQuiet
            lineHeight: root.secondWraps ? Theme.type.tightLineHeight : Theme.type.lineHeight
            lines: 2
            text: root.subtitle
            visible: root.secondShown
            width: root.secondWidth
        }
    }
    Words {
        id: asideWords

        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.inkQuiet
        lines: 1
        text: root.aside
        visible: root.slim && !root.brief
        width: Theme.size.asideColumn
        x: figures.x - width - Theme.size.gap8
    }
    Column {
        id: figures

        spacing: Theme.size.gap3
        width: root.brief ? implicitWidth : Math.max(implicitWidth, Theme.size.figureColumn)
        x: chevron.x - width - Theme.size.gap4
        y: root.secondRuns ? names.y + (titleLine.height - height) / 2 : (parent.height - height) / 2

        Words {
            anchors.right: parent.right
            text: root.papers
            visible: root.papers && (!root.brief || (Theme.portrait && Theme.type.growth < 2))
        }
        Words {
            anchors.right: parent.right
            color: Theme.colour.inkQuiet
            text: root.time
            visible: root.time && root.timeShown && !root.brief
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
            visible: root.aside && !root.slim && !root.brief
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
