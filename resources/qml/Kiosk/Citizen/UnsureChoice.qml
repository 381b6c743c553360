// 不清楚: as large as an answer, and says what it does.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property bool chosen

    checkable: true
    checked: chosen
    description: note.text
    name: title.text

    Face {
        id: face

        anchors.fill: parent
        down: root.down
        edge: root.chosen ? Theme.colour.civic : Theme.colour.edge
        fill: root.chosen ? Theme.colour.tintBlue : Theme.colour.surface
    }
    Item {
        height: face.contentHeight
        width: parent.width
        y: face.contentTop

        Icon {
            id: icon

            anchors.verticalCenter: parent.verticalCenter
            glyph: Theme.icon.question
            size: Theme.portrait ? Theme.size.iconAnswer : Theme.size.iconBoard
            x: Theme.size.gap12
        }
        ChosenMark {
            visible: root.chosen
        }
        Column {
            anchors.left: icon.right
            anchors.leftMargin: Theme.size.gap8
            anchors.right: parent.right
            anchors.rightMargin: Theme.size.gap6
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.portrait && !Theme.elder ? Theme.size.gap4 : Theme.size.gap3

            Words {
                id: title

                font.pixelSize: Theme.portrait && !Theme.elder ? Theme.type.count : Theme.type.section
                strong: true
                text: qsTr("不清楚")
            }
            Words {
                id: note

                color: Theme.colour.inkQuiet
                font.pixelSize: Theme.type.fact
                lineHeight: Theme.type.tightLineHeight
                text: qsTr("可能要的都给您列上，到窗口再问")
                visible: Theme.type.growth < 2
                width: parent.width
            }
        }
    }
}
