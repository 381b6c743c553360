// Above the beam of a question: which one of how many, the question itself, and why it is asked.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property QuestionsViewModel viewModel
    readonly property bool wide: !Theme.portrait
    // More than two lines of the large size: smaller.
    readonly property bool long: viewModel.question.length * Theme.type.questionTitle > 2 * width - Theme.type.questionTitle

    // The last two Hanzi stay together: no line of one.
    function unwidowed(words: string): string {
        return words.replace(/(.)(.)([。，？]*)$/, "$1\u2060$2$3");
    }

    Words {
        id: item

        color: Theme.colour.inkQuiet
        font.pixelSize: Theme.type.fact
        lines: 2
        text: root.viewModel.itemName
        visible: !(Theme.elder && root.wide)
        width: root.wide ? parent.width : parent.width - count.width - Theme.size.gap6
        y: Theme.size.gap4
    }
    Row {
        id: count

        Accessible.name: qsTr("第 %1 题，共 %2 题").arg(root.viewModel.number).arg(root.viewModel.count)
        Accessible.role: Accessible.StaticText
        spacing: Theme.size.gap2
        x: root.wide ? 0 : parent.width - width
        y: root.wide && item.visible ? item.y + item.height + Theme.size.gap6 : Theme.size.gap2

        Words {
            Accessible.ignored: true
            anchors.baseline: number.baseline
            font.pixelSize: Theme.type.fact
            text: qsTr("第")
        }
        Words {
            id: number

            Accessible.ignored: true
            font.pixelSize: Theme.type.section
            strong: true
            text: root.viewModel.number
        }
        Words {
            Accessible.ignored: true
            anchors.baseline: number.baseline
            font.pixelSize: Theme.type.fact
            text: qsTr("题 / 共")
        }
        Words {
            Accessible.ignored: true
            font.pixelSize: Theme.type.section
            strong: true
            text: root.viewModel.count
        }
        Words {
            Accessible.ignored: true
            anchors.baseline: number.baseline
            font.pixelSize: Theme.type.fact
            text: qsTr("题")
        }
    }
    Row {
        id: steps

        spacing: Theme.size.gap4
        y: (root.wide ? count.y + count.height : Math.max(item.y + item.height, count.y + count.height)) + Theme.size.gap4

        Repeater {
            model: root.viewModel.steps

            Rectangle {
                required property string standing

                border.color: Theme.colour.civic
                border.width: Theme.size.stepEdge
                color: standing === "done" ? Theme.colour.civic : Theme.colour.surface
                height: Theme.size.step
                radius: Theme.size.stepEdge
                width: (root.width - (root.viewModel.count - 1) * steps.spacing) / Math.max(1, root.viewModel.count)
            }
        }
    }
    Words {
        id: question

        Accessible.role: Accessible.Heading
        font.pixelSize: Theme.elder && (root.wide || Theme.type.growth > 2 || root.long) ? Theme.type.lead : root.wide ? Theme.type.call : Theme.type.questionTitle
        lineHeight: Theme.type.tightLineHeight
        strong: true
        text: root.unwidowed(root.viewModel.question)
        width: parent.width
        wrapMode: Text.Wrap
        y: steps.y + steps.height + (root.wide ? Theme.size.gap12 : Theme.size.gap8) + (root.wide ? 0 : Math.max(0, (why.y - steps.y - steps.height - Theme.size.gap8 - height - Theme.size.gap6) / 2))
    }
    Row {
        id: why

        spacing: Theme.size.gap4
        visible: root.viewModel.why
        y: root.wide ? question.y + question.height + Theme.size.gap8 : parent.height - height - Theme.size.gap6

        Icon {
            id: mark

            glyph: Theme.icon.inform
            size: Theme.size.icon
        }
        Words {
            anchors.verticalCenter: root.wide ? undefined : parent.verticalCenter
            font.pixelSize: Theme.type.fact
            text: root.unwidowed(root.viewModel.why)
            width: root.width - mark.width - Theme.size.gap4
            wrapMode: Text.Wrap
        }
    }
}
