// A row of tabs across the page. Each takes what its words need and an equal share of the rest, so that none is crowded.
// `middles`: where their eyelets are; the page hangs its cords there.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property var model
    property color accent: Theme.colour.civic
    property color accentThickness: Theme.colour.stepThickness
    readonly property real needed: Array.from({
        "length": tabs.count
    }, (_, n) => (tabs.itemAt(n) as TabBoard)?.naturalWidth ?? 0).reduce((sum, one) => sum + one, 0)
    // Without their figures where labels alone have room.
    readonly property bool bare: Array.from({
        "length": tabs.count
    }, (_, n) => (tabs.itemAt(n) as TabBoard)?.fullWidth ?? 0).reduce((sum, one) => sum + one, 0) + (2 * tabs.count - 1) * Theme.size.gutter > width
    readonly property real share: (width - needed - (tabs.count - 1) * Theme.size.gutter) / Math.max(1, tabs.count)
    readonly property list<real> middles: Array.from({
        "length": 2 * tabs.count
    }, (_, n) => tabs.itemAt(n >> 1) ? tabs.itemAt(n >> 1).x + tabs.itemAt(n >> 1).width * (n % 2 ? 0.8 : 0.2) : 0)

    // Not even the labels have room: they stand on two lines.
    readonly property bool crowded: bare && share < Theme.size.gap4

    signal chosen(string key)

    height: Theme.size.tab + (crowded ? Theme.type.fact : 0)

    Row {
        spacing: Theme.size.gutter

        Repeater {
            id: tabs

            model: root.model

            TabBoard {
                required property string key
                required figure
                required selected

                accent: root.accent
                accentThickness: root.accentThickness
                eyelets: [width * 0.2, width * 0.8]
                bare: root.bare
                height: root.height
                identity: key
                width: root.crowded ? naturalWidth / root.needed * (root.width - (tabs.count - 1) * Theme.size.gutter) : naturalWidth + root.share
                wraps: root.crowded

                onActivated: root.chosen(key)
            }
        }
    }
}
