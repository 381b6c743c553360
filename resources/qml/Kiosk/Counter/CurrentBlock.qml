// The left block of the bar: the number in hand and how it stands. The only place for messages: no dialogs over other programs.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CounterModels

Item {
    id: root

    required property BarViewModel bar
    readonly property bool tells: bar.messageLead || bar.messageRest
    // A message that does not fit beside the number takes the whole block.
    readonly property real beside: width - StaffTheme.gap16 - (number.text ? number.width + StaffTheme.gap16 : 0) - (offer.visible ? offer.width + StaffTheme.gap12 : StaffTheme.gap8)
    readonly property bool wide: tells && message.implicitWidth > beside

    Line {
        id: number

        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: StaffTheme.ticket
        strong: true
        text: root.bar.number
        visible: text && !root.wide && !asks.visible
        x: StaffTheme.gap16
    }
    Icon {
        id: sign

        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.ink
        glyph: root.bar.glyph === "pause" ? Theme.icon.hold : Theme.icon.lock
        size: StaffTheme.icon32
        visible: root.bar.glyph && !root.wide && !asks.visible
        x: StaffTheme.gap16
    }
    Column {
        anchors.verticalCenter: parent.verticalCenter
        spacing: StaffTheme.gap8
        visible: !root.wide && !asks.visible
        width: root.width - x - (offer.visible ? offer.width + StaffTheme.gap12 + StaffTheme.gap8 : StaffTheme.gap8)
        x: number.visible ? number.x + number.width + StaffTheme.gap16 : sign.visible ? sign.x + sign.width + StaffTheme.gap16 : StaffTheme.gap16

        Line {
            excerpt: true
            font.pixelSize: root.bar.number || offer.visible ? StaffTheme.label : StaffTheme.lead
            strong: true
            text: root.bar.title
            width: parent.width
        }
        Row {
            spacing: StaffTheme.gap4
            visible: !root.tells

            Line {
                id: before

                color: Theme.colour.inkQuiet
                font.pixelSize: StaffTheme.second
                text: root.bar.before
                visible: text
            }
            Line {
                id: strongest

                font.pixelSize: StaffTheme.second
                strong: true
                text: root.bar.strong
                visible: text
            }
            Line {
                color: Theme.colour.inkQuiet
                font.pixelSize: StaffTheme.second
                excerpt: true
                text: root.bar.after
                visible: text
                width: Math.min(implicitWidth, parent.parent.width - (before.visible ? before.width + StaffTheme.gap4 : 0) - (strongest.visible ? strongest.width + StaffTheme.gap4 : 0))
            }
        }
        Row {
            spacing: StaffTheme.gap6
            visible: root.tells

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: message.ink
                glyph: root.bar.messageAway ? Theme.icon.disconnected : Theme.icon.inform
                size: StaffTheme.icon18
            }
            LeadAndRest {
                id: message

                ink: root.bar.messageAway ? Theme.colour.alarm : Theme.colour.ink
                lead: root.bar.messageLead
                rest: root.bar.messageRest
                width: implicitWidth
            }
        }
    }
    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: StaffTheme.gap8
        visible: root.wide && !asks.visible
        x: StaffTheme.gap16

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: message.ink
            glyph: root.bar.messageAway ? Theme.icon.disconnected : Theme.icon.inform
            size: StaffTheme.icon20
        }
        Line {
            anchors.verticalCenter: parent.verticalCenter
            color: message.ink
            font.pixelSize: StaffTheme.second
            lineHeight: StaffTheme.tightLineHeight
            lines: 3
            text: root.bar.messageLead + root.bar.messageRest
            width: root.width - StaffTheme.gap48 - (offer.visible ? offer.width + StaffTheme.gap12 : 0)
        }
    }
    Column {
        id: asks

        anchors.verticalCenter: parent.verticalCenter
        spacing: StaffTheme.gap8
        visible: root.bar.prompt
        width: root.width - StaffTheme.gap16 - StaffTheme.gap8
        x: StaffTheme.gap16

        Line {
            font.pixelSize: StaffTheme.row
            strong: true
            text: root.bar.prompt
            width: parent.width
        }
        Row {
            spacing: StaffTheme.gap4

            Repeater {
                model: root.bar.chips

                Pressable {
                    id: chip

                    required property string key
                    required property string label
                    required property bool chosen

                    checkable: true
                    checked: chosen
                    height: StaffTheme.chip
                    name: label
                    reach: 0
                    ringRadius: StaffTheme.capRadius
                    width: Math.max(StaffTheme.chip, chipLabel.implicitWidth + StaffTheme.gap12)

                    onActivated: root.bar.choose(key)

                    Rectangle {
                        anchors.fill: parent
                        border.color: chip.chosen ? Theme.colour.civic : Theme.colour.edge
                        border.width: chip.chosen ? StaffTheme.focusLine : StaffTheme.line
                        color: chip.chosen || chip.down ? Theme.colour.tintBlue : Theme.colour.surface
                        radius: StaffTheme.capRadius
                    }
                    Line {
                        id: chipLabel

                        anchors.centerIn: parent
                        font.pixelSize: StaffTheme.second
                        strong: chip.chosen
                        text: chip.label
                    }
                }
            }
        }
    }
    BarKey {
        id: offer

        anchors.right: parent.right
        anchors.rightMargin: StaffTheme.gap12
        anchors.verticalCenter: parent.verticalCenter
        cap: root.bar.offerCap
        label: root.bar.offer
        main: false
        ready: true
        second: true
        visible: root.bar.offer && !asks.visible
        width: StaffTheme.undoKey

        onActivated: root.bar.press(root.bar.offerWish)
    }
}
