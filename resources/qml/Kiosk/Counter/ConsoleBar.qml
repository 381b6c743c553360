// The bar: counter, the number in hand, seven keys, who waits, help and shape. Places never change; on a wider screen it stands in the middle.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CounterModels

Rectangle {
    id: root

    required property ConsoleViewModel desk
    required property BarViewModel bar
    required property SignInViewModel signIn
    readonly property bool locked: desk.door !== "open"

    color: Theme.colour.surface
    implicitHeight: StaffTheme.bar

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.colour.edge
        height: StaffTheme.line
        width: parent.width
    }
    Item {
        id: strip

        anchors.horizontalCenter: parent.horizontalCenter
        height: parent.height
        width: Math.min(parent.width, StaffTheme.barWidth)

        Rectangle {
            id: counter

            color: StaffTheme.inkGround
            height: parent.height
            width: StaffTheme.counterBlock

            Row {
                anchors.centerIn: parent
                spacing: StaffTheme.gap4

                Line {
                    anchors.verticalCenter: parent.verticalCenter
                    color: StaffTheme.onInk
                    font.pixelSize: StaffTheme.counter
                    strong: true
                    text: root.desk.counterText
                }
                Line {
                    anchors.verticalCenter: parent.verticalCenter
                    color: StaffTheme.onInk
                    font.pixelSize: StaffTheme.row
                    lineHeight: StaffTheme.tightLineHeight
                    lines: 2
                    text: qsTr("号\n窗口")
                }
            }
        }
        CurrentBlock {
            anchors.left: counter.right
            bar: root.bar
            height: parent.height
            visible: !root.locked
            width: StaffTheme.currentBlock
        }
        Loader {
            active: root.locked
            anchors.left: counter.right
            height: parent.height
            width: StaffTheme.currentBlock

            sourceComponent: LockedBlock {
                signIn: root.signIn
            }
        }
        Row {
            id: keys

            anchors.left: counter.right
            anchors.leftMargin: StaffTheme.currentBlock
            anchors.verticalCenter: parent.verticalCenter
            spacing: StaffTheme.keyGap

            Repeater {
                model: root.bar.keys

                BarKey {
                    required property int index
                    required property string key

                    width: index === 0 ? StaffTheme.firstKey : index === 6 ? StaffTheme.lastKey : StaffTheme.key

                    onActivated: root.bar.press(key)
                }
            }
        }
        Row {
            anchors.left: keys.right
            anchors.right: parent.right
            anchors.rightMargin: help.width
            anchors.verticalCenter: parent.verticalCenter
            leftPadding: Math.max(0, (width - figure.width - unit.width - spacing) / 2)
            spacing: StaffTheme.gap8
            visible: !root.locked

            Line {
                id: figure

                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: StaffTheme.waiting
                strong: true
                text: root.bar.waitingText
            }
            Line {
                id: unit

                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colour.inkQuiet
                font.pixelSize: StaffTheme.row
                lineHeight: StaffTheme.tightLineHeight
                lines: 2
                text: root.bar.waitingUnit
            }
        }
        Item {
            id: help

            anchors.right: parent.right
            height: parent.height
            width: root.bar.helpRinging && !root.locked ? StaffTheme.helpBlock : 2 * StaffTheme.iconKey + StaffTheme.keyGap + StaffTheme.gap8

            Row {
                anchors.right: parent.right
                anchors.rightMargin: StaffTheme.gap8
                anchors.verticalCenter: parent.verticalCenter
                spacing: StaffTheme.keyGap
                visible: !root.bar.helpRinging && !root.locked

                BarKey {
                    cap: "F9"
                    glyph: Theme.icon.bell
                    label: qsTr("帮办")
                    main: false
                    ready: true
                    width: StaffTheme.iconKey

                    onActivated: root.bar.press("go_help")
                }
                BarKey {
                    cap: "F11"
                    glyph: root.desk.wide ? Theme.icon.collapse : Theme.icon.expand
                    label: root.desk.wide ? qsTr("收起") : qsTr("大窗")
                    main: false
                    ready: true
                    width: StaffTheme.iconKey

                    onActivated: root.bar.press("shape")
                }
            }
            Rectangle {
                anchors.fill: parent
                border.color: root.bar.helpLate ? Theme.colour.alarm : Theme.colour.none
                border.width: root.bar.helpLate ? StaffTheme.ringLine : 0
                color: Theme.colour.gold
                visible: root.bar.helpRinging && !root.locked

                Icon {
                    id: bell

                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.colour.ink
                    glyph: Theme.icon.bellRing
                    size: StaffTheme.icon32
                    x: StaffTheme.gap10
                }
                Column {
                    anchors.left: bell.right
                    anchors.leftMargin: StaffTheme.gap8
                    anchors.right: go.visible ? go.left : parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: StaffTheme.gap4

                    Line {
                        font.pixelSize: StaffTheme.body
                        strong: true
                        text: root.bar.helpTitle
                        width: parent.width
                    }
                    Line {
                        font.pixelSize: StaffTheme.second
                        text: root.bar.helpText
                        width: parent.width
                    }
                }
                Pressable {
                    id: go

                    anchors.right: parent.right
                    anchors.rightMargin: StaffTheme.gap8
                    anchors.verticalCenter: parent.verticalCenter
                    description: root.bar.helpCap
                    height: StaffTheme.keyHeight
                    name: root.bar.helpLabel
                    reach: 0
                    visible: root.bar.helpLabel
                    width: StaffTheme.helpKey

                    onActivated: root.bar.press(root.bar.helpWish)

                    StaffFace {
                        id: goFace

                        anchors.fill: parent
                        down: go.down
                        edge: StaffTheme.inkGround
                        fill: StaffTheme.inkGround
                        lower: StaffTheme.inkPressed
                        lowerEdge: StaffTheme.barBottomEdge
                    }
                    Column {
                        anchors.horizontalCenter: parent.horizontalCenter
                        spacing: StaffTheme.gap6
                        y: goFace.contentTop + (goFace.contentHeight - height) / 2

                        Line {
                            anchors.horizontalCenter: parent.horizontalCenter
                            color: StaffTheme.onInk
                            font.pixelSize: StaffTheme.label
                            strong: true
                            text: root.bar.helpLabel
                        }
                        Line {
                            anchors.horizontalCenter: parent.horizontalCenter
                            color: StaffTheme.onInk
                            font.pixelSize: StaffTheme.keycap
                            text: root.bar.helpCap
                        }
                    }
                }
            }
        }
    }
}
