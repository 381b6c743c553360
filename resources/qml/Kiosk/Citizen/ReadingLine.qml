// One row for reading, as high as its words: a heading, a point with figure or icon, a fact with its label, a figure before and after,
// or an entry to press.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property int index
    required property string key
    required property string kind
    required property string title
    required property string note
    required property string mark
    required property string icon
    required property string tag
    required property string tone
    required property bool strong
    required property string look
    required property string leads
    // First and last of its sheet on this page.
    property bool first: false
    property bool last: false
    property bool lined: false
    // The height of the pane. What is longer is cut on small screens: it stands whole on paper and in the codes.
    property real room: 0
    readonly property real noteRoom: room - 2 * Theme.size.gap4 - lookHeight - headHeight - Theme.size.gap3
    readonly property real pitch: 1.448 * Theme.type.body * noteWords.lineHeight
    readonly property bool sheeted: kind === "heading" || kind === "point" || kind === "fact" || changes
    readonly property bool changes: kind === "change"
    readonly property bool omitted: tone === "omitted"
    readonly property bool led: (mark || icon) && !scarce
    readonly property real textX: Theme.size.rowInset + (kind === "fact" ? Theme.size.factLabel : led ? Theme.size.readingMark + Theme.size.gap4 : 0)
    readonly property real wholeWidth: width - textX - Theme.size.rowInset
    // The tag stands at the end of the title's line; the note has the whole width.
    readonly property real textWidth: wholeWidth - (tagged ? tagMark.width + Theme.size.gap4 : lookBeside ? looker.width + Theme.size.gap4 : 0)
    // The elder version has the way to the form in the place of the tag.
    readonly property bool scarce: Theme.type.scarce && !Theme.portrait
    readonly property bool lookBeside: look && Theme.elder && !scarce
    readonly property bool noted: note && !(look && scarce)
    readonly property bool tagged: tag && !lookBeside && !(look && scarce)
    // On a wide screen a short note stands beside its title.
    readonly property bool beside: !Theme.portrait && kind === "point" && note && titleLength.advanceWidth + noteLength.advanceWidth + Theme.size.gap8 <= textWidth
    readonly property real headHeight: Math.max(titleWords.implicitHeight, lookBeside ? Theme.size.filterButton : 0)
    readonly property real lookHeight: look && !lookBeside ? Theme.size.gap4 + Theme.size.filterButton : 0
    readonly property real pointHeight: Math.max(Theme.size.readingRow, 2 * Theme.size.gap4 + lookHeight + headHeight + (noted && !beside ? Theme.size.gap3 + noteWords.implicitHeight : 0))
    readonly property real factHeight: Math.max(Theme.size.readingFact, 2 * Theme.size.gap4 + noteWords.implicitHeight)

    signal chosen
    signal looked

    // The last two Hanzi stay together: no line of one.
    function unwidowed(words: string): string {
        return words.replace(/(.)(.)([。，；）”]*)$/, "$1\u2060$2$3");
    }

    Accessible.ignored: kind === "entry"
    Accessible.name: changes ? qsTr("%1，以前 %2，现在 %3").arg(title).arg(note).arg(tag) : [mark, title, note, tag].filter(said => said).join("，")
    Accessible.role: kind === "heading" || kind === "section" ? Accessible.Heading : Accessible.StaticText
    implicitHeight: kind === "heading" ? Theme.size.readingHead : kind === "section" ? Theme.size.readingHead + Theme.size.gap4 : kind === "entry" ? ((entry.item as ReadingEntry)?.implicitHeight ?? 0) + Theme.size.gap3 : kind === "fact" ? factHeight : changes ? Theme.size.readingRow : pointHeight

    TextMetrics {
        id: titleLength

        font: titleWords.font
        text: root.title
    }
    TextMetrics {
        id: noteLength

        font: noteWords.font
        text: root.note
    }
    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: Theme.size.hairline
        anchors.rightMargin: Theme.size.hairline
        anchors.topMargin: root.first ? Theme.size.hairline : 0
        anchors.bottomMargin: root.last ? Theme.size.hairline : 0
        bottomLeftRadius: root.last ? Theme.size.radius : 0
        bottomRightRadius: root.last ? Theme.size.radius : 0
        color: root.omitted ? Theme.colour.tintLeaf : Theme.colour.stub
        topLeftRadius: root.first ? Theme.size.radius : 0
        topRightRadius: root.first ? Theme.size.radius : 0
        visible: root.omitted || root.kind === "heading"
    }
    Hairline {
        visible: root.lined
        width: parent.width - 2 * x
        x: root.kind === "heading" || root.omitted ? 0 : Theme.size.rowInset
    }
    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        border.color: Theme.contrast ? Theme.colour.civic : Theme.colour.none
        border.width: Theme.size.edge
        color: Theme.colour.tintBlue
        height: width
        radius: width / 2
        visible: root.mark && root.led
        width: Theme.size.readingMark
        x: Theme.size.rowInset

        Words {
            anchors.centerIn: parent
            color: Theme.colour.civic
            strong: true
            text: root.mark
        }
    }
    Icon {
        anchors.verticalCenter: parent.verticalCenter
        color: root.omitted ? Theme.colour.leaf : Theme.colour.icon
        glyph: root.icon
        visible: root.icon && root.led && (root.kind === "point" || root.changes)
        x: Theme.size.rowInset + (Theme.size.readingMark - width) / 2
    }
    Words {
        id: titleWords

        readonly property bool label: root.kind === "fact"

        color: label ? Theme.colour.inkQuiet : root.kind === "heading" ? Theme.colour.civic : Theme.colour.ink
        font.pixelSize: root.kind === "point" && root.strong || root.kind === "section" ? Theme.type.fact : Theme.type.body
        strong: root.kind === "heading" || root.kind === "section" || root.kind === "point" && root.strong
        text: root.unwidowed(root.title)
        visible: root.kind !== "entry"
        width: label ? Theme.size.factLabel - Theme.size.gap2 : root.beside ? implicitWidth : root.kind === "section" ? root.width : root.textWidth
        wrapMode: Text.Wrap
        x: label ? Theme.size.rowInset : root.kind === "section" ? 0 : root.textX
        y: root.kind === "section" ? parent.height - height - Theme.size.gap4 : label || root.kind === "heading" || root.beside || root.changes || !root.noted ? (parent.height - root.lookHeight - height) / 2 : (parent.height - root.lookHeight - height - noteWords.height - Theme.size.gap3 - (root.headHeight - height)) / 2 + (root.headHeight - height) / 2
    }
    Words {
        id: noteWords

        color: root.kind === "fact" ? Theme.colour.ink : Theme.colour.inkQuiet
        excerpt: true
        lineHeight: Theme.type.scarce ? Theme.type.tightLineHeight : Theme.type.lineHeight
        lines: Theme.elder && !root.beside && root.room > 0 ? Math.max(1, Math.floor((root.noteRoom + 0.32 * Theme.type.body) / root.pitch)) : 0
        text: root.unwidowed(root.note)
        visible: root.noted && root.sheeted && !root.changes
        width: root.beside ? implicitWidth : root.wholeWidth
        wrapMode: Text.Wrap
        x: root.beside ? titleWords.x + titleWords.width + Theme.size.gap6 : root.textX
        y: root.beside || root.kind === "fact" ? (parent.height - root.lookHeight - height) / 2 : titleWords.y + (titleWords.height + root.headHeight) / 2 + Theme.size.gap3
    }
    Tag {
        id: tagMark

        anchors.right: parent.right
        anchors.rightMargin: Theme.size.rowInset
        anchors.verticalCenter: titleWords.verticalCenter
        color: root.omitted ? Theme.colour.surface : root.tone === "counter" ? Theme.colour.stub : Theme.colour.tintBlue
        label: root.tag
        visible: root.tagged && root.kind === "point"
        wordsColour: root.omitted ? Theme.colour.leaf : root.tone === "counter" ? Theme.colour.inkQuiet : Theme.colour.civic
    }
    Loader {
        id: looker

        active: root.look
        x: root.lookBeside ? root.width - width - Theme.size.rowInset : root.textX
        y: root.lookBeside ? titleWords.y + (titleWords.height - height) / 2 : root.height - height - Theme.size.gap4

        sourceComponent: LookMark {
            identity: root.key
            label: root.look
            paper: root.title

            onActivated: root.looked()
        }
    }
    Loader {
        active: root.changes
        anchors.right: parent.right
        anchors.rightMargin: Theme.size.rowInset
        anchors.verticalCenter: parent.verticalCenter

        sourceComponent: Row {
            spacing: Theme.size.gap6

            Words {
                anchors.baseline: after.baseline
                color: Theme.colour.inkQuiet
                font.pixelSize: Theme.type.fact
                text: root.note
            }
            Icon {
                anchors.verticalCenter: after.verticalCenter
                color: Theme.colour.leaf
                glyph: Theme.icon.forward
                size: Theme.size.iconSmall
            }
            Words {
                id: after

                color: Theme.colour.leaf
                font.pixelSize: Theme.type.lead
                strong: true
                text: root.tag
            }
        }
    }
    Loader {
        id: entry

        active: root.kind === "entry"
        height: (item as ReadingEntry)?.implicitHeight ?? 0
        width: parent.width

        sourceComponent: ReadingEntry {
            identity: root.key
            note: root.note
            tag: root.tag
            title: root.title

            onActivated: root.chosen()
        }
    }
}
