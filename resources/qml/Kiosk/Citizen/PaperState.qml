// How the number's paper stands, in words: good, plain, or an alarm that follows the number and never covers it.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Rectangle {
    id: root

    required property string title
    required property string note
    required property string glyph
    // "good", "plain" or "alarm".
    required property string tone
    readonly property color wordsColour: tone === "good" ? Theme.colour.leaf : tone === "alarm" ? Theme.colour.alarm : Theme.colour.ink

    Accessible.name: title + "，" + note
    Accessible.role: Accessible.StaticText
    border.color: tone === "alarm" ? Theme.colour.alarm : Theme.colour.contrast ? Theme.colour.edge : Theme.colour.none
    border.width: tone === "alarm" || Theme.colour.contrast ? Theme.size.edge : 0
    color: tone === "good" ? Theme.colour.tintLeaf : tone === "alarm" ? Theme.colour.tintAlarm : Theme.colour.tintBlue
    height: Theme.size.paperLine
    radius: Theme.size.radius

    Icon {
        id: icon

        anchors.verticalCenter: parent.verticalCenter
        color: root.wordsColour
        glyph: root.glyph
        size: Theme.size.iconBoard
        x: Theme.size.gap8
    }
    Column {
        anchors.left: icon.right
        anchors.leftMargin: Theme.size.gap6
        anchors.right: parent.right
        anchors.rightMargin: Theme.size.gap4
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.type.growth > 1 ? Theme.size.gap2 : Theme.size.gap4

        Words {
            Accessible.ignored: true
            color: root.wordsColour
            font.pixelSize: Theme.type.row
            lineHeight: Theme.type.tightLineHeight
            lines: Theme.type.growth > 1 ? 2 : 1
            strong: true
            text: root.title
            width: parent.width
        }
        Words {
            Accessible.ignored: true
            lineHeight: Theme.type.tightLineHeight
            lines: Theme.type.growth > 1 ? 2 : 1
            text: root.note
            visible: !Theme.elder || (Theme.portrait && Theme.type.growth < 2)
            width: parent.width
        }
    }
}
