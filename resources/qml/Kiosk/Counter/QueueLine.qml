// One number of a list: number, item, class, minutes. A click chooses it, a click on the chosen one is Enter.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string number
    required property string title
    required property string mark
    required property string markWords
    required property string aside
    required property bool chosen
    property bool first: false

    checkable: true
    checked: chosen
    description: markWords ? title + "，" + markWords : title
    implicitHeight: StaffTheme.listRow
    name: number
    rapid: true
    reach: 0
    ringRadius: 0

    Rectangle {
        anchors.fill: parent
        color: root.chosen || root.down ? Theme.colour.tintBlue : Theme.colour.none
    }
    Rectangle {
        color: Theme.colour.hairline
        height: StaffTheme.line
        visible: !root.first
        width: parent.width
    }
    Line {
        id: digits

        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: StaffTheme.label
        strong: true
        text: root.number
        x: StaffTheme.gap12
    }
    Line {
        anchors.left: parent.left
        anchors.leftMargin: Math.max(StaffTheme.gap12 + StaffTheme.numberColumn, digits.x + digits.width + StaffTheme.gap12)
        anchors.right: tag.visible ? tag.left : aside.left
        anchors.rightMargin: StaffTheme.gap8
        anchors.verticalCenter: parent.verticalCenter
        excerpt: true
        font.pixelSize: StaffTheme.row
        text: root.title
    }
    Rectangle {
        id: tag

        anchors.right: parent.right
        anchors.rightMargin: StaffTheme.timeColumn + StaffTheme.gap4
        anchors.verticalCenter: parent.verticalCenter
        border.color: Theme.colour.edge
        border.width: StaffTheme.line
        color: Theme.colour.tintGold
        height: StaffTheme.icon22
        radius: StaffTheme.capRadius
        visible: root.mark
        width: StaffTheme.icon22

        Line {
            anchors.centerIn: parent
            font.pixelSize: StaffTheme.keycap
            text: root.mark
        }
    }
    Line {
        id: aside

        anchors.right: parent.right
        anchors.rightMargin: StaffTheme.gap12
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.inkQuiet
        font.pixelSize: StaffTheme.second
        text: root.aside
    }
}
