// What was typed, how many it found and what it is taken for. For looking: the field cannot be pressed, the keypad writes into it.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property SearchViewModel viewModel
    // The elder version has the field alone; the count stands beside it.
    readonly property bool titled: Theme.portrait && !Theme.elder
    readonly property real fieldTop: titled ? title.y + title.height + Theme.size.gap6 : 0

    Words {
        id: title

        font.pixelSize: Theme.type.call
        strong: true
        text: root.viewModel.inProofs ? qsTr("要不要开证明？") : qsTr("找什么事？")
        visible: root.titled
        y: Theme.size.gap2
    }
    Row {
        id: count

        anchors.right: parent.right
        spacing: Theme.size.gap3
        visible: root.viewModel.countText
        y: root.titled ? title.y + (title.height - height) / 2 : field.y + (field.height - height) / 2

        Words {
            anchors.baseline: figure.baseline
            text: root.viewModel.foundText
        }
        Words {
            id: figure

            font.pixelSize: Theme.type.section
            strong: true
            text: root.viewModel.countText
        }
        Words {
            anchors.baseline: figure.baseline
            text: root.viewModel.inProofs ? qsTr("张") : qsTr("项")
        }
    }
    Rectangle {
        id: field

        Accessible.name: root.viewModel.hasText ? root.viewModel.text : qsTr("还没有输入")
        Accessible.role: Accessible.StaticText
        border.color: Theme.colour.civic
        border.width: 2 * Theme.size.hairline
        color: Theme.colour.surface
        height: Theme.size.searchField
        radius: Theme.size.radius
        width: root.titled ? parent.width : parent.width - Theme.size.searchCount
        y: root.fieldTop

        Icon {
            id: glass

            anchors.verticalCenter: parent.verticalCenter
            glyph: Theme.icon.search
            x: Theme.size.gap12
        }
        Words {
            id: typed

            readonly property real room: (Theme.portrait || !remark.visible ? field.width : remark.x) - x - Theme.size.gap6

            Accessible.ignored: true
            anchors.verticalCenter: parent.verticalCenter
            elide: Text.ElideLeft
            // What was typed last is seen.
            excerpt: true
            font.letterSpacing: Theme.type.keySpacing
            font.pixelSize: whole.advanceWidth > room ? Theme.type.row : Theme.type.call
            lines: 1
            strong: true
            text: root.viewModel.text
            width: Math.min(implicitWidth, room)
            x: glass.x + glass.width + Theme.size.gap6
        }
        TextMetrics {
            id: whole

            font.family: Theme.hanziFamily
            font.letterSpacing: Theme.type.keySpacing
            font.pixelSize: Theme.type.call
            font.weight: Font.Bold
            text: root.viewModel.text
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colour.civic
            height: typed.font.pixelSize
            width: Theme.size.cursor
            x: typed.x + typed.width + Theme.size.hairline
        }
    }
    TextMetrics {
        id: remarkLength

        font.family: Theme.hanziFamily
        font.pixelSize: Theme.type.fact
        text: root.viewModel.remarkText
    }
    Row {
        id: remark

        visible: Theme.portrait || !Theme.elder
        spacing: Theme.size.gap3
        x: Theme.portrait ? 0 : field.x + field.width - width - Theme.size.gap8
        y: Theme.portrait ? field.y + field.height + Theme.size.gap6 : field.y + (field.height - height) / 2

        Words {
            color: Theme.colour.civic
            font.pixelSize: Theme.type.fact
            strong: true
            text: root.viewModel.askedText
            visible: root.viewModel.askedText && Theme.portrait
        }
        Words {
            color: root.viewModel.meaningText ? Theme.colour.ink : Theme.colour.inkQuiet
            font.pixelSize: Theme.type.fact
            lineHeight: Theme.type.tightLineHeight
            text: root.viewModel.remarkText
            width: Theme.portrait && remarkLength.advanceWidth > root.width ? root.width : undefined
            wrapMode: Text.Wrap
        }
        Words {
            color: Theme.colour.civic
            font.pixelSize: Theme.type.fact
            strong: true
            text: root.viewModel.meaningText
            visible: root.viewModel.meaningText
        }
    }
}
