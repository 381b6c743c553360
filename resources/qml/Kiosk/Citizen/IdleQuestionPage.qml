// 还在吗: one question, one big button that says what happens.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property IdleQuestionViewModel viewModel
    // Side by side on a wide screen, one under the other on an upright one.
    readonly property real sheetX: Theme.portrait ? (touchWidth - Theme.size.hungSheet) / 2 : 0
    readonly property real besideX: Theme.portrait ? 0 : Theme.size.hungSheet + Theme.size.gap8

    beamTop: Theme.portrait ? Theme.place.idle : Theme.place.wideIdle
    cordLength: Theme.portrait ? Theme.size.gap12 + Theme.size.gap2 : Theme.size.hang
    cords: Theme.portrait ? [pegs[1], pegs[6]] : [pegs[0], pegs[2]]
    panelWidth: 0

    behind: [
        Street {
            anchors.bottom: parent.bottom
            height: Theme.size.streetIdle
            visible: !Theme.contrast
            width: parent.width
        },
        Picture {
            anchors.bottom: parent.bottom
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.horizontalCenterOffset: Theme.portrait ? 0 : Theme.size.panel
            file: "jinxiaoer-wait"
            height: Theme.size.mascotIdle
            visible: !Theme.contrast
        }
    ]
    looking: [
        Words {
            font.pixelSize: Theme.type.question
            horizontalAlignment: Text.AlignHCenter
            strong: true
            text: qsTr("还在吗？")
            width: parent.width
            y: Theme.portrait ? Theme.size.gap12 : Theme.size.gap8
        }
    ]

    SecondsSheet {
        id: sheet

        note: Theme.elder ? qsTr("您填的都会清掉") : qsTr("回到首页，您填的都会清掉")
        rings: root.cords.map(middle => middle - x)
        seconds: root.viewModel.seconds
        unit: qsTr("秒后")
        x: root.sheetX
        y: root.cordLength
    }
    Button {
        id: stay

        height: Theme.size.stayButton
        kind: Button.Step
        label: qsTr("我还在，接着办")
        labelSize: Theme.elder ? Theme.type.call : Theme.portrait ? Theme.type.clock : Theme.type.title
        width: parent.width - root.besideX
        x: root.besideX
        y: sheet.y + (Theme.portrait ? sheet.height + Theme.size.gap16 : 0)

        onActivated: root.viewModel.stay()
    }
    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.colour.inkQuiet
        font.pixelSize: Theme.type.fact
        text: qsTr("不着急，点一下就接着等您。")
        visible: y > Math.max(stay.y + stay.height, sheet.y + sheet.height) + Theme.size.gap4
        y: (stay.y + stay.height + parent.height - height) / 2
    }
}
