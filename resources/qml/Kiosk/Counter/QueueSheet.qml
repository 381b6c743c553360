// 等候, 搁置, 过号: the lists at the left. Those who wait take what room there is, in whole rows; the other two stay put.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.CounterModels

StaffSheet {
    id: root

    required property QueueViewModel queue
    readonly property int fits: Math.floor((standing.y - rows.y) / StaffTheme.listRow)

    onFitsChanged: queue.fitRows(fits)
    Component.onCompleted: queue.fitRows(fits)

    Item {
        id: head

        height: StaffTheme.head
        width: parent.width

        Line {
            id: title

            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: StaffTheme.card
            strong: true
            text: root.queue.waitingTitle
            visible: !root.queue.finding
            x: StaffTheme.gap12
        }
        Row {
            anchors.right: parent.right
            anchors.rightMargin: StaffTheme.gap12
            anchors.verticalCenter: parent.verticalCenter
            spacing: StaffTheme.gap8
            visible: !root.queue.finding

            Line {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colour.inkQuiet
                font.pixelSize: StaffTheme.second
                text: root.queue.waitingNote
            }
            Keycap {
                anchors.verticalCenter: parent.verticalCenter
                label: "Enter"
                visible: !root.queue.empty
            }
            Line {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colour.inkQuiet
                font.pixelSize: StaffTheme.second
                text: qsTr("叫这个号")
                visible: !root.queue.empty
            }
        }
        SecretField {
            anchors.fill: parent
            anchors.margins: StaffTheme.gap6
            size: StaffTheme.body
            text: root.queue.findText
            title: qsTr("找号码或事项")
            visible: root.queue.finding
        }
    }
    Rectangle {
        id: question

        anchors.top: head.bottom
        color: Theme.colour.tintGold
        height: visible ? StaffTheme.attentionRow : 0
        visible: root.queue.asks
        width: parent.width

        Line {
            anchors.left: parent.left
            anchors.margins: StaffTheme.gap12
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: StaffTheme.second
            lineHeight: StaffTheme.tightLineHeight
            lines: 2
            strong: true
            text: root.queue.asks
        }
    }
    Column {
        id: rows

        anchors.left: parent.left
        anchors.margins: StaffTheme.line
        anchors.right: parent.right
        anchors.top: question.bottom

        Repeater {
            model: root.queue.waiting

            QueueLine {
                required property string key

                width: rows.width

                onActivated: root.queue.click(key)
            }
        }
    }
    Line {
        anchors.top: rows.top
        anchors.topMargin: StaffTheme.gap16
        color: Theme.colour.inkQuiet
        text: root.queue.empty
        x: StaffTheme.gap12
    }
    Line {
        id: more

        anchors.bottom: standing.top
        anchors.bottomMargin: StaffTheme.gap12
        color: Theme.colour.inkQuiet
        font.pixelSize: StaffTheme.second
        text: root.queue.more
        visible: text
        x: StaffTheme.gap12
    }
    Column {
        id: standing

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: StaffTheme.line
        anchors.right: parent.right

        GroupHead {
            note: root.queue.parkedRows ? qsTr("选中按 Enter 取回") : ""
            title: root.queue.parkedTitle
            width: standing.width
        }
        Repeater {
            model: root.queue.parked

            QueueLine {
                required property string key
                required property int index

                first: index === 0
                width: standing.width

                onActivated: root.queue.click(key)
            }
        }
        GroupHead {
            note: root.queue.missedNote
            title: root.queue.missedTitle
            width: standing.width
        }
        Repeater {
            model: root.queue.missed

            QueueLine {
                required property string key
                required property int index

                first: index === 0
                width: standing.width

                onActivated: root.queue.click(key)
            }
        }
        Item {
            height: StaffTheme.gap8
            width: standing.width
        }
    }
    WheelHandler {
        onWheel: event => root.queue.wheel(event.angleDelta.y < 0 ? 1 : -1)
    }
}
