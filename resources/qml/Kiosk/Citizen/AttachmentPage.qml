// 附件: a form of the hall's to look at, large, above the beam or beside it; the buttons where hands reach.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property AttachmentViewModel viewModel
    readonly property bool upright: Theme.portrait
    readonly property real half: (touchWidth - Theme.size.gap6) / 2
    readonly property real deed: Theme.size.button
    // Upright the buttons stand in two columns under the beam, wide in one beside the form.
    readonly property real pagerTop: cordLength
    readonly property real placeTop: upright ? pagerTop : pagerTop + Theme.size.pageButton + Theme.size.gap4
    readonly property real enlargeTop: upright ? pagerTop + Theme.size.pageButton + Theme.size.gap4 : !viewModel.paged ? pagerTop : placeTop + (Theme.type.scarce ? 0 : Theme.size.formPlace + Theme.size.gap4)
    // Side by side as well where there is no room for one more.
    readonly property bool paired: upright || enlargeTop + 3 * (deed + Theme.size.gap4) > footTop
    readonly property real pairWidth: viewModel.otherLabel && !viewModel.awayText && paired ? half : touchWidth
    readonly property bool bare: !upright && pairWidth === half
    readonly property real otherTop: paired ? enlargeTop : enlargeTop + deed + Theme.size.gap4
    readonly property real foot: upright ? Theme.size.mainButton : deed
    readonly property real footTop: touchHeight - foot - (upright ? Theme.size.gap8 : Theme.size.gap6)
    readonly property real footRoom: cordLength + Theme.size.pageButton + deed + foot + 2 * Theme.size.gap4 + Theme.size.gap8

    function tellParts(): void {
        if (form.count > 0)
            root.viewModel.divided(form.count);
    }

    beamTop: height - footRoom - Theme.size.beamWhole
    cords: []
    panelWidth: upright ? 0 : width - Theme.size.formSide

    looking: [
        Words {
            id: title

            Accessible.role: Accessible.Heading
            font.pixelSize: Theme.type.lead
            lineHeight: Theme.type.tightLineHeight
            lines: 2
            strong: true
            text: qsTr("%1：%2").arg(root.viewModel.kind).arg(root.viewModel.paper)
            width: parent.width
        },
        FormPicture {
            id: form

            away: root.viewModel.awayText
            enlarged: root.viewModel.enlarged
            height: parent.height - y - (paper.visible ? paper.height + Theme.size.gap4 : 0) - (root.upright ? Theme.size.gap6 : 0)
            name: [root.viewModel.kind, root.viewModel.paper, root.viewModel.placeText].filter(said => said).join("，")
            part: root.viewModel.part
            source: root.viewModel.source
            width: parent.width
            y: title.height + Theme.size.gap4

            onCountChanged: Qt.callLater(root.tellParts)
        },
        PaperState {
            id: paper

            glyph: root.viewModel.paperIcon
            note: root.viewModel.paperNote
            title: root.viewModel.paperTitle
            tone: root.viewModel.paperTone
            visible: root.viewModel.paperTitle
            width: parent.width
            y: parent.height - height - (root.upright ? Theme.size.gap6 : 0)
        }
    ]

    PageButton {
        id: before

        available: root.viewModel.canPrevious
        label: root.viewModel.enlarged ? qsTr("往前") : qsTr("上一页")
        visible: root.viewModel.paged
        width: root.upright ? Math.min(Theme.size.pageButtonWidth, (root.touchWidth - (Theme.type.scarce ? 0 : place.implicitWidth)) / 2 - Theme.size.gap3) : root.half
        y: root.pagerTop

        onActivated: root.viewModel.previous()
    }
    Words {
        id: place

        height: root.upright ? Theme.size.pageButton : Theme.size.formPlace
        horizontalAlignment: Text.AlignHCenter
        strong: true
        text: root.viewModel.placeText
        verticalAlignment: Text.AlignVCenter
        visible: root.viewModel.paged && !Theme.type.scarce
        width: root.upright ? root.touchWidth - 2 * before.width - 2 * Theme.size.gap3 : root.touchWidth
        x: root.upright ? before.width + Theme.size.gap3 : 0
        y: root.placeTop
    }
    PageButton {
        available: root.viewModel.canNext
        forward: true
        label: root.viewModel.enlarged ? qsTr("往后") : qsTr("下一页")
        visible: root.viewModel.paged
        width: before.width
        x: root.touchWidth - width
        y: root.pagerTop

        onActivated: root.viewModel.next()
    }
    Button {
        glyph: root.bare ? "" : root.viewModel.enlarged ? Theme.icon.wholePicture : Theme.icon.enlargePicture
        height: root.deed
        label: root.viewModel.enlarged ? qsTr("看整页") : qsTr("放大看")
        labelSize: Theme.type.fact
        visible: !root.viewModel.awayText
        width: root.pairWidth
        y: root.enlargeTop

        onActivated: root.viewModel.enlarge()
    }
    Button {
        glyph: root.bare ? "" : Theme.icon.swap
        height: root.deed
        label: root.viewModel.otherLabel
        labelSize: Theme.type.fact
        visible: root.viewModel.otherLabel
        width: root.pairWidth
        x: root.touchWidth - width
        y: root.otherTop

        onActivated: root.viewModel.showOther()
    }
    Button {
        id: paperButton

        glyph: Theme.type.scarce ? "" : Theme.icon.printer
        height: root.foot
        label: root.viewModel.printLabel
        labelSize: Theme.type.fact
        visible: root.viewModel.printLabel
        width: root.upright ? (root.touchWidth - Theme.size.gap6) * 2 / 5 : root.touchWidth
        y: root.upright ? root.footTop : root.footTop - Theme.size.gap4 - root.deed

        onActivated: root.viewModel.printOut()
    }
    Button {
        glyph: Theme.icon.check
        height: root.foot
        kind: Button.Step
        label: qsTr("好了，回去")
        labelSize: root.upright ? Theme.type.lead : Theme.type.fact
        width: root.upright ? root.touchWidth - paperButton.width - Theme.size.gap6 : root.touchWidth
        x: root.touchWidth - width
        y: root.footTop

        onActivated: root.viewModel.close()
    }
}
