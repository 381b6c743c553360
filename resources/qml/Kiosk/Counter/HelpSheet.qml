// Somebody asks for 金小二: where, why, how long it rings, and who went today.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CounterModels

Item {
    id: root

    required property HelpPageViewModel help

    Rectangle {
        id: board

        border.color: root.help.late ? Theme.colour.alarm : Theme.colour.gold
        border.width: StaffTheme.bottomEdge
        color: Theme.colour.surface
        height: parent.height - today.height - StaffTheme.gap16
        radius: StaffTheme.sheetRadius
        width: parent.width

        Rectangle {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.margins: StaffTheme.bottomEdge
            anchors.top: parent.top
            color: Theme.colour.tintGold
            width: StaffTheme.helpPicture

            Picture {
                anchors.bottom: parent.bottom
                anchors.bottomMargin: StaffTheme.gap24
                anchors.horizontalCenter: parent.horizontalCenter
                file: "jinxiaoer"
                height: StaffTheme.mascot
            }
        }
        Column {
            id: told

            anchors.verticalCenter: parent.verticalCenter
            spacing: StaffTheme.gap24
            width: parent.width - x - StaffTheme.gap48
            x: StaffTheme.helpPicture + StaffTheme.gap48

            Column {
                spacing: StaffTheme.gap12
                width: parent.width

                Line {
                    font.pixelSize: StaffTheme.help
                    strong: true
                    text: root.help.title
                    width: parent.width
                }
                Line {
                    color: Theme.colour.inkQuiet
                    font.pixelSize: StaffTheme.card
                    text: root.help.place
                    visible: text
                }
            }
            Row {
                spacing: StaffTheme.gap32

                Repeater {
                    model: [[qsTr("为什么"), root.help.reason], [qsTr("几点叫的"), root.help.since]]

                    Column {
                        id: fact

                        required property var modelData

                        spacing: StaffTheme.gap8

                        Line {
                            color: Theme.colour.inkQuiet
                            font.pixelSize: StaffTheme.second
                            text: fact.modelData[0]
                        }
                        Line {
                            font.pixelSize: StaffTheme.page
                            strong: true
                            text: fact.modelData[1]
                        }
                    }
                }
            }
            Column {
                spacing: StaffTheme.gap8
                visible: root.help.rangWords
                width: parent.width

                Rectangle {
                    border.color: Theme.colour.edge
                    border.width: StaffTheme.line
                    color: StaffTheme.wash
                    height: StaffTheme.ringBar
                    radius: height / 2
                    width: parent.width

                    Rectangle {
                        color: root.help.late ? Theme.colour.alarm : StaffTheme.inkGround
                        height: parent.height
                        radius: height / 2
                        width: parent.width * root.help.rung
                    }
                }
                Item {
                    height: StaffTheme.icon18
                    width: parent.width

                    Line {
                        font.pixelSize: StaffTheme.row
                        strong: true
                        text: root.help.rangWords
                    }
                    Line {
                        anchors.right: parent.right
                        color: root.help.late ? Theme.colour.alarm : Theme.colour.inkQuiet
                        font.pixelSize: StaffTheme.row
                        strong: root.help.late
                        text: root.help.untilWords
                    }
                }
            }
            Row {
                spacing: StaffTheme.gap16
                width: parent.width

                StaffButton {
                    cap: root.help.mainCap
                    height: StaffTheme.mainButton
                    kind: StaffButton.Main
                    label: root.help.main
                    labelSize: StaffTheme.page
                    width: StaffTheme.personWidth

                    onActivated: root.help.press(root.help.mainWish)
                }
                StaffButton {
                    cap: "Shift+F9"
                    height: StaffTheme.mainButton
                    label: root.help.second
                    labelSize: StaffTheme.card
                    visible: label

                    onActivated: root.help.press("cannot_help")
                }
            }
            Line {
                color: Theme.colour.inkQuiet
                font.pixelSize: StaffTheme.second
                text: root.help.note
            }
        }
    }
    StaffSheet {
        id: today

        anchors.bottom: parent.bottom
        height: title.height + 2 * StaffTheme.gap16 + rows.count * StaffTheme.button
        width: parent.width

        Line {
            id: title

            font.pixelSize: StaffTheme.body
            strong: true
            text: qsTr("今天的帮办")
            x: StaffTheme.gap20
            y: StaffTheme.gap16
        }
        Line {
            anchors.baseline: title.baseline
            anchors.right: parent.right
            anchors.rightMargin: StaffTheme.gap20
            color: Theme.colour.inkQuiet
            font.pixelSize: StaffTheme.second
            text: root.help.summary
        }
        Column {
            anchors.top: title.bottom
            anchors.topMargin: StaffTheme.gap8
            width: parent.width - 2 * StaffTheme.gap20
            x: StaffTheme.gap20

            Repeater {
                id: rows

                model: root.help.rows

                Item {
                    id: line

                    required property string time
                    required property string kiosk
                    required property string reason
                    required property string who
                    required property string minutes

                    height: StaffTheme.button
                    width: parent ? parent.width : 0

                    Rectangle {
                        color: Theme.colour.hairline
                        height: StaffTheme.line
                        width: parent.width
                    }
                    Line {
                        anchors.verticalCenter: parent.verticalCenter
                        color: Theme.colour.inkQuiet
                        text: line.time
                    }
                    Line {
                        anchors.verticalCenter: parent.verticalCenter
                        text: line.kiosk
                        x: StaffTheme.key + StaffTheme.gap8
                    }
                    Line {
                        anchors.verticalCenter: parent.verticalCenter
                        text: line.reason
                        x: 2 * StaffTheme.key + StaffTheme.gap48
                    }
                    Line {
                        anchors.right: parent.right
                        anchors.rightMargin: StaffTheme.key
                        anchors.verticalCenter: parent.verticalCenter
                        text: line.who
                    }
                    Line {
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        text: line.minutes
                    }
                }
            }
        }
    }
}
