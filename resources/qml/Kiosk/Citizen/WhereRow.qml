// Where it is done (都看, 在本大厅办, 只给指引) and, last and quieter, the way to the other kind of boards.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

Item {
    id: root

    required property var model
    required property string regroup
    required property color accent
    required property color accentThickness
    readonly property real part: (width - Theme.size.regroupButton - 3 * Theme.size.gutter) / 3
    readonly property list<real> middles: [0, 1, 2].map(n => n * (part + Theme.size.gutter) + part / 2).concat([width - Theme.size.regroupButton / 2])

    signal chosen(string key)
    signal regrouped

    height: Theme.size.filterButton

    Repeater {
        model: root.model

        FilterButton {
            required property int index
            required property string key
            required selected

            accent: root.accent
            accentThickness: root.accentThickness
            width: root.part
            x: index * (root.part + Theme.size.gutter)

            onActivated: root.chosen(key)
        }
    }
    FilterButton {
        glyph: Theme.icon.swap
        label: root.regroup
        quiet: true
        width: Theme.size.regroupButton
        x: root.width - width

        onActivated: root.regrouped()
    }
}
