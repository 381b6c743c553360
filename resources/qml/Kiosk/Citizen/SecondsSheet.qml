// The seconds left, changing in place on a sheet that hangs from the beam; nothing else moves.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

HungSheet {
    id: root

    required property int seconds
    required property string unit
    property string note

    height: Theme.size.secondsSheet
    width: Theme.size.hungSheet

    Column {
        anchors.centerIn: parent
        spacing: Theme.size.gap3

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.size.gap6

            Words {
                id: figure

                font.features: {
                    "tnum": 1
                }
                font.pixelSize: Theme.portrait && !Theme.elder ? Theme.type.verdict : Theme.type.bigCount
                horizontalAlignment: Text.AlignRight
                strong: true
                text: root.seconds
            }
            Words {
                anchors.baseline: figure.baseline
                font.pixelSize: Theme.type.count
                strong: true
                text: root.unit
            }
        }
        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            font.pixelSize: Theme.type.fact
            horizontalAlignment: Text.AlignHCenter
            lineHeight: Theme.type.tightLineHeight
            text: root.note
            visible: text
            width: root.width - 2 * Theme.size.gap6
        }
    }
}
