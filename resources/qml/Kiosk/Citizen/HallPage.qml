// One page of the tea house: something to look at above the beam, something to touch below it (梁上看，梁下点).
// Upright screens have the beam across; wide ones either too (`panelWidth` 0) or a looking panel at the left, the beam over the right part only.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    property color tint: Theme.colour.sky
    // Height of the beam's upper edge on an upright and on a wide screen without a panel.
    property real beamTop: Theme.portrait ? Theme.place.list : Theme.place.wideHome
    property real panelWidth: Theme.size.panel
    // The header stands above what is looked at here.
    property bool headed: true
    // Middles of the pegs, in the coordinates of the touching part; those in `cords` hold a cord of `cordLength`.
    property list<real> pegs: Theme.size.pegs(touchArea.width)
    property list<real> cords: []
    property real cordLength: Theme.size.hang
    readonly property bool split: !Theme.portrait && panelWidth > 0
    // The middle of the first thing to press, below the beam. Low-reach sinks the beam until that lies low enough; what is looked at stays
    // with the beam, under an empty sky.
    property real firstTarget: cordLength + Theme.size.target / 2
    readonly property real drawnBeam: split ? Theme.place.wideBeam : beamTop
    readonly property real beamY: Theme.low ? Math.max(drawnBeam, height - Theme.size.lowRoom - Theme.size.beamWhole - firstTarget) : drawnBeam
    // Pages that use the sky do so themselves.
    property real sunk: split ? 0 : beamY - drawnBeam
    property alias looking: lookArea.data
    property alias behind: backdrop.data
    default property alias touching: touchArea.data
    readonly property alias lookWidth: lookArea.width
    readonly property alias lookHeight: lookArea.height
    readonly property alias touchWidth: touchArea.width
    readonly property alias touchHeight: touchArea.height

    Rectangle {
        anchors.fill: parent
        color: Theme.colour.paper
    }
    Rectangle {
        color: root.tint
        height: root.split ? parent.height : root.beamY
        width: root.split ? root.panelWidth : parent.width
    }
    Item {
        id: backdrop

        height: root.beamY
        width: parent.width
    }
    Item {
        id: lookArea

        height: (root.split ? parent.height : root.beamY) - y - (root.split ? Theme.size.gap12 : 0)
        width: (root.split ? root.panelWidth - Theme.size.margin + Theme.size.aside : parent.width - Theme.size.margin) - x
        x: Theme.size.margin
        y: Theme.size.headerTop + (root.headed ? Theme.size.header + Theme.size.gap4 : 0) + root.sunk
    }
    Beam {
        width: parent.width - x
        x: root.split ? root.panelWidth : 0
        y: root.beamY
    }
    Item {
        id: touchArea

        height: parent.height - y
        width: parent.width - Theme.size.margin - x
        x: root.split ? root.panelWidth + Theme.size.gap12 : Theme.size.margin
        y: root.beamY + Theme.size.beamWhole
    }
    Repeater {
        model: root.pegs

        Hanger {
            required property real modelData

            length: root.cords.some(x => Math.abs(x - modelData) < 1) ? root.cordLength : 0
            x: touchArea.x + modelData
            y: touchArea.y
        }
    }
}
