// A line of the guide: a step with its figure, a point, a head, or what the hall has still to check.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property string kind
    required property string mark
    required property string title
    required property string note
    readonly property bool first: mark === "1"

    Accessible.name: title
    Accessible.role: Accessible.StaticText
    implicitHeight: Math.max(kind === "step" ? StaffTheme.stepMark : 0, words.height)

    Rectangle {
        id: figure

        border.color: root.first ? Theme.colour.civic : Theme.colour.edge
        border.width: StaffTheme.line
        color: root.first ? Theme.colour.civic : Theme.colour.none
        height: StaffTheme.stepMark
        radius: height / 2
        visible: root.kind === "step"
        width: StaffTheme.stepMark

        Line {
            anchors.centerIn: parent
            color: root.first ? StaffTheme.onInk : Theme.colour.ink
            font.pixelSize: StaffTheme.second
            strong: true
            text: root.mark
        }
    }
    Rectangle {
        color: Theme.colour.inkQuiet
        height: StaffTheme.gap6
        radius: height / 2
        visible: root.kind === "point"
        width: StaffTheme.gap6
        x: (StaffTheme.stepMark - width) / 2
        y: StaffTheme.gap8
    }
    Icon {
        color: Theme.colour.inkQuiet
        glyph: Theme.icon.warn
        size: StaffTheme.icon18
        visible: root.kind === "check"
    }
    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: root.kind === "head" ? 0 : root.kind === "check" ? StaffTheme.stepMark : StaffTheme.stepMark + StaffTheme.gap12
        anchors.right: parent.right
        spacing: StaffTheme.gap4
        topPadding: root.kind === "step" && sentence.lineCount === 1 ? Math.max(0, (StaffTheme.stepMark - sentence.height) / 2) : root.kind === "head" ? StaffTheme.gap6 : 0

        Line {
            id: sentence

            color: root.kind === "check" ? Theme.colour.inkQuiet : Theme.colour.ink
            font.pixelSize: root.kind === "check" || root.kind === "head" ? StaffTheme.second : StaffTheme.row
            lines: 0
            strong: root.first || root.kind === "head"
            text: root.title
            width: parent.width
        }
        Line {
            color: Theme.colour.inkQuiet
            font.pixelSize: StaffTheme.second
            lines: 0
            text: root.note
            visible: text
            width: parent.width
        }
    }
}
