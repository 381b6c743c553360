// The left block of a locked bar: whose session it is, and the boxes of the PIN. What else there is to say stands in the full window.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CounterModels

Item {
    id: root

    required property SignInViewModel signIn
    readonly property string told: signIn.toldLead + signIn.toldRest

    Icon {
        id: sign

        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.ink
        glyph: Theme.icon.lock
        size: StaffTheme.icon24
        x: StaffTheme.gap16
    }
    Column {
        anchors.left: sign.right
        anchors.leftMargin: StaffTheme.gap12
        anchors.right: field.left
        anchors.rightMargin: StaffTheme.gap12
        anchors.verticalCenter: parent.verticalCenter
        spacing: StaffTheme.gap6

        Line {
            font.pixelSize: StaffTheme.label
            strong: true
            text: root.signIn.lockedLabel
            width: parent.width
        }
        Line {
            color: root.told && root.signIn.toldWrong ? Theme.colour.alarm : Theme.colour.inkQuiet
            font.pixelSize: StaffTheme.keycap
            lineHeight: StaffTheme.tightLineHeight
            lines: 2
            text: root.told || root.signIn.title + "，" + qsTr("回车")
            width: parent.width
        }
    }
    Item {
        id: field

        anchors.right: parent.right
        anchors.rightMargin: StaffTheme.gap16
        anchors.verticalCenter: parent.verticalCenter
        height: StaffTheme.barPinBoxHeight
        width: boxes.visible ? boxes.width : StaffTheme.personWidth / 2

        PinBoxes {
            id: boxes

            boxes: root.signIn.boxes
            filled: root.signIn.filled
            small: true
            visible: root.signIn.boxes > 0
        }
        SecretField {
            anchors.fill: parent
            text: root.signIn.fieldText
            title: root.signIn.title
            visible: root.signIn.boxes === 0
        }
    }
}
