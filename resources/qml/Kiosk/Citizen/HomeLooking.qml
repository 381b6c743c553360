// Above the beam on the home screen: greeting, question, how busy the hall is, the time.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property HomeViewModel viewModel
    // Between these two 金小二 stands on wide screens.
    readonly property real questionEnd: (tight ? Math.max(question.width, facts.width) : question.width) + Theme.size.gap4
    readonly property real factsStart: (facts.visible && !tight ? facts.x : time.x) - Theme.size.gap4
    // On small wide screens who waits and how long stands under the question, each on one line.
    readonly property bool tight: !Theme.portrait && Theme.type.growth > 1
    readonly property bool beneath: Theme.portrait || tight
    // Low-reach leaves room: larger, and the hours below.
    readonly property bool tall: Theme.size.squat

    Grid {
        id: question

        columnSpacing: Theme.size.gap6
        rowSpacing: root.tall ? Theme.size.gap16 : Theme.size.gap4
        columns: Theme.portrait ? 1 : 2
        verticalItemAlignment: Grid.AlignBottom
        y: Theme.portrait ? 0 : Theme.size.gap4

        Words {
            color: Theme.colour.inkQuiet
            font.pixelSize: Theme.type.fact
            text: root.viewModel.greeting
        }
        Words {
            font.pixelSize: root.tall ? Theme.type.lowQuestion : Theme.type.title
            strong: true
            text: qsTr("您要办什么事？")
        }
    }
    Column {
        id: time

        anchors.right: parent.right
        spacing: Theme.size.gap4
        y: Theme.portrait ? Theme.size.gap2 : 0

        Words {
            anchors.right: parent.right
            font.pixelSize: Theme.type.clock
            strong: true
            text: root.viewModel.clockText
        }
        Words {
            anchors.right: parent.right
            color: root.viewModel.openNow ? Theme.colour.leaf : Theme.colour.inkQuiet
            strong: true
            text: root.viewModel.openText
            visible: !root.tall && (!Theme.portrait || question.width + implicitWidth + Theme.size.gap4 <= root.width)
        }
    }
    Words {
        color: root.viewModel.openNow ? Theme.colour.leaf : Theme.colour.inkQuiet
        font.pixelSize: Theme.type.row
        strong: true
        text: root.viewModel.openText
        visible: root.tall
        y: (facts.visible ? facts.y + facts.height : question.height) + Theme.size.gap8
    }
    Row {
        id: facts

        spacing: Theme.size.gap6
        visible: root.viewModel.busyKnown
        x: root.beneath ? 0 : root.width - width - Theme.size.clockRoom
        y: root.beneath ? question.height + (root.tight ? Theme.size.gap4 : 0) + (root.tall ? Theme.size.gap12 : Theme.portrait ? Theme.size.gap6 : 0) : -Theme.size.gap2

        Repeater {
            model: root.viewModel.busy

            Row {
                id: fact

                required property int index
                required property string label
                required property string figure
                required property string unit

                spacing: Theme.size.gap6

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.colour.edge
                    height: root.tight ? Theme.type.body : Theme.size.mainTarget
                    visible: fact.index > 0
                    width: Theme.size.hairline
                }
                Grid {
                    columnSpacing: Theme.size.gap2
                    columns: root.tight ? 2 : 1
                    rowSpacing: Theme.size.gap3
                    verticalItemAlignment: Grid.AlignVCenter

                    Words {
                        color: Theme.colour.inkQuiet
                        text: fact.label
                    }
                    Row {
                        spacing: Theme.size.gap2

                        Words {
                            id: figureWords

                            font.pixelSize: Theme.type.lead
                            strong: true
                            text: fact.figure
                        }
                        Words {
                            anchors.baseline: figureWords.baseline
                            strong: true
                            text: fact.unit
                        }
                    }
                }
            }
        }
    }
}
