// How long people waited by the hour at which they came: the dark bar half of them, the light one nine in ten, over four hairlines.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.CounterModels

StaffSheet {
    id: root

    required property FiguresViewModel figures
    readonly property real ground: height - StaffTheme.chartFoot
    readonly property real roof: StaffTheme.chartHead
    readonly property real slot: (width - StaffTheme.axisRoom - StaffTheme.gap20) / Math.max(bars.count, 1)

    Line {
        id: title

        font.pixelSize: StaffTheme.card
        strong: true
        text: qsTr("几点来等得久")
        x: StaffTheme.gap20
        y: StaffTheme.gap16
    }
    Line {
        anchors.baseline: title.baseline
        anchors.left: title.right
        anchors.leftMargin: StaffTheme.gap12
        color: Theme.colour.inkQuiet
        font.pixelSize: StaffTheme.second
        text: qsTr("分钟") + (root.figures.busiestText ? "，" + root.figures.busiestText : "")
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: StaffTheme.gap20
        anchors.verticalCenter: title.verticalCenter
        spacing: StaffTheme.gap8

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colour.civic
            height: width
            width: StaffTheme.gap12
        }
        Line {
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: StaffTheme.second
            text: qsTr("一半人")
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            border.color: Theme.colour.edge
            border.width: StaffTheme.line
            color: Theme.colour.tintBlue
            height: width
            width: StaffTheme.gap12
        }
        Line {
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: StaffTheme.second
            text: qsTr("十人里九人")
        }
    }
    Repeater {
        model: root.figures.axis

        Item {
            id: mark

            required property int index
            required property string modelData

            width: root.width
            y: root.ground - index * (root.ground - root.roof) / 3

            Line {
                anchors.right: parent.left
                anchors.rightMargin: -StaffTheme.axisRoom + StaffTheme.gap8
                anchors.verticalCenter: parent.top
                color: Theme.colour.inkQuiet
                font.pixelSize: StaffTheme.second
                text: mark.modelData
            }
            Rectangle {
                color: mark.index === 0 ? Theme.colour.ink : Theme.colour.hairline
                height: StaffTheme.line
                width: root.width - x - StaffTheme.gap20
                x: StaffTheme.axisRoom
            }
        }
    }
    Repeater {
        id: bars

        model: root.figures.hours

        Item {
            id: hour

            required property int index
            required property string label
            required property string tickets
            required property real half
            required property real nine
            required property string halfText
            required property string nineText
            required property string few
            readonly property real room: root.ground - root.roof

            width: root.slot
            x: StaffTheme.axisRoom + index * root.slot

            Rectangle {
                id: light

                anchors.horizontalCenter: parent.horizontalCenter
                border.color: Theme.colour.edge
                border.width: StaffTheme.line
                color: Theme.colour.tintBlue
                height: hour.nine * hour.room
                visible: !hour.few
                width: Math.min(StaffTheme.chartBar, root.slot - StaffTheme.gap8)
                y: root.ground - height
            }
            Rectangle {
                id: dark

                anchors.horizontalCenter: parent.horizontalCenter
                color: Theme.colour.civic
                height: hour.half * hour.room
                visible: !hour.few
                width: light.width
                y: root.ground - height
            }
            Line {
                anchors.bottom: light.top
                anchors.bottomMargin: StaffTheme.gap4
                anchors.horizontalCenter: parent.horizontalCenter
                font.pixelSize: StaffTheme.second
                text: hour.nineText
            }
            Line {
                readonly property bool inside: dark.height > height + StaffTheme.gap8

                anchors.horizontalCenter: parent.horizontalCenter
                color: inside ? Theme.colour.surface : Theme.colour.ink
                font.pixelSize: StaffTheme.second
                strong: true
                text: hour.halfText
                visible: inside || light.height - dark.height > height
                y: inside ? dark.y + StaffTheme.gap6 : dark.y - height
            }
            Line {
                anchors.horizontalCenter: parent.horizontalCenter
                text: hour.label
                y: root.ground + StaffTheme.gap8
            }
            Line {
                anchors.horizontalCenter: parent.horizontalCenter
                color: Theme.colour.inkQuiet
                font.pixelSize: StaffTheme.keycap
                text: hour.few ? hour.few : hour.tickets
                y: root.ground + StaffTheme.gap32
            }
        }
    }
}
