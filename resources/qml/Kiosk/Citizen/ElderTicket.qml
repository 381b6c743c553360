// 取号 in the elder version: the same ticket to tear off, with two words on it. Closed: a plain board that says when numbers are given again.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string ahead
    required property string away
    readonly property bool giving: away === ""
    readonly property bool stubbed: giving && ahead !== ""
    readonly property real stubX: width * 0.55
    readonly property color wordsColour: giving ? Theme.colour.mainWords : Theme.colour.ink

    name: giving ? qsTr("一口受理 取号") : qsTr("一口受理 取号") + "，" + away

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
            spacing: Theme.size.gap6
            width: (root.stubbed ? root.stubX : parent.width) - x
            x: Theme.size.gap12

            Words {
                color: root.wordsColour
                font.pixelSize: root.giving ? Theme.type.deed : Theme.type.title
                strong: true
                text: qsTr("取号")
                visible: root.giving || !Theme.type.scarce
            }
            Words {
                color: root.wordsColour
                font.pixelSize: Theme.type.fact
                lineHeight: Theme.type.tightLineHeight
                strong: Theme.type.scarce
                text: root.away
                visible: !root.giving
                width: parent.width - Theme.size.gap12
            }
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.size.gap4
            visible: root.stubbed
            width: parent.width - root.stubX
            x: root.stubX

            Words {
                anchors.horizontalCenter: parent.horizontalCenter
                color: root.wordsColour
                font.pixelSize: Theme.type.fact
                text: qsTr("一口受理")
            }
            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.size.gap2

                Words {
                    anchors.baseline: count.baseline
                    color: root.wordsColour
                    text: qsTr("前面")
                    visible: !(Theme.type.scarce && root.ahead.length > 2)
                }
                Words {
                    id: count

                    color: root.wordsColour
                    font.pixelSize: root.ahead.length > 2 ? Theme.type.body : Theme.type.lead
                    strong: true
                    text: root.ahead
                }
                Words {
                    anchors.baseline: count.baseline
                    color: root.wordsColour
                    text: qsTr("人")
                }
            }
        }
    }
    TicketCut {
        anchors.fill: parent
        stubX: root.stubX
        visible: root.stubbed
    }
}
