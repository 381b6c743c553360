// A paper: its mark, its name, what of it; at the end the digit that says 看过. What is missing stands on gold.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string kind
    required property string title
    required property string note
    required property string shelf
    required property string cap
    readonly property bool head: kind === "head"
    readonly property bool attention: kind === "attention"

    activeFocusOnTab: false
    available: !head && cap
    description: note
    implicitHeight: head ? StaffTheme.groupHead : Math.max(attention ? StaffTheme.attentionRow : StaffTheme.paperRow, words.height + StaffTheme.gap16)
    // A long name has the line to itself.
    readonly property bool room: words.lineCount === 1 && caps.x - words.x - words.width > StaffTheme.key
    name: title
    rapid: true
    reach: 0
    ringRadius: StaffTheme.radius

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: -StaffTheme.gap12
        anchors.rightMargin: -StaffTheme.gap12
        border.color: Theme.colour.gold
        border.width: root.attention ? StaffTheme.focusLine : 0
        color: root.down ? Theme.colour.tintBlue : root.attention ? Theme.colour.tintGold : Theme.colour.none
        radius: StaffTheme.radius
    }
    Row {
        id: headline

        anchors.bottom: parent.bottom
        anchors.bottomMargin: StaffTheme.gap6
        spacing: StaffTheme.gap8
        visible: root.head

        Line {
            id: headWords

            font.pixelSize: StaffTheme.body
            strong: true
            text: root.title
        }
        Line {
            anchors.baseline: headWords.baseline
            color: Theme.colour.inkQuiet
            font.pixelSize: StaffTheme.second
            text: root.note
        }
    }
    Icon {
        id: mark

        anchors.verticalCenter: parent.verticalCenter
        color: root.shelf === "ticked" || root.shelf === "seen" ? Theme.colour.leaf : root.attention ? Theme.colour.ink : Theme.colour.inkQuiet
        glyph: root.shelf === "missing" ? Theme.icon.missing : root.shelf === "ticked" ? Theme.icon.checkCircle : root.shelf === "seen" ? Theme.icon.checkFilled : root.shelf === "counter" ? Theme.icon.given : root.shelf === "omitted" ? Theme.icon.notNeeded : Theme.icon.document
        size: StaffTheme.icon24
        visible: !root.head
    }
    Line {
        id: words

        anchors.left: mark.right
        anchors.leftMargin: StaffTheme.gap12
        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: root.attention ? StaffTheme.label : StaffTheme.body
        lineHeight: StaffTheme.tightLineHeight
        lines: 2
        strong: root.attention
        text: root.title
        visible: !root.head
        width: Math.min(implicitWidth, caps.x - x - StaffTheme.gap12)
    }
    Line {
        anchors.left: words.right
        anchors.leftMargin: StaffTheme.gap12
        anchors.right: caps.left
        anchors.rightMargin: StaffTheme.gap8
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.inkQuiet
        excerpt: true
        font.pixelSize: StaffTheme.second
        text: root.note
        visible: !root.head && root.room
    }
    Keycap {
        id: caps

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        label: root.cap
        opacity: root.cap ? 1 : 0
        visible: !root.head
    }
}
