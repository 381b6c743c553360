// The keys of a chord side by side: `Ctrl+D`, `Shift+F5`.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

Row {
    id: root

    required property string label
    property color ink: Theme.colour.inkQuiet

    spacing: StaffTheme.gap2

    Repeater {
        model: root.label ? root.label.split("+") : []

        Keycap {
            required property string modelData

            ink: root.ink
            label: modelData
        }
    }
}
