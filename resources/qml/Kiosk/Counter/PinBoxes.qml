// Six boxes for six numerals; a dot for each that is typed, the ring round the next.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

Row {
    id: root

    required property int boxes
    required property int filled
    property bool small: false

    Accessible.name: qsTr("已输 %1 位").arg(filled)
    Accessible.role: Accessible.EditableText
    spacing: small ? StaffTheme.gap4 : StaffTheme.pinGap

    Repeater {
        model: root.boxes

        Item {
            id: place

            required property int index
            readonly property bool full: index < root.filled
            readonly property bool here: index === root.filled

            height: box.height
            width: box.width

            Rectangle {
                anchors.fill: parent
                anchors.margins: -StaffTheme.ringLine
                border.color: Theme.colour.gold
                border.width: StaffTheme.ringLine
                color: Theme.colour.none
                radius: StaffTheme.radius + StaffTheme.ringLine
                visible: place.here
            }
            Rectangle {
                id: box

                border.color: place.full || place.here ? Theme.colour.ink : Theme.colour.edge
                border.width: place.full || place.here ? StaffTheme.focusLine : StaffTheme.line
                color: Theme.colour.surface
                height: root.small ? StaffTheme.barPinBoxHeight : StaffTheme.pinBoxHeight
                radius: StaffTheme.radius
                width: root.small ? StaffTheme.barPinBox : StaffTheme.pinBox
            }
            Rectangle {
                anchors.centerIn: box
                color: Theme.colour.ink
                height: width
                radius: width / 2
                visible: place.full
                width: root.small ? StaffTheme.barPinDot : StaffTheme.pinDot
            }
        }
    }
}
