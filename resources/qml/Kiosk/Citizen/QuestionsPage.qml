// 问几句: the question above the beam, its answers as boards under it, 不清楚 as large as they are. One touch goes on.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property QuestionsViewModel viewModel
    readonly property int answerRows: Math.ceil(viewModel.answerCount / 2)
    readonly property real half: (touchWidth - Theme.size.gutter) / 2
    readonly property real footTop: touchHeight - Theme.size.questionFoot - Theme.size.gap6
    readonly property real unsureTop: footTop - Theme.size.gap6 - Theme.size.unsureBoard
    readonly property real answersRoom: unsureTop - Theme.size.gap8 - cordLength
    readonly property real answerHeight: Math.min(Theme.size.answerBoard, (answersRoom - (answerRows - 1) * Theme.size.gutter) / Math.max(1, answerRows))

    beamTop: Theme.place.question
    cords: viewModel.answerCount === 1 ? [pegs[0], pegs[7]] : [pegs[0], pegs[3], pegs[4], pegs[7]]
    tint: Theme.colour.tintOfList(viewModel.listKey)

    looking: [
        QuestionLooking {
            anchors.fill: parent
            viewModel: root.viewModel
        }
    ]

    Repeater {
        model: root.viewModel.answers

        AnswerChoice {
            id: answer

            required property int index
            required property string key
            // The last one of an odd number has the whole row.
            readonly property bool alone: index === root.viewModel.answerCount - 1 && index % 2 === 0

            height: root.answerHeight
            rings: index < 2 ? root.cords.map(peg => peg - x).filter(middle => middle > 0 && middle < width) : []
            width: alone ? root.touchWidth : root.half
            x: index % 2 * (root.half + Theme.size.gutter)
            y: root.cordLength + Math.floor(index / 2) * (root.answerHeight + Theme.size.gutter)

            onActivated: root.viewModel.choose(key)
        }
    }
    UnsureChoice {
        chosen: root.viewModel.unsureChosen
        height: Theme.size.unsureBoard
        width: root.touchWidth
        y: Math.min(root.unsureTop, root.cordLength + root.answerRows * (root.answerHeight + Theme.size.gutter) + Theme.size.gap4)

        onActivated: root.viewModel.chooseUnsure()
    }
    Button {
        available: root.viewModel.number > 1
        glyph: Theme.icon.previous
        height: Theme.size.questionFoot
        label: qsTr("上一题")
        labelSize: Theme.type.row
        width: root.half
        y: root.footTop

        onActivated: root.viewModel.previous()
    }
    Button {
        glyph: Theme.icon.list
        height: Theme.size.questionFoot
        label: Theme.type.growth > 2 ? qsTr("看全部") : name
        labelSize: Theme.type.growth > 1 ? Theme.type.fact : Theme.type.row
        name: qsTr("不答了，看全部")
        width: root.half
        x: root.half + Theme.size.gutter
        y: root.footTop

        onActivated: root.viewModel.showAll()
    }
}
