// Keyboard focus, one ring for the whole window, drawn outside the shape that has it: gold held by ink on both sides, since gold alone is
// too pale on paper. A finger never gives focus, so it shows only while somebody uses keys.
import QtQuick
import Kiosk.Theme

Item {
    id: root

    // What has the focus; anything but a Pressable shows no ring.
    property Pressable target: null
    readonly property real innerRadius: target ? target.ringRadius : 0
    readonly property point corner: target ? target.mapToItem(parent, 0, 0) : Qt.point(0, 0)

    height: target ? target.height + 2 * Theme.size.focusRing : 0
    visible: target !== null && target.visible
    width: target ? target.width + 2 * Theme.size.focusRing : 0
    x: corner.x - Theme.size.focusRing
    y: corner.y - Theme.size.focusRing

    Rectangle {
        anchors.fill: parent
        border.color: Theme.colour.ink
        border.width: Theme.size.focusOuter
        color: Theme.colour.none
        radius: root.innerRadius + Theme.size.focusRing
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.size.focusOuter
        border.color: Theme.colour.gold
        border.width: Theme.size.focusGold
        color: Theme.colour.none
        radius: root.innerRadius + Theme.size.focusInk + Theme.size.focusGold
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.size.focusOuter + Theme.size.focusGold
        border.color: Theme.colour.ink
        border.width: Theme.size.focusInk
        color: Theme.colour.none
        radius: root.innerRadius + Theme.size.focusInk
    }
}
