// Nothing found: 金小二 first, then the three nearest, then the ways to look for it without words. Shows as much as there is room for.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property SearchViewModel viewModel
    // Three boards side by side, as long as a third of the width holds five characters in a line; otherwise a row for each.
    readonly property bool abreast: !Theme.elder && (width - 2 * Theme.size.gap4) / 3 - 2 * Theme.size.gap6 >= 5 * Theme.type.body
    readonly property real nearTop: ask.height + (abreast ? Theme.size.gap6 : Theme.size.gap4)
    readonly property real waysTop: near.y + near.height + Theme.size.gap4
    readonly property real noteRoom: width - 2 * Theme.size.gap6 - Theme.size.iconBoard - Theme.size.icon - 2 * Theme.size.gap4

    TextMetrics {
        id: note

        font.family: Theme.hanziFamily
        font.pixelSize: Theme.type.body
        text: qsTr("说一句要办什么，告诉您该去哪儿")
    }
    Button {
        id: ask

        glyph: Theme.icon.helper
        height: note.advanceWidth <= root.noteRoom ? Theme.size.entryLine : Theme.size.button
        iconSize: height < Theme.size.entryLine ? Theme.size.icon : Theme.size.iconBoard
        kind: Button.Gold
        label: qsTr("没找到？问金小二")
        leads: true
        note: note.advanceWidth <= root.noteRoom ? note.text : ""
        toTheLeft: true
        width: parent.width

        onActivated: root.viewModel.openHelper()
    }
    Words {
        id: question

        font.pixelSize: Theme.type.fact
        strong: true
        text: qsTr("是不是想找这些？")
        visible: near.shown > 0
        y: root.nearTop
    }
    Grid {
        id: near

        readonly property real one: root.abreast ? (width - 2 * spacing) / 3 : width
        readonly property real third: (root.height - y - 2 * spacing) / 3
        readonly property real rowLeast: Math.max(Theme.size.target, Math.round(1.5 * Theme.type.body) + Theme.size.thickness)
        // Rows give way down to the least target, so that all three are there.
        readonly property real each: root.abreast ? Theme.size.nearBoard : Math.max(rowLeast, Math.min(Theme.size.button, Math.floor(third)))
        // How many there is room for: all three or none abreast, otherwise as many rows.
        readonly property int room: Math.floor((root.height - y + spacing) / (each + spacing))
        readonly property int shown: root.abreast ? (room > 0 ? 3 : 0) : Math.min(3, room)

        columns: root.abreast ? 3 : 1
        spacing: root.abreast ? Theme.size.gap4 : Theme.size.gap3
        visible: shown > 0
        width: parent.width
        y: question.y + question.height + Theme.size.gap4

        Repeater {
            model: root.viewModel.near

            Pressable {
                id: board

                required property int index
                required property string key
                required property string title
                required property string verdict
                required property bool needed
                required property string spoken

                height: near.each
                name: spoken
                visible: index < near.shown
                width: near.one

                onActivated: root.viewModel.openEntry(key)

                Face {
                    id: face

                    anchors.fill: parent
                    down: board.down
                }
                Grid {
                    columns: root.abreast ? 1 : 2
                    spacing: Theme.size.gap3
                    verticalItemAlignment: Grid.AlignVCenter
                    width: parent.width - 2 * x
                    x: Theme.size.gap6
                    y: face.contentTop + (face.contentHeight - height) / 2

                    Words {
                        lineHeight: Theme.type.tightLineHeight
                        excerpt: !root.abreast
                        lines: !root.abreast ? 1 : board.verdict ? 2 : 3
                        strong: true
                        text: board.title
                        width: parent.width - (root.abreast || !board.verdict ? 0 : verdict.width + parent.spacing)
                    }
                    Words {
                        id: verdict

                        color: board.needed ? Theme.colour.civic : Theme.colour.leaf
                        strong: true
                        text: board.verdict
                        visible: board.verdict
                    }
                }
            }
        }
    }
    Row {
        spacing: Theme.size.gap4
        visible: near.visible && root.waysTop + Theme.size.button <= root.height
        y: root.waysTop

        Button {
            glyph: root.viewModel.inProofs ? Theme.icon.search : ""
            label: root.viewModel.inProofs ? qsTr("在所有事里找") : qsTr("看十二块牌")
            width: (root.width - Theme.size.gap4) / 2

            onActivated: root.viewModel.lookElsewhere()
        }
        Button {
            glyph: Theme.icon.list
            label: root.viewModel.inProofs ? qsTr("看已取消证明") : qsTr("看便民清单")
            width: (root.width - Theme.size.gap4) / 2

            onActivated: root.viewModel.openList()
        }
    }
}
