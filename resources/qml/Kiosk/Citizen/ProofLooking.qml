// Above the beam of a proof: its names, the list it stands in, and whether the hall has checked it.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property ProofViewModel viewModel
    readonly property bool wide: !Theme.portrait
    readonly property real titleRoom: wide ? width : width - list.width - Theme.size.gap6
    readonly property int titleSize: Math.max(Theme.type.section, Math.min(Theme.type.call, Math.floor(Theme.type.call * titleRoom / titleLength.advanceWidth)))

    TextMetrics {
        id: titleLength

        font.family: Theme.hanziFamily
        font.pixelSize: Theme.type.call
        font.weight: Font.Bold
        text: root.viewModel.title
    }
    Words {
        id: title

        font.pixelSize: root.titleSize
        lineHeight: Theme.type.tightLineHeight
        strong: true
        text: root.viewModel.title
        width: Theme.type.evenWidth(titleLength.advanceWidth * root.titleSize / Theme.type.call, root.titleRoom, root.titleSize)
        wrapMode: Text.Wrap
        y: root.wide ? Theme.size.gap4 : 0
    }
    Words {
        id: official

        color: Theme.colour.inkQuiet
        lineHeight: Theme.type.tightLineHeight
        text: root.viewModel.officialName
        visible: text && !Theme.elder
        width: root.wide ? parent.width : parent.width - mark.width - Theme.size.gap6
        wrapMode: Text.Wrap
        y: root.wide ? title.y + title.height + Theme.size.gap4 : mark.y + mark.height - height
    }
    Pill {
        id: list

        fill: Theme.colour.pillOfList(root.viewModel.listKey)
        label: root.viewModel.listName
        x: root.wide ? 0 : parent.width - width
        y: root.wide ? (official.visible ? official.y + official.height : title.y + title.height) + Theme.size.gap6 : (title.height - height) / 2
    }
    Words {
        id: mark

        color: Theme.colour.inkQuiet
        lineHeight: Theme.type.tightLineHeight
        text: root.viewModel.verificationText
        width: Math.min(implicitWidth, root.width)
        visible: root.wide || title.height + Theme.size.gap2 <= y || x > title.contentWidth + Theme.size.gap4 && y > list.y + list.height
        x: root.wide ? 0 : parent.width - width
        y: root.wide ? list.y + list.height + Theme.size.gap6 : parent.height - height - Theme.size.gap4
    }
    Loader {
        active: root.wide && !root.viewModel.needed
        anchors.bottom: parent.bottom
        visible: y > mark.y + mark.height
        width: parent.width

        sourceComponent: ReportLine {
            note: root.viewModel.offer.canPrint ? printed : told
        }
    }
}
