// The ticket in hand: the number as large as the screen allows, below the cut line what it means and the text to take away.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HungSheet {
    id: root

    required property TicketDoneViewModel viewModel
    readonly property real dash: Theme.size.gap3
    // The elder version has the number and how long it takes.
    readonly property bool brief: Theme.elder
    // Whole dots for a module, three at least; the border is part of the picture.
    readonly property real module: Math.max(3, Math.floor(Theme.size.qrRoom / Math.max(1, viewModel.qrModules)))
    readonly property real numberRoom: width - 2 * Theme.size.gap12
    readonly property real numberSize: Math.min(Theme.portrait ? Theme.type.number : Theme.type.wideNumber, numberRoom / (0.62 * Math.max(4, viewModel.number.length)))

    height: Theme.size.slip

    Words {
        id: heading

        font.pixelSize: Theme.type.lead
        horizontalAlignment: Text.AlignHCenter
        strong: true
        text: root.viewModel.heading
        width: parent.width
        y: Theme.size.gap8 + Theme.size.gap2
    }
    Words {
        Accessible.name: root.viewModel.number
        anchors.horizontalCenter: parent.horizontalCenter
        font.pixelSize: root.numberSize
        strong: true
        text: root.viewModel.number
        y: (heading.y + heading.height + what.y - height) / 2
    }
    Row {
        id: what

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.size.gap8
        y: Theme.size.slipHead - height - Theme.size.gap8

        Words {
            id: line

            font.pixelSize: Theme.type.row
            strong: true
            text: root.viewModel.lineName
        }
        Words {
            font.pixelSize: Theme.type.row
            lines: 1
            text: root.viewModel.itemName
            visible: text && !root.brief
            width: Math.min(implicitWidth, root.width - line.width - 5 * Theme.size.gap8)
        }
    }
    Repeater {
        model: Math.max(0, Math.floor((root.width - Theme.size.notch * 2) / (2 * root.dash)))

        Rectangle {
            required property int index

            color: Theme.colour.awayEdge
            height: Theme.size.cord
            width: root.dash
            x: Theme.size.notch + index * 2 * root.dash
            y: Theme.size.slipHead - height / 2
        }
    }
    Repeater {
        model: [0, 1]

        Item {
            id: notch

            required property int index

            clip: true
            height: Theme.size.notch
            width: Theme.size.notch / 2 + Theme.size.hairline
            x: index === 0 ? -Theme.size.hairline : root.width - width + Theme.size.hairline
            y: Theme.size.slipHead - height / 2

            Rectangle {
                border.color: Theme.colour.hairline
                border.width: Theme.size.hairline
                color: Theme.colour.paper
                height: parent.height
                radius: height / 2
                width: height
                x: notch.index === 0 ? parent.width - width : 0
            }
        }
    }
    Grid {
        id: meaning

        columnSpacing: Theme.size.gap12
        columns: root.brief ? 3 : 1
        rowSpacing: Theme.portrait ? Theme.size.gap6 : Theme.size.gap4
        width: root.width - x - (root.brief ? 0 : code.width + Theme.size.gap8) - Theme.size.gap8
        x: Theme.size.gap12
        y: (Theme.size.slipHead + root.height - height) / 2

        Row {
            spacing: Theme.size.gap4

            Words {
                anchors.baseline: ahead.baseline
                font.pixelSize: Theme.type.fact
                text: qsTr("前面")
            }
            Words {
                id: ahead

                font.pixelSize: root.brief ? Theme.type.lead : Theme.type.call
                strong: true
                text: root.viewModel.aheadText
            }
            Words {
                anchors.baseline: ahead.baseline
                font.pixelSize: Theme.type.fact
                text: qsTr("人")
            }
        }
        Row {
            spacing: Theme.size.gap4
            visible: root.viewModel.waitText

            Words {
                anchors.baseline: wait.baseline
                font.pixelSize: Theme.type.fact
                text: qsTr("大约")
            }
            Words {
                id: wait

                font.pixelSize: root.brief ? Theme.type.lead : Theme.type.section
                strong: true
                text: root.viewModel.waitText
            }
            Words {
                anchors.baseline: wait.baseline
                font.pixelSize: Theme.type.fact
                text: qsTr("分钟")
            }
        }
        Words {
            font.pixelSize: Theme.type.fact
            text: qsTr("等多久说不准，听叫号")
            visible: !root.viewModel.waitText && !root.brief
            width: meaning.width
        }
        Words {
            font.pixelSize: Theme.type.fact
            text: root.viewModel.issuedText
            visible: !root.brief
        }
        Words {
            color: Theme.colour.inkQuiet
            text: Theme.type.growth > 1 ? qsTr("扫一扫带走") : qsTr("扫一扫，文字带走，不用上网")
            visible: !root.brief
            width: meaning.width
        }
    }
    Rectangle {
        id: code

        color: Theme.colour.white
        height: width
        visible: !root.brief
        width: Theme.size.qrRoom
        x: root.width - width - Theme.size.gap8
        y: (Theme.size.slipHead + root.height - height) / 2

        Image {
            Accessible.name: qsTr("二维码，里面是号码、大厅和时间的文字")
            Accessible.role: Accessible.Graphic
            anchors.centerIn: parent
            height: width
            smooth: false
            source: root.viewModel.qrSource
            visible: root.viewModel.qrModules > 0
            width: root.module * root.viewModel.qrModules
        }
    }
}
