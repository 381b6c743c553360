// A to Z in seven columns, 清空 and delete at the end of the last two rows. The keys never move and share the height that is given.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

Item {
    id: root

    readonly property int columns: 7
    readonly property int rowCount: 4
    readonly property real keyWidth: (width - (columns - 1) * Theme.size.keyGap) / columns
    readonly property real keyHeight: (height - (rowCount - 1) * Theme.size.keyRowGap) / rowCount

    signal typed(string letter)
    signal cleared
    signal erased

    function column(place: int): real {
        return place % columns * (keyWidth + Theme.size.keyGap);
    }
    function line(place: int): real {
        return Math.floor(place / columns) * (keyHeight + Theme.size.keyRowGap);
    }

    Repeater {
        model: ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T"]

        Key {
            required property int index
            required property string modelData

            height: root.keyHeight
            letter: modelData
            width: root.keyWidth
            x: root.column(index)
            y: root.line(index)

            onActivated: root.typed(modelData)
        }
    }
    Key {
        height: root.keyHeight
        label: qsTr("清空")
        width: root.keyWidth
        x: root.column(20)
        y: root.line(20)

        onActivated: root.cleared()
    }
    Repeater {
        model: ["U", "V", "W", "X", "Y", "Z"]

        Key {
            required property int index
            required property string modelData

            height: root.keyHeight
            letter: modelData
            width: root.keyWidth
            x: root.column(21 + index)
            y: root.line(21)

            onActivated: root.typed(modelData)
        }
    }
    Key {
        glyph: Theme.icon.erase
        height: root.keyHeight
        label: qsTr("删除")
        width: root.keyWidth
        x: root.column(27)
        y: root.line(27)

        onActivated: root.erased()
    }
}
