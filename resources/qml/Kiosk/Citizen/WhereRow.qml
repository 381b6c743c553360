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
    // Equal parts where the words fit them, else each has what its words need.
    readonly property list<int> letters: [2, 5, 4]
    readonly property real equal: (width - Theme.size.regroupButton - 3 * Theme.size.gutter) / 3
    readonly property bool even: letters[1] * Theme.type.body + Theme.size.iconSmall + 2 * Theme.size.gap4 <= equal
    readonly property real share: (width - 3 * Theme.size.gutter - (letters[0] + letters[1] + letters[2] + regroup.length) * Theme.type.body) / 4
    readonly property real regroupWidth: even ? Theme.size.regroupButton : regroup.length * Theme.type.body + share
    readonly property list<real> middles: [0, 1, 2].map(n => startOf(n) + widthOf(n) / 2).concat([width - regroupWidth / 2])

    function widthOf(place: int): real {
        return even ? equal : letters[place] * Theme.type.body + share;
    }
    function startOf(place: int): real {
        let start = 0;
        for (let i = 0; i < place; ++i)
            start += widthOf(i) + Theme.size.gutter;
        return start;
    }

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
            identity: key
            width: root.widthOf(index)
            x: root.startOf(index)

            onActivated: root.chosen(key)
        }
    }
    FilterButton {
        glyph: Theme.icon.swap
        label: root.regroup
        quiet: true
        width: root.regroupWidth
        x: root.width - width

        onActivated: root.regrouped()
    }
}
