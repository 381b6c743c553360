// A to Z in seven columns, 清空 and delete at the end of the last two rows. The keys never move and share the height that is given.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

Item {
    id: root

    readonly property list<string> keys: [..."ABCDEFGHIJKLMNOPQRST", "clear", ..."UVWXYZ", "erase"]
    readonly property int columns: 7
    readonly property int rowCount: Math.ceil(keys.length / columns)
    readonly property real keyWidth: (width - (columns - 1) * Theme.size.keyGap) / columns
    readonly property real keyHeight: (height - (rowCount - 1) * Theme.size.keyRowGap) / rowCount

    // No room for two Hanzi on a key.
    readonly property bool tight: 2 * Math.ceil(Theme.type.least) + Theme.size.gap2 > keyWidth

    signal typed(string letter)
    signal cleared
    signal erased

    Repeater {
        model: root.keys

        Key {
            required property int index
            required property string modelData
            readonly property bool clears: modelData === "clear"
            readonly property bool erases: modelData === "erase"

            glyph: erases ? Theme.icon.erase : clears && root.tight ? Theme.icon.clear : ""
            height: root.keyHeight
            label: clears ? qsTr("清空") : qsTr("删除")
            letter: clears || erases ? "" : modelData
            width: root.keyWidth
            x: index % root.columns * (root.keyWidth + Theme.size.keyGap)
            y: Math.floor(index / root.columns) * (root.keyHeight + Theme.size.keyRowGap)

            onActivated: clears ? root.cleared() : erases ? root.erased() : root.typed(modelData)
        }
    }
}
