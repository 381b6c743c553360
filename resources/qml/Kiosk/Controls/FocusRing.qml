// Keyboard focus, drawn outside the shape: gold held by ink on both sides, since gold alone is too pale on paper.
import QtQuick
import Kiosk.Theme

Item {
    id: root

    required property real innerRadius

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
