// A group of papers that nobody has to bring: filled in at the counter, promised, or fetched by the authorities. Only for reading.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Rectangle {
    id: root

    required property string title
    required property string note
    required property string names
    required property string glyph
    required property bool omitted
    readonly property color deep: omitted ? Theme.colour.leaf : Theme.colour.ink
    readonly property real wantedHeight: heading.height + Theme.size.gap3 + list.height + 2 * Theme.size.gap6

    Accessible.name: title + "，" + note + "：" + names
    Accessible.role: Accessible.StaticText
    border.color: omitted && !Theme.contrast ? Theme.colour.none : Theme.colour.hairline
    border.width: Theme.size.hairline
    color: omitted ? Theme.colour.tintLeaf : Theme.colour.surface
    radius: Theme.size.radius

    Icon {
        id: mark

        color: root.omitted ? Theme.colour.leaf : Theme.colour.icon
        glyph: root.glyph
        x: Theme.size.rowInset
        y: heading.y + (heading.height - height) / 2
    }
    Row {
        id: heading

        spacing: Theme.size.gap4
        x: mark.x + mark.width + Theme.size.gap4
        y: Theme.size.gap6

        Words {
            id: headingWords

            Accessible.ignored: true
            color: root.deep
            font.pixelSize: Theme.type.fact
            strong: true
            text: root.title
        }
        Words {
            Accessible.ignored: true
            anchors.baseline: headingWords.baseline
            color: root.omitted ? Theme.colour.leaf : Theme.colour.inkQuiet
            text: root.note
        }
    }
    Words {
        id: list

        Accessible.ignored: true
        lineHeight: Theme.type.lineHeight
        text: root.names
        width: parent.width - x - Theme.size.rowInset
        wrapMode: Text.Wrap
        x: heading.x
        y: heading.y + heading.height + Theme.size.gap3
    }
}
