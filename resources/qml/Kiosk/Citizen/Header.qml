// Hall, date and time: the same line at the same place on every screen.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property CitizenViewModel citizen
    // Home shows the time large, below.
    readonly property bool clockHere: citizen.page !== "home"
    // Hall and time come first; the date where it has room beside them, then the sign.
    readonly property real needed: hallName.implicitWidth + (clockHere ? time.implicitWidth + Theme.size.gap4 : 0) + Theme.size.gap6
    // What staff have to know comes before the date.
    readonly property real signRoom: sign.item ? Theme.size.target + Theme.size.gap3 : 0
    readonly property bool dated: !Theme.elder && needed + signRoom + date.implicitWidth + Theme.size.gap4 <= width
    readonly property bool signed: dated && needed + date.implicitWidth + emblem.width + 2 * Theme.size.gap4 <= width

    height: Theme.size.header
    // The elder version of home has nothing but its question.
    visible: clockHere || !Theme.elder

    Row {
        id: hall

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.size.gap4

        Emblem {
            id: emblem

            anchors.verticalCenter: parent.verticalCenter
            height: Theme.size.emblem
            visible: root.signed
            width: Theme.size.emblem
        }
        Words {
            id: hallName

            anchors.verticalCenter: parent.verticalCenter
            lines: 1
            text: root.citizen.hallName
            strong: true
            visible: root.needed <= root.width && (Theme.portrait || !Theme.elder)
        }
    }
    Loader {
        id: sign

        active: !root.clockHere && root.citizen.staffSign
        anchors.left: hall.right
        anchors.leftMargin: Theme.size.gap3
        anchors.verticalCenter: parent.verticalCenter

        sourceComponent: StaffSign {
            room: root.width - hall.width - today.width - 2 * Theme.size.gap3
            words: root.citizen.staffSign

            onActivated: root.citizen.openStaffSign()
        }
    }
    Row {
        id: today

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.size.gap4

        Words {
            id: date

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colour.inkQuiet
            text: root.citizen.dateText
            visible: root.dated
        }
        Words {
            id: time

            anchors.verticalCenter: parent.verticalCenter
            strong: true
            text: root.citizen.clockText
            visible: root.clockHere
        }
    }
}
