// 一口受理 取号: a ticket to tear off, the one vermilion thing of a screen. The stub tells people ahead and the range of minutes.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string label
    required property string note
    required property string ahead
    required property string wait
    // When numbers are given again, empty while they are. Then this is a plain board that leads to what can be done meanwhile.
    required property string away
    readonly property bool giving: away === ""
    // Where words are large beside a narrow ticket, the line and the number say enough.
    readonly property bool tight: !Theme.portrait && Theme.type.growth > 1
    readonly property real stubX: width * (tight ? 0.64 : 0.69)
    readonly property bool stubbed: giving && ahead !== ""
    readonly property color wordsColour: giving ? Theme.colour.mainWords : Theme.colour.ink

    height: Theme.size.ticketButton
    name: giving ? label : label + "，" + away

    Face {
        id: face

        anchors.fill: parent
        down: root.down
        edge: root.giving ? Theme.colour.main : Theme.colour.edge
        fill: root.giving ? Theme.colour.main : Theme.colour.surface
        pressedFill: root.giving ? Theme.colour.mainPressed : Theme.colour.pressed
        thickness: root.giving ? Theme.colour.mainThickness : Theme.colour.thickness
    }
    Item {
        height: face.contentHeight
        width: parent.width
        y: face.contentTop

        Column {
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.size.ticketSpacing
            x: root.tight ? Theme.size.gap8 : Theme.size.gap12
            width: root.stubbed ? root.stubX - x - Theme.size.gap4 : chevron.x - x - Theme.size.gap4

            Words {
                color: root.wordsColour
                font.pixelSize: Theme.portrait ? Theme.type.call : Theme.type.count
                lines: 1
                strong: true
                text: root.label
                width: parent.width
            }
            Words {
                color: root.wordsColour
                font.pixelSize: root.tight ? Theme.type.body : Theme.type.fact
                lines: 1
                // In little room what to do, without the reason; the name tells both.
                text: root.giving ? root.note : root.tight ? root.away.split("，").pop() : root.away
                visible: !root.tight || !root.giving
                width: parent.width
            }
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.size.ticketSpacing
            visible: root.stubbed
            width: parent.width - root.stubX
            x: root.stubX

            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.size.gap3

                Words {
                    anchors.baseline: count.baseline
                    color: root.wordsColour
                    strong: true
                    text: qsTr("前面")
                }
                Words {
                    id: count

                    color: root.wordsColour
                    font.pixelSize: root.ahead.length > 2 ? Theme.type.lead : Theme.type.call
                    strong: true
                    text: root.ahead
                }
                Words {
                    anchors.baseline: count.baseline
                    color: root.wordsColour
                    strong: true
                    text: qsTr("人")
                }
            }
            Words {
                anchors.horizontalCenter: parent.horizontalCenter
                color: root.wordsColour
                font.pixelSize: Theme.type.body
                text: root.wait
                visible: !root.tight && implicitWidth + Theme.size.gap4 <= root.width - root.stubX
            }
        }
    }
    Icon {
        id: chevron

        anchors.right: parent.right
        anchors.rightMargin: root.tight ? Theme.size.gap3 : Theme.size.gap8
        anchors.verticalCenter: parent.verticalCenter
        glyph: Theme.icon.next
        visible: !root.giving
    }
    Loader {
        active: root.stubbed
        anchors.fill: parent

        sourceComponent: TicketCut {
            stubX: root.stubX
        }
    }
}
