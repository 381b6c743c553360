// The number in hand: its item, what its holder answered, its papers, and what can be done about them.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CounterModels

StaffSheet {
    id: root

    required property ConsoleViewModel desk
    required property MatterViewModel matter

    Column {
        anchors.centerIn: parent
        spacing: StaffTheme.gap12
        visible: root.matter.idle
        width: parent.width - 2 * StaffTheme.gap48

        Line {
            anchors.horizontalCenter: parent.horizontalCenter
            font.pixelSize: StaffTheme.item
            strong: true
            text: root.matter.idle
        }
        Line {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.colour.inkQuiet
            font.pixelSize: StaffTheme.body
            horizontalAlignment: Text.AlignHCenter
            lines: 2
            text: root.matter.idleNote
            width: Math.min(implicitWidth, parent.width)
        }
    }
    Item {
        id: whole

        anchors.fill: parent
        anchors.leftMargin: StaffTheme.gap20
        anchors.rightMargin: StaffTheme.gap20
        visible: !root.matter.idle && !root.matter.finding

        Item {
            id: head

            height: StaffTheme.itemHead
            width: parent.width

            Column {
                anchors.left: parent.left
                anchors.right: times.left
                anchors.rightMargin: StaffTheme.gap16
                anchors.verticalCenter: parent.verticalCenter
                spacing: StaffTheme.gap8

                Line {
                    font.pixelSize: root.matter.title.length > 28 ? StaffTheme.card : root.matter.title.length > 14 ? StaffTheme.page : StaffTheme.item
                    lineHeight: StaffTheme.tightLineHeight
                    lines: 2
                    strong: true
                    text: root.matter.title
                    width: parent.width
                }
                Line {
                    color: Theme.colour.inkQuiet
                    excerpt: true
                    font.pixelSize: StaffTheme.second
                    text: root.matter.official
                    width: parent.width
                }
            }
            Column {
                id: times

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: StaffTheme.gap8

                Line {
                    anchors.right: parent.right
                    font.pixelSize: StaffTheme.time
                    strong: true
                    text: root.matter.stopwatch
                }
                Line {
                    anchors.right: parent.right
                    color: Theme.colour.inkQuiet
                    font.pixelSize: StaffTheme.second
                    text: root.matter.waited
                }
            }
        }
        Rectangle {
            color: Theme.colour.hairline
            height: StaffTheme.line
            width: root.width - 2 * StaffTheme.line
            x: StaffTheme.line - StaffTheme.gap20
            y: head.height
        }
        Flickable {
            id: papers

            anchors.bottom: foot.top
            anchors.left: parent.left
            anchors.leftMargin: -StaffTheme.gap16
            anchors.right: parent.right
            anchors.rightMargin: -StaffTheme.gap16
            anchors.top: head.bottom
            anchors.topMargin: StaffTheme.line
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: column.height + 2 * StaffTheme.gap12
            interactive: contentHeight > height

            Connections {
                function onScrolled(by: int): void {
                    papers.contentY = Math.max(0, Math.min(papers.contentHeight - papers.height, papers.contentY + by * StaffTheme.paperRow));
                }

                target: root.matter
            }
            Column {
                id: column

                width: papers.width - 2 * StaffTheme.gap16
                x: StaffTheme.gap16
                y: StaffTheme.gap12

                Flow {
                    spacing: StaffTheme.gap8
                    visible: root.matter.manyItems
                    width: parent.width

                    Repeater {
                        model: root.matter.items

                        Pressable {
                            id: one

                            required property string key
                            required property string label
                            required property bool chosen

                            checkable: true
                            checked: chosen
                            height: StaffTheme.chip
                            name: label
                            reach: 0
                            ringRadius: StaffTheme.capRadius
                            width: oneWords.implicitWidth + 2 * StaffTheme.gap8

                            onActivated: root.matter.clickItem(key)

                            Rectangle {
                                anchors.fill: parent
                                border.color: one.chosen ? Theme.colour.civic : Theme.colour.edge
                                border.width: StaffTheme.line
                                color: one.chosen ? Theme.colour.tintBlue : Theme.colour.surface
                                radius: StaffTheme.capRadius
                            }
                            Line {
                                id: oneWords

                                anchors.centerIn: parent
                                font.pixelSize: StaffTheme.second
                                strong: one.chosen
                                text: one.label
                            }
                        }
                    }
                }
                Item {
                    height: Math.max(StaffTheme.chip, answers.height)
                    width: parent.width

                    Line {
                        id: asked

                        color: Theme.colour.inkQuiet
                        font.pixelSize: StaffTheme.second
                        height: StaffTheme.chip
                        text: qsTr("居民答的")
                        verticalAlignment: Text.AlignVCenter
                        visible: root.matter.answers.length > 0
                    }
                    Flow {
                        id: answers

                        anchors.left: asked.visible ? asked.right : parent.left
                        anchors.leftMargin: asked.visible ? StaffTheme.gap8 : 0
                        anchors.right: correct.left
                        anchors.rightMargin: StaffTheme.gap12
                        spacing: StaffTheme.gap8

                        Line {
                            color: Theme.colour.inkQuiet
                            font.pixelSize: StaffTheme.second
                            height: StaffTheme.chip
                            text: root.matter.answersNote
                            verticalAlignment: Text.AlignVCenter
                            visible: text
                        }
                        Repeater {
                            model: root.matter.answers

                            Rectangle {
                                id: chip

                                required property string modelData

                                color: StaffTheme.wash
                                height: StaffTheme.chip
                                radius: StaffTheme.capRadius
                                width: Math.min(answers.width, chipWords.implicitWidth + 2 * StaffTheme.gap8)

                                Line {
                                    id: chipWords

                                    anchors.verticalCenter: parent.verticalCenter
                                    font.pixelSize: StaffTheme.second
                                    text: chip.modelData
                                    width: Math.min(implicitWidth, parent.width - 2 * StaffTheme.gap8)
                                    x: StaffTheme.gap8
                                }
                            }
                        }
                    }
                    Pressable {
                        id: correct

                        anchors.right: parent.right
                        description: "Ctrl+I"
                        height: StaffTheme.chip
                        name: qsTr("改事项")
                        reach: 0
                        ringRadius: StaffTheme.capRadius
                        visible: root.matter.serving
                        width: correctWords.width

                        onActivated: root.desk.wish("correct_item")

                        Row {
                            id: correctWords

                            anchors.verticalCenter: parent.verticalCenter
                            spacing: StaffTheme.gap8

                            Line {
                                anchors.verticalCenter: parent.verticalCenter
                                color: Theme.colour.inkQuiet
                                font.pixelSize: StaffTheme.second
                                text: qsTr("改事项")
                            }
                            Keycaps {
                                anchors.verticalCenter: parent.verticalCenter
                                label: "Ctrl+I"
                            }
                        }
                    }
                }
                Repeater {
                    model: root.matter.rows

                    PaperLine {
                        required property string key

                        width: column.width

                        onActivated: root.matter.clickPaper(key)
                    }
                }
            }
        }
        Item {
            id: foot

            anchors.bottom: parent.bottom
            height: StaffTheme.attentionRow
            width: parent.width

            Rectangle {
                color: Theme.colour.hairline
                height: StaffTheme.line
                width: root.width - 2 * StaffTheme.line
                x: StaffTheme.line - StaffTheme.gap20
            }
            Row {
                anchors.verticalCenter: parent.verticalCenter
                spacing: StaffTheme.gap10

                StaffButton {
                    available: root.matter.canPrint
                    cap: "Ctrl+D"
                    label: qsTr("打印缺件单")

                    onActivated: root.desk.wish("print_missing")
                }
                StaffButton {
                    available: root.matter.serving
                    cap: "F10"
                    label: qsTr("搁置")

                    onActivated: root.desk.wish("park")
                }
                StaffButton {
                    available: root.matter.serving
                    cap: "Ctrl+J"
                    label: qsTr("加一件事")

                    onActivated: root.desk.wish("add_item")
                }
            }
        }
    }
    Loader {
        active: root.matter.finding
        anchors.fill: parent
        anchors.margins: StaffTheme.line

        sourceComponent: FinderSheet {
            matter: root.matter
        }
    }
}
