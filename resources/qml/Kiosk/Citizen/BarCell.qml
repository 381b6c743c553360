// One place of the persistent bar: icon over word or beside it. A blue line on top says: you are here; a mode that is on is filled.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string label
    property string glyph
    property bool here: false
    property bool golden: false
    // Icon beside the word, not over it; none where the words leave no room.
    property bool beside: false
    property bool pictured: true
    readonly property color wordsColour: checked ? Theme.colour.selectedWords : !available ? Theme.colour.inkAway : golden ? Theme.colour.goldWords : here ? Theme.colour.civic : Theme.colour.ink

    name: label
    reach: 0
    ringRadius: 0

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: Theme.size.hairline
        color: root.golden ? (root.down ? Theme.colour.goldThickness : Theme.colour.gold) : root.checked ? (root.down ? Theme.colour.stepThickness : Theme.colour.civic) : root.down ? Theme.colour.pressed : Theme.colour.none
    }
    Rectangle {
        color: Theme.colour.civic
        height: Theme.size.barHere
        visible: root.here && !root.golden
        width: parent.width
    }
    Rectangle {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.hairline
        height: parent.height * 0.6
        visible: !root.golden && !root.checked
        width: Theme.size.hairline
    }
    Grid {
        anchors.centerIn: parent
        columns: root.beside ? 2 : 1
        columnSpacing: Theme.size.gap4
        horizontalItemAlignment: Grid.AlignHCenter
        rowSpacing: Theme.size.gap2
        verticalItemAlignment: Grid.AlignVCenter

        Icon {
            color: root.wordsColour
            glyph: root.glyph
            size: Theme.size.icon
            visible: root.pictured && !root.golden
        }
        Picture {
            file: "jinxiaoer-head"
            height: Theme.size.barHead
            visible: root.pictured && root.golden && !Theme.contrast
        }
        Icon {
            color: root.wordsColour
            glyph: Theme.icon.helper
            size: Theme.size.icon
            visible: root.pictured && root.golden && Theme.contrast
        }
        Words {
            color: root.wordsColour
            strong: root.golden || root.here || root.checked
            text: root.label
        }
    }
}
