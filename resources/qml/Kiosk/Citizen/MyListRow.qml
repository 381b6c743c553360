// One row of a person's list: the board's heading, a paper to tick, a group of papers that nobody has to bring,
// or the way to the form of one of these.
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
    required property string icon
    required property string tone
    required property string standing
    required property string standingWords
    required property string reason
    required property bool asked
    required property string names
    required property string look
    // First and last of the board on this page.
    property bool first: false
    property bool last: false
    // What it takes of a page's height, its gap included.
    readonly property real wholeHeight: kind === "head" ? Theme.size.listHead : kind === "look" ? ((form.item as ReadingEntry)?.implicitHeight ?? 0) + Theme.size.gap4 : kind === "tick" ? (tick.item as PaperTick)?.wantedHeight ?? 0 : ((group.item as PaperGroupSheet)?.wantedHeight ?? 0) + Theme.size.gap4

    signal turned
    signal askedWhy
    signal looked

    height: kind === "group" || kind === "look" ? wholeHeight - Theme.size.gap4 : wholeHeight

    Loader {
        active: root.kind === "head"
        anchors.fill: parent

        sourceComponent: Item {
            Accessible.name: root.title + "，" + root.note
            Accessible.role: Accessible.Heading

            Rectangle {
                anchors.fill: parent
                anchors.margins: Theme.size.edge
                anchors.bottomMargin: 0
                color: Theme.colour.stub
                topLeftRadius: Theme.size.radius - Theme.size.edge
                topRightRadius: Theme.size.radius - Theme.size.edge
            }
            Words {
                id: titleWords

                Accessible.ignored: true
                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: Theme.type.fact
                strong: true
                text: root.title
                x: Theme.size.rowInset
            }
            Words {
                Accessible.ignored: true
                visible: x > titleWords.x + titleWords.width + Theme.size.gap4
                anchors.right: parent.right
                anchors.rightMargin: Theme.size.rowInset
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colour.inkQuiet
                text: root.note
            }
        }
    }
    Loader {
        id: tick

        active: root.kind === "tick"
        anchors.fill: parent

        sourceComponent: PaperTick {
            asked: root.asked
            first: root.first
            last: root.last
            look: root.look
            note: root.note
            reason: Theme.elder ? "" : root.reason
            standing: root.standing
            standingWords: root.standingWords
            title: root.title
            width: root.width

            onActivated: root.turned()
            onAskedWhy: root.askedWhy()
            onLooked: root.looked()
        }
    }
    Loader {
        id: group

        active: root.kind === "group"
        anchors.fill: parent

        sourceComponent: PaperGroupSheet {
            glyph: root.icon
            names: root.names
            note: root.note
            omitted: root.tone === "omitted"
            title: root.title
            width: root.width
        }
    }
    Loader {
        id: form

        active: root.kind === "look"
        anchors.fill: parent

        sourceComponent: ReadingEntry {
            note: ""
            tag: root.look
            title: root.title

            onActivated: root.looked()
        }
    }
}
