// 带走: codes that hold the text itself, and how the paper stands. Codes stand on white in every mode, with their quiet border.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property TakeAway viewModel
    readonly property bool upright: Theme.portrait
    readonly property real sideX: upright ? 0 : sheet.width + Theme.size.gap8
    readonly property real sideWidth: touchWidth - sideX
    // The code is as large as it may be beside pager, paper and buttons, and does not change when paper comes.
    readonly property real codeRoom: footTop - cordLength - pager.height - Theme.size.paperLine - 3 * Theme.size.gap4
    readonly property real footTop: touchHeight - Theme.size.backButton - (upright ? Theme.size.gap8 : Theme.size.gap6)

    beamTop: upright ? Theme.place.takeAway : Theme.place.wideTakeAway
    cords: upright ? [pegs[0], pegs[7]] : [pegs[0], pegs[2]]
    firstTarget: cordLength + (upright ? Theme.size.codeSheet : 0) + Theme.size.pageButton / 2
    panelWidth: 0

    looking: [
        Column {
            anchors.left: parent.left
            anchors.right: parent.right
            spacing: Theme.size.gap4

            Words {
                font.pixelSize: !root.upright ? Theme.type.section : !Theme.elder ? Theme.type.title : text.length > 10 ? Theme.type.lead : Theme.type.section
                strong: true
                text: root.viewModel.verdict ? qsTr("%1：%2").arg(root.viewModel.title).arg(root.viewModel.verdict) : root.viewModel.title
                fontSizeMode: Text.HorizontalFit
                lineHeight: Theme.type.tightLineHeight
                lines: Theme.elder && root.upright ? 2 : 1
                minimumPixelSize: Theme.type.lead
                width: parent.width
            }
            Words {
                color: Theme.colour.inkQuiet
                font.pixelSize: Theme.type.row
                text: Theme.elder ? qsTr("手机扫一扫，文字存进手机") : qsTr("手机扫一扫，文字存进手机，不用上网，不用登录")
                width: parent.width
            }
        }
    ]

    Rectangle {
        id: sheet

        border.color: Theme.colour.hairline
        border.width: Theme.size.hairline
        color: Theme.colour.white
        height: root.upright ? Math.min(Theme.size.codeSheet, root.codeRoom) : root.touchHeight - y - Theme.size.gap6
        radius: Theme.size.radius
        width: root.upright ? root.touchWidth : height
        y: root.cordLength

        Image {
            id: code

            // Whole dots for a module; the border is part of the picture.
            readonly property real module: Math.max(3, Math.floor((sheet.height - 2 * Theme.size.radius) / Math.max(1, root.viewModel.qrModules)))

            Accessible.name: qsTr("二维码，第 %1 张，共 %2 张，里面是这份清单的文字").arg(root.viewModel.code).arg(root.viewModel.codes)
            Accessible.role: Accessible.Graphic
            anchors.centerIn: parent
            height: width
            smooth: false
            source: root.viewModel.qrSource
            visible: root.viewModel.qrModules > 0
            width: module * root.viewModel.qrModules
        }
        Repeater {
            model: root.cords

            Eyelet {
                required property real modelData

                x: modelData
                y: Theme.size.eyeletTop + Theme.size.eyelet
            }
        }
    }
    CodePager {
        id: pager

        code: root.viewModel.code
        codes: root.viewModel.codes
        width: root.sideWidth
        x: root.sideX
        y: root.upright ? sheet.y + sheet.height + Theme.size.gap4 : root.cordLength

        onNext: root.viewModel.nextCode()
        onPrevious: root.viewModel.previousCode()
    }
    Words {
        id: inside

        // Beside the code there is room to read what is in it; whole or not at all.
        readonly property real room: root.footTop - y - Theme.size.gap6

        color: Theme.colour.inkQuiet
        text: root.viewModel.codeText
        visible: !root.upright && !root.viewModel.paperTitle && height <= room
        width: root.sideWidth
        x: root.sideX
        y: pager.y + (root.viewModel.codes > 1 ? pager.height + Theme.size.gap6 : 0)
    }
    PaperState {
        glyph: root.viewModel.paperIcon
        height: Math.min(Theme.size.paperLine, root.footTop - Theme.size.gap4 - y)
        note: root.viewModel.paperNote
        title: root.viewModel.paperTitle
        tone: root.viewModel.paperTone
        visible: root.viewModel.paperTitle
        width: root.sideWidth
        x: root.sideX
        y: pager.y + pager.height + Theme.size.gap4
    }
    Button {
        id: paperButton

        glyph: Theme.type.scarce ? "" : Theme.icon.printer
        height: Theme.size.backButton
        label: root.viewModel.printLabel
        visible: root.viewModel.printLabel
        width: (root.sideWidth - Theme.size.gap6) * 2 / 5
        x: root.sideX
        y: root.footTop

        onActivated: root.viewModel.printAgain()
    }
    Button {
        glyph: Theme.icon.check
        height: Theme.size.backButton
        kind: Button.Step
        label: qsTr("好了，回去")
        labelSize: Theme.type.lead
        width: root.sideWidth - paperButton.width - Theme.size.gap6
        x: root.touchWidth - width
        y: root.footTop

        onActivated: root.viewModel.close()
    }
}
