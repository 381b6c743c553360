// Nothing found: 金小二 first, then the three nearest, then the ways to look for it without words. Shows as much as there is room for.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property SearchViewModel viewModel
    readonly property real nearTop: ask.height + Theme.size.gap6
    readonly property real waysTop: near.y + near.height + Theme.size.gap4

    Button {
        id: ask

        glyph: Theme.icon.helper
        height: Theme.size.entryLine
        iconSize: Theme.size.iconBoard
        kind: Button.Gold
        label: qsTr("没找到？问金小二")
        leads: true
        note: qsTr("说一句要办什么，告诉您该去哪儿")
        toTheLeft: true
        width: parent.width

        onActivated: root.viewModel.openHelper()
    }
    Words {
        id: question

        font.pixelSize: Theme.type.fact
        strong: true
        text: qsTr("是不是想找这些？")
        visible: near.visible
        y: root.nearTop
    }
    Row {
        id: near

        readonly property real one: (width - 2 * spacing) / 3

        height: Theme.size.nearBoard
        spacing: Theme.size.gap4
        visible: y + height <= root.height
        width: parent.width
        y: question.y + question.height + Theme.size.gap4

        Repeater {
            model: root.viewModel.near

            Pressable {
                id: board

                required property string key
                required property string title
                required property string verdict
                required property bool needed
                required property string spoken

                height: near.height
                name: spoken
                width: near.one

                onActivated: root.viewModel.openEntry(key)

                Face {
                    id: face

                    anchors.fill: parent
                    down: board.down
                }
                Column {
                    spacing: Theme.size.gap3
                    width: parent.width - 2 * x
                    x: Theme.size.gap6
                    y: face.contentTop + (face.contentHeight - height) / 2

                    Words {
                        lineHeight: Theme.type.tightLineHeight
                        lines: board.verdict ? 2 : 3
                        strong: true
                        text: board.title
                        width: parent.width
                    }
                    Words {
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
        visible: root.waysTop + Theme.size.button <= root.height
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
