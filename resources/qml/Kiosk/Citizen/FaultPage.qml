// 稍等一下: what happened, what is safe, what is gone; leaves by itself or by the blue board. No code, no red.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property FaultViewModel viewModel
    // Side by side on a wide screen, one under the other on an upright one.
    readonly property real sheetX: Theme.portrait ? (touchWidth - Theme.size.hungSheet) / 2 : 0
    readonly property real besideX: Theme.portrait ? 0 : Theme.size.hungSheet + Theme.size.gap8

    beamTop: Theme.portrait ? Theme.place.fault : Theme.place.wideFault
    cords: Theme.portrait ? [pegs[1], pegs[6]] : [pegs[0], pegs[2]]
    panelWidth: 0

    behind: [
        Street {
            anchors.bottom: parent.bottom
            height: Theme.size.streetIdle
            visible: !Theme.contrast && !Theme.elder
            width: parent.width
        },
        Picture {
            anchors.bottom: parent.bottom
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.horizontalCenterOffset: Theme.portrait ? 0 : Theme.size.panel
            file: "jinxiaoer-bow"
            height: Theme.size.mascotFault
            visible: !Theme.contrast && Theme.type.growth < 2
        }
    ]
    looking: [
        Column {
            spacing: Theme.portrait ? Theme.size.gap8 : Theme.size.gap4
            width: parent.width
            y: Theme.portrait ? Theme.size.gap8 : 0

            Words {
                font.pixelSize: Theme.portrait ? Theme.type.bigCount : Theme.elder ? Theme.type.clock : Theme.type.title
                horizontalAlignment: Text.AlignHCenter
                strong: true
                text: qsTr("稍等一下")
                width: parent.width
            }
            Words {
                font.pixelSize: Theme.type.row
                horizontalAlignment: Text.AlignHCenter
                text: Theme.elder ? qsTr("这一页出了点毛病。") : qsTr("这一页出了点毛病，机器自己会回首页。")
                width: parent.width
            }
        }
    ]

    SecondsSheet {
        id: sheet

        rings: root.cords.map(middle => middle - x)
        seconds: root.viewModel.seconds
        unit: qsTr("秒后回首页")
        x: root.sheetX
        y: root.cordLength
    }
    Sheet {
        id: safe

        height: Theme.portrait || Theme.elder ? said.height : sheet.height
        width: parent.width - root.besideX
        x: root.besideX
        y: sheet.y + (Theme.portrait ? sheet.height + Theme.size.gap6 : 0)

        Column {
            id: said

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width

            SafeRow {
                colour: Theme.colour.leaf
                glyph: Theme.icon.ticket
                strong: true
                text: qsTr("取过的号还算数，接着等叫号。")
                width: parent.width
            }
            Hairline {
                width: parent.width
            }
            SafeRow {
                glyph: Theme.icon.eraser
                text: qsTr("您填的已经清掉，没有留下。")
                width: parent.width
            }
        }
    }
    Button {
        id: home

        glyph: Theme.icon.home
        height: Theme.size.homeButton
        iconSize: Theme.size.iconLarge
        kind: Button.Step
        label: qsTr("现在就回首页")
        labelSize: Theme.elder && !Theme.portrait ? Theme.type.section : Theme.type.call
        width: parent.width
        y: Math.max(sheet.y + sheet.height, safe.y + safe.height) + Theme.size.gap4 + (Theme.elder ? 0 : Theme.size.gap2)

        onActivated: root.viewModel.leave()
    }
    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.colour.inkQuiet
        font.pixelSize: Theme.type.fact
        text: qsTr("连着出现，点下面的“找金小二”。")
        visible: !Theme.elder
        y: (home.y + home.height + parent.height - height) / 2
    }

    component SafeRow: Item {
        id: row

        required property string glyph
        required property string text
        property color colour: Theme.colour.icon
        property bool strong: false

        height: Theme.size.safeRow

        Icon {
            id: icon

            anchors.verticalCenter: parent.verticalCenter
            color: row.colour
            glyph: row.glyph
            size: Theme.size.iconBoard
            x: Theme.size.gap12
        }
        Words {
            anchors.left: icon.right
            anchors.leftMargin: Theme.size.gap8
            anchors.right: parent.right
            anchors.rightMargin: Theme.size.gap8
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: Theme.type.row
            lineHeight: Theme.elder ? Theme.type.tightLineHeight : Theme.type.lineHeight
            strong: row.strong
            text: row.text
        }
    }
}
