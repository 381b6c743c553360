// 谁在这个窗口: the counter at the left, who it is in the middle, the PIN at the right.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CounterModels

Rectangle {
    id: root

    required property ConsoleViewModel desk
    required property SignInViewModel signIn
    readonly property real spare: Math.max(0, width - StaffTheme.barWidth) / 2

    color: Theme.colour.paper

    Rectangle {
        id: panel

        color: StaffTheme.inkGround
        height: parent.height
        width: StaffTheme.signPanel

        Row {
            spacing: StaffTheme.gap12
            x: StaffTheme.signMargin
            y: StaffTheme.signMargin + StaffTheme.gap8

            Emblem {
                height: width
                width: StaffTheme.emblem
            }
            Line {
                anchors.verticalCenter: parent.verticalCenter
                color: StaffTheme.onInk
                font.pixelSize: StaffTheme.lead
                text: root.desk.hallName
                width: panel.width - 2 * StaffTheme.signMargin - StaffTheme.emblem - StaffTheme.gap12
            }
        }
        Line {
            id: figure

            color: StaffTheme.onInk
            font.pixelSize: StaffTheme.hugeCounter
            strong: true
            text: root.desk.counterText
            x: StaffTheme.signMargin
            y: StaffTheme.signMargin * 3
        }
        Line {
            anchors.baseline: figure.baseline
            anchors.left: figure.right
            anchors.leftMargin: StaffTheme.gap20
            color: StaffTheme.onInk
            font.pixelSize: StaffTheme.hugeCounterWords
            strong: true
            text: qsTr("号窗口")
        }
        Line {
            color: StaffTheme.onInk
            font.pixelSize: StaffTheme.page
            lines: 2
            text: root.desk.linesText
            width: panel.width - 2 * StaffTheme.signMargin
            x: StaffTheme.signMargin
            y: figure.y + figure.height
        }
        Column {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: StaffTheme.signMargin
            width: panel.width - 2 * StaffTheme.signMargin
            x: StaffTheme.signMargin

            PanelFact {
                label: qsTr("今天")
                width: parent.width
                words: root.desk.todayText
            }
            PanelFact {
                label: qsTr("开门")
                width: parent.width
                words: root.desk.hoursText
            }
            PanelFact {
                label: qsTr("在等")
                width: parent.width
                words: root.desk.waitingText
            }
        }
    }
    Item {
        anchors.bottom: parent.bottom
        anchors.left: panel.right
        anchors.right: parent.right
        anchors.top: parent.top

        Column {
            id: people

            spacing: StaffTheme.gap10
            width: StaffTheme.personWidth
            x: StaffTheme.signLeft + root.spare
            y: StaffTheme.signTop

            Line {
                font.pixelSize: StaffTheme.item
                strong: true
                text: root.signIn.lockedLabel ? qsTr("屏幕锁着") : qsTr("谁在这个窗口")
            }
            Line {
                bottomPadding: StaffTheme.gap10
                color: Theme.colour.inkQuiet
                font.pixelSize: StaffTheme.second
                text: qsTr("↑ ↓ 选，或按 Alt+数字")
                visible: !root.signIn.nobody && !root.signIn.loading
            }
            Repeater {
                model: root.signIn.people

                PersonBoard {
                    required property string key

                    glyph: key === "other" ? Theme.icon.dialpad : Theme.icon.person
                    other: key === "other"
                    width: people.width

                    onActivated: root.signIn.choosePerson(key)
                }
            }
        }
        Column {
            spacing: StaffTheme.gap12
            visible: root.signIn.nobody
            width: parent.width - people.x - StaffTheme.signMargin
            x: people.x
            y: people.y + StaffTheme.signMargin + StaffTheme.gap16

            Line {
                font.pixelSize: StaffTheme.card
                lines: 2
                strong: true
                text: root.signIn.nobody
                width: parent.width
            }
            Line {
                color: Theme.colour.inkQuiet
                font.pixelSize: StaffTheme.body
                lines: 3
                text: root.signIn.nobodyHow
                width: parent.width
            }
        }
        Column {
            id: secret

            spacing: StaffTheme.gap10
            visible: !root.signIn.nobody && !root.signIn.loading
            width: StaffTheme.signPanel
            x: people.x + people.width + StaffTheme.signMargin
            y: StaffTheme.signTop

            Line {
                font.pixelSize: StaffTheme.item
                strong: true
                text: root.signIn.title
            }
            Line {
                bottomPadding: StaffTheme.gap10
                color: Theme.colour.inkQuiet
                font.pixelSize: StaffTheme.second
                text: root.signIn.hint
            }
            PinBoxes {
                boxes: root.signIn.boxes
                filled: root.signIn.filled
                visible: boxes > 0
            }
            SecretField {
                height: StaffTheme.pinBoxHeight
                text: root.signIn.fieldText
                title: root.signIn.title
                visible: root.signIn.boxes === 0
                width: parent.width
            }
            Item {
                height: StaffTheme.told
                width: parent.width

                Rectangle {
                    anchors.fill: parent
                    border.color: root.signIn.toldWrong ? Theme.colour.alarm : Theme.colour.leaf
                    border.width: StaffTheme.line
                    color: root.signIn.toldWrong ? Theme.colour.tintAlarm : Theme.colour.tintLeaf
                    radius: StaffTheme.radius
                    visible: root.signIn.toldLead || root.signIn.toldRest

                    Icon {
                        id: sign

                        anchors.verticalCenter: parent.verticalCenter
                        color: root.signIn.toldWrong ? Theme.colour.alarm : Theme.colour.leaf
                        glyph: root.signIn.toldWrong ? Theme.icon.warn : Theme.icon.checkCircle
                        size: StaffTheme.icon22
                        x: StaffTheme.gap16
                    }
                    LeadAndRest {
                        anchors.left: sign.right
                        anchors.leftMargin: StaffTheme.gap12
                        anchors.right: parent.right
                        anchors.rightMargin: StaffTheme.gap12
                        anchors.verticalCenter: parent.verticalCenter
                        ink: root.signIn.toldWrong ? Theme.colour.alarm : Theme.colour.leaf
                        lead: root.signIn.toldLead
                        rest: root.signIn.toldRest
                        size: StaffTheme.row
                    }
                }
            }
            StaffButton {
                available: root.signIn.canTry
                cap: "Enter"
                height: StaffTheme.mainButton
                kind: StaffButton.Main
                label: root.signIn.button
                labelSize: StaffTheme.page
                width: parent.width

                onActivated: root.signIn.signIn()
            }
            StaffButton {
                available: root.signIn.canTry
                cap: "Shift+Enter"
                height: StaffTheme.secondButton
                label: root.signIn.second
                visible: label
                width: parent.width

                onActivated: root.signIn.signInClosed()
            }
        }
        Rectangle {
            color: Theme.colour.hairline
            height: StaffTheme.line
            width: secret.x + secret.width - people.x
            x: people.x
            y: parent.height - StaffTheme.signMargin - StaffTheme.gap32
        }
        Row {
            spacing: StaffTheme.gap8
            x: people.x
            y: parent.height - StaffTheme.signMargin - StaffTheme.gap16

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: root.desk.connected ? Theme.colour.leaf : Theme.colour.alarm
                glyph: root.desk.connected ? Theme.icon.checkCircle : Theme.icon.disconnected
                size: StaffTheme.icon18
            }
            Line {
                anchors.verticalCenter: parent.verticalCenter
                color: root.desk.connected ? Theme.colour.ink : Theme.colour.alarm
                font.pixelSize: StaffTheme.second
                text: root.desk.connectedText
            }
        }
        Line {
            anchors.right: parent.right
            anchors.rightMargin: parent.width - secret.x - secret.width
            color: Theme.colour.inkQuiet
            font.pixelSize: StaffTheme.second
            text: qsTr("忘了 PIN：找值班长重设")
            y: parent.height - StaffTheme.signMargin - StaffTheme.gap16
        }
    }
}
