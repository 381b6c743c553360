// Above the beam of a person's list: whose matter it is, how many papers are missing, one bar for each, and what was answered.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property MyListViewModel viewModel
    readonly property bool wide: !Theme.portrait
    // More rows than this would not fit: then the answers stand in one paragraph.
    readonly property bool inRows: viewModel.answerCount <= (wide ? 3 : 2)

    Words {
        id: item

        color: Theme.colour.inkQuiet
        font.pixelSize: Theme.type.fact
        lineHeight: Theme.type.tightLineHeight
        lines: 2
        text: root.viewModel.itemName
        visible: !Theme.elder
        width: root.wide ? root.width : root.width - missing.width - Theme.size.gap6
        y: Theme.size.gap2
    }
    Words {
        id: title

        Accessible.role: Accessible.Heading
        color: Theme.colour.ofList(root.viewModel.listKey)
        font.pixelSize: Theme.type.title
        strong: true
        text: qsTr("我的清单")
        y: item.visible ? item.y + item.height + Theme.size.gap4 : Theme.size.gap2
    }
    Column {
        id: missing

        spacing: Theme.size.gap4
        x: root.wide ? 0 : root.width - width
        y: root.wide ? title.y + title.height + Theme.size.gap8 : Theme.size.gap2

        Row {
            Accessible.name: root.viewModel.missingLabel + " " + root.viewModel.missingText + " " + root.viewModel.missingUnit
            Accessible.role: Accessible.StaticText
            anchors.right: root.wide ? undefined : parent.right
            spacing: Theme.size.gap3

            Words {
                id: label

                Accessible.ignored: true
                anchors.baseline: figure.visible ? figure.baseline : undefined
                color: figure.visible ? Theme.colour.ink : Theme.colour.leaf
                font.pixelSize: figure.visible ? Theme.type.row : Theme.type.section
                strong: !figure.visible
                text: root.viewModel.missingLabel
            }
            Words {
                id: figure

                Accessible.ignored: true
                font.pixelSize: Theme.type.title
                strong: true
                text: root.viewModel.missingText
                visible: text
            }
            Words {
                Accessible.ignored: true
                anchors.baseline: figure.baseline
                font.pixelSize: Theme.type.row
                text: root.viewModel.missingUnit
                visible: text
            }
        }
        Row {
            id: bars

            anchors.right: root.wide ? undefined : parent.right
            spacing: Theme.size.gap3

            Repeater {
                model: root.viewModel.bars

                Rectangle {
                    required property string standing

                    border.color: standing === "done" ? Theme.colour.leaf : Theme.colour.ink
                    border.width: Theme.size.stepEdge
                    color: standing === "done" ? Theme.colour.leaf : Theme.colour.surface
                    height: Theme.size.step
                    radius: Theme.size.stepEdge
                    width: Math.min(Theme.size.paperBar, (Theme.size.paperBars - (root.viewModel.barCount - 1) * bars.spacing) / Math.max(1, root.viewModel.barCount))
                }
            }
        }
        Words {
            anchors.right: root.wide ? undefined : parent.right
            color: Theme.colour.inkQuiet
            text: root.viewModel.missingNote
            visible: text
        }
    }
    Sheet {
        id: told

        height: root.inRows ? rows.height + 2 * Theme.size.gap6 : inOne.height + 2 * Theme.size.gap6
        visible: root.viewModel.answerCount > 0 && !Theme.elder
        width: root.width
        y: root.wide ? missing.y + missing.height + Theme.size.gap12 : root.height - height - Theme.size.gap6

        Column {
            id: rows

            spacing: Theme.size.gap6
            visible: root.inRows
            width: parent.width - 2 * x
            x: Theme.size.gap8
            y: Theme.size.gap6

            Repeater {
                model: root.viewModel.answers

                Item {
                    id: said

                    required property string question
                    required property string answer
                    readonly property bool together: !root.wide && asked.implicitWidth + answered.implicitWidth + Theme.size.gap6 <= rows.width

                    height: together ? Math.max(asked.height, answered.height) : asked.height + Theme.size.gap3 + answered.height
                    width: rows.width

                    Words {
                        id: asked

                        color: Theme.colour.inkQuiet
                        text: said.question
                        width: said.together ? implicitWidth : rows.width
                        wrapMode: Text.Wrap
                    }
                    Words {
                        id: answered

                        font.pixelSize: Theme.type.fact
                        strong: true
                        text: said.answer
                        x: said.together ? rows.width - width : 0
                        y: said.together ? 0 : asked.height + Theme.size.gap3
                    }
                }
            }
        }
        Words {
            id: inOne

            text: root.viewModel.answersText
            visible: !root.inRows
            width: parent.width - 2 * x
            wrapMode: Text.Wrap
            x: Theme.size.gap8
            y: Theme.size.gap6
        }
    }
    Words {
        color: Theme.colour.inkQuiet
        font.pixelSize: Theme.type.fact
        text: qsTr("这件事没有要问的，带齐下面这些就行。")
        visible: root.viewModel.answerCount === 0 && !Theme.elder
        width: root.width
        wrapMode: Text.Wrap
        y: root.wide ? missing.y + missing.height + Theme.size.gap12 : root.height - height - Theme.size.gap12
    }
}
