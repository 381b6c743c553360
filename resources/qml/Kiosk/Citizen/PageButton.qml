// 上一页 or 下一页: the chevron points the way, before the word or after it.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string label
    property bool forward: false
    property color accent: Theme.colour.civic
    readonly property color wordsColour: available ? Theme.colour.ink : Theme.colour.awayWords

    height: Theme.size.pageButton
    name: label
    width: Theme.size.pageButtonWidth

    Face {
        id: face

        anchors.fill: parent
        away: !root.available
        down: root.down
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        layoutDirection: root.forward ? Qt.RightToLeft : Qt.LeftToRight
        spacing: Theme.size.gap4
        y: face.contentTop + (face.contentHeight - height) / 2

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: word.implicitWidth + width + 3 * Theme.size.gap4 <= root.width
            color: root.available ? root.accent : root.wordsColour
            glyph: root.forward ? Theme.icon.next : Theme.icon.previous
        }
        Words {
            id: word

            anchors.verticalCenter: parent.verticalCenter
            color: root.wordsColour
            font.pixelSize: Theme.type.fact
            strong: true
            text: root.label
        }
    }
}
