// The one main deed of a page: a number. Vermilion, or gold where the helper gives it. While it is under way it stays pressed and says so;
// where it is not to be had its place stays, dashed, with the reason inside.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string label
    property string note
    // Why it cannot be pressed; empty while it can.
    required property string away
    required property bool underWay
    property bool golden: false
    readonly property bool dashed: away !== ""
    // Room for two lines; without it the reason stands alone, the name is still spoken.
    readonly property bool roomy: height >= Theme.size.iconLarge + Theme.size.thickness
    readonly property bool alone: dashed && face.contentHeight < 2.3 * Theme.type.body
    readonly property color wordsColour: dashed ? Theme.colour.awayWords : golden ? Theme.colour.goldWords : Theme.colour.mainWords

    available: !dashed && !underWay
    description: dashed ? away : note
    height: Theme.size.takeButton
    name: label

    Face {
        id: face

        anchors.fill: parent
        away: root.dashed
        down: root.down || root.underWay
        edge: root.golden ? Theme.colour.goldThickness : Theme.colour.main
        fill: root.golden ? Theme.colour.gold : Theme.colour.main
        pressedFill: root.golden ? Theme.colour.tintGold : Theme.colour.mainPressed
        thickness: root.golden ? Theme.colour.goldThickness : Theme.colour.mainThickness
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        height: face.contentHeight
        spacing: Theme.size.gap8
        y: face.contentTop

        Icon {
            id: icon

            anchors.verticalCenter: parent.verticalCenter
            color: root.wordsColour
            glyph: root.golden ? Theme.icon.helper : Theme.icon.ticket
            size: Theme.size.iconLarge
            visible: root.roomy
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.elder ? Theme.size.gap2 : Theme.portrait ? Theme.size.gap6 : Theme.size.gap4

            Words {
                color: root.wordsColour
                font.pixelSize: root.dashed ? (Theme.elder ? Theme.type.body : Theme.type.lead) : root.note ? (Theme.portrait ? Theme.type.count : Theme.type.section) : Theme.type.call
                strong: true
                text: root.label
                visible: !root.alone
            }
            Words {
                color: root.wordsColour
                font.pixelSize: Theme.type.fact
                lineHeight: Theme.type.tightLineHeight
                lines: Theme.type.growth > 1 ? 2 : 1
                text: root.dashed ? root.away : root.note
                visible: text && !(Theme.elder && !root.dashed)
                width: Math.min(implicitWidth, root.width - icon.width - 4 * Theme.size.gap8)
            }
        }
    }
}
