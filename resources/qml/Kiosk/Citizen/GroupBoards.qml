// The boards of a list: themes or departments. Upright screens: tall boards, each on its peg. Wide screens: one column of boards that hang
// one from another.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property var model
    required property color accent
    required property color accentThickness

    signal chosen(string key)

    height: Theme.portrait ? Theme.size.tallBoard : boards.count * (Theme.size.sideBoardHeight + Theme.size.boardGapWide) - Theme.size.boardGapWide

    Repeater {
        id: boards

        model: root.model

        Loader {
            id: board

            required property int index
            required property string key
            required property string label
            required property string figure
            required property bool selected
            required property bool turns
            readonly property real step: (root.width - 7 * Theme.size.gutter) / 8 + Theme.size.gutter

            sourceComponent: Theme.portrait ? tall : side
            width: Theme.portrait ? step - Theme.size.gutter : root.width
            x: Theme.portrait ? index * step : 0
            y: Theme.portrait ? 0 : index * (Theme.size.sideBoardHeight + Theme.size.boardGapWide)

            Component {
                id: tall

                TallBoard {
                    accent: root.accent
                    accentThickness: root.accentThickness
                    figure: board.figure
                    glyph: board.turns ? Theme.icon.next : ""
                    identity: board.key
                    label: board.label
                    quiet: board.turns
                    selected: board.selected

                    onActivated: root.chosen(board.key)
                }
            }
            Component {
                id: side

                SideBoard {
                    accent: root.accent
                    accentThickness: root.accentThickness
                    figure: board.figure
                    glyph: board.turns ? Theme.icon.next : ""
                    hangs: board.index > 0
                    identity: board.key
                    label: board.label
                    quiet: board.turns
                    selected: board.selected

                    onActivated: root.chosen(board.key)
                }
            }
        }
    }
}
