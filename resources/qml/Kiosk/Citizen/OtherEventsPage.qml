// 别的事情: the boards that the elder version's home has no place for, two by four or four by two, icon beside word.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property OtherEventsViewModel viewModel
    readonly property int columns: Theme.portrait ? 2 : 4
    readonly property int rows: 8 / columns
    readonly property real gap: Theme.size.gap4
    readonly property real boardWidth: (touchWidth - (columns - 1) * Theme.size.gutter) / columns
    readonly property real boardHeight: (touchHeight - cordLength - Theme.size.pageFoot - (rows - 1) * gap) / rows

    beamTop: Theme.portrait ? Theme.place.others : Theme.place.wideOthers
    cords: pegs
    panelWidth: 0
    pegs: Array.from({
        "length": 2 * columns
    }, (_, n) => (n >> 1) * (boardWidth + Theme.size.gutter) + (n % 2 ? 0.89 : 0.11) * boardWidth)

    looking: [
        Words {
            font.pixelSize: Theme.type.title
            strong: true
            text: qsTr("别的事情")
            y: Theme.size.gap4
        },
        Words {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.size.gap8
            color: Theme.colour.inkQuiet
            text: qsTr("点一块牌")
            visible: Theme.portrait
        }
    ]

    Repeater {
        model: root.viewModel.events

        MatterBoard {
            required property int index
            required property string key
            required property string label
            required property string icon

            glyph: icon
            hangs: index >= root.columns
            height: root.boardHeight
            name: label
            width: root.boardWidth
            x: (index % root.columns) * (root.boardWidth + Theme.size.gutter)
            y: root.cordLength + Math.floor(index / root.columns) * (root.boardHeight + root.gap)

            onActivated: root.viewModel.openLifeEvent(key)
        }
    }
}
