// 找金小二: somebody comes to this screen, or a helper's number in one touch; while nobody could come, what a helper does and where to go.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property HelperViewModel viewModel
    readonly property bool calls: viewModel.calling !== "away"

    beamTop: Theme.place.helper
    cords: calls ? calling.cords : [pegs[0], pegs[7]]
    tint: Theme.colour.tintGold

    looking: [
        Column {
            id: said

            spacing: Theme.size.gap8
            width: parent.width - (Theme.portrait ? mascot.width + Theme.size.gap6 : 0)
            y: Theme.portrait ? Theme.size.gap12 : Theme.size.gap8

            Words {
                font.pixelSize: Math.min(Theme.type.title, Math.floor(width / text.length))
                strong: true
                text: qsTr("金小二来帮您")
                width: parent.width
            }
            Words {
                font.pixelSize: Theme.elder && !Theme.portrait ? Theme.type.body : Theme.type.row
                text: root.calls ? root.callWords : Theme.elder ? qsTr("不会填、走不动，\n都能找他。") : qsTr("不会填、走不动、说不清，\n都能找他。\n不用打字，不收费。")
                width: parent.width
            }
        },
        Picture {
            id: mascot

            anchors.bottom: parent.bottom
            anchors.right: parent.right
            anchors.rightMargin: Theme.portrait ? Theme.size.gap12 : 0
            anchors.bottomMargin: Theme.portrait ? 0 : Theme.size.gap8
            file: "jinxiaoer-bow"
            height: Theme.size.mascotHelper
            visible: !Theme.contrast && (Theme.portrait || y > said.y + said.height)
        }
    ]

    readonly property string callWords: viewModel.calling !== "offered" ? qsTr("人走到这里来，\n不收费。") : Theme.elder ? qsTr("点金牌，\n人走到这里来。") : qsTr("点一个缘由，\n人走到这台机器来。\n不用打字，不收费。")
    readonly property real rowHeight: Math.min(Theme.size.helperRow, (take.y - cordLength - Theme.size.gap4) / 3)

    HungSheet {
        id: sheet

        height: rows.height
        rings: root.cords
        visible: !root.calls
        width: root.touchWidth
        y: root.cordLength

        Column {
            id: rows

            width: parent.width

            HelperRow {
                glyph: Theme.icon.helper
                height: root.rowHeight
                note: qsTr("材料一起看，表格一起填，话一起说清楚。")
                title: qsTr("帮办：陪着您办")
                width: parent.width
            }
            Hairline {
                width: parent.width
            }
            HelperRow {
                glyph: Theme.icon.agency
                height: root.rowHeight
                note: qsTr("自己跑不了的，托给他去办，怎么托当面说。")
                title: qsTr("代办：替您去办")
                width: parent.width
            }
            Hairline {
                width: parent.width
            }
            HelperRow {
                glyph: Theme.icon.place
                height: root.rowHeight
                note: root.viewModel.countersNote
                title: root.viewModel.countersText
                width: parent.width
            }
        }
    }
    TakeButton {
        id: take

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.portrait ? Theme.size.gap8 : Theme.size.gap6
        away: root.viewModel.buttonAwayText
        golden: true
        label: root.viewModel.buttonText
        note: root.viewModel.buttonNote
        underWay: root.viewModel.underWay
        visible: !root.calls
        width: root.touchWidth

        onActivated: root.viewModel.takeTicket()
    }
    HelperCalling {
        id: calling

        hang: root.cordLength
        height: root.touchHeight
        pegs: root.pegs
        viewModel: root.viewModel
        visible: root.calls
        width: root.touchWidth
    }
}
