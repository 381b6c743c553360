// Hall, date and time: the same line at the same place on every screen.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property CitizenViewModel citizen
    // Home shows the time large, below.
    readonly property bool clockHere: citizen.page !== "home"

    height: Theme.size.header

    Row {
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.size.gap4

        Emblem {
            anchors.verticalCenter: parent.verticalCenter
            height: Theme.size.emblem
            width: Theme.size.emblem
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            lines: 1
            text: root.citizen.hallName
            strong: true
        }
    }
    Row {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.size.gap4

        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colour.inkQuiet
            text: root.citizen.dateText
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            strong: true
            text: root.citizen.clockText
            visible: root.clockHere
        }
    }
}
