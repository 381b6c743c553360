// Above the beam of a guide: names, whom it is for, whether it can be done today, and four facts.
// The state of the day stands beside the title; the hours and the verification where there is room.
// Long names take a second line; the official name is always whole.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property GuideViewModel viewModel
    readonly property bool wide: !Theme.portrait
    // The elder version has the name, whether it can be done today, what to bring and where.
    readonly property bool brief: Theme.elder
    // Small screens have room for the first sentence.
    readonly property bool tight: Theme.type.growth > 1
    readonly property bool sideBySide: brief && wide
    // Small screens in the elder version: the facts stand in the tabs alone.
    readonly property bool factless: brief && Theme.type.growth > 2
    readonly property real titleRoom: wide || brief ? width : width - state.width - Theme.size.gap6
    readonly property real titleShare: titleRoom / titleLength.advanceWidth
    // One line as large as it fits; two lines of the section size when that would be too small.
    readonly property int titleSize: titleShare >= 1 ? Theme.type.title : Math.max(brief ? Theme.type.row : Theme.type.section, Math.floor(Theme.type.title * titleShare))
    readonly property real topHeight: Math.max(title.height, wide || brief ? 0 : state.height)
    // Upright: hours and verification share the line of the official name, or the hours stand under the pill.
    readonly property bool together: !wide && (officialLength.advanceWidth + togetherLength.advanceWidth + Theme.size.gap6 <= width)

    TextMetrics {
        id: titleLength

        font.family: Theme.hanziFamily
        font.pixelSize: Theme.type.title
        font.weight: Font.Bold
        text: root.viewModel.title
    }
    TextMetrics {
        id: officialLength

        font: official.font
        text: root.viewModel.officialName
    }
    TextMetrics {
        id: togetherLength

        font: official.font
        text: root.viewModel.stateText
    }
    Words {
        id: title

        color: Theme.colour.ofList(root.viewModel.listKey)
        font.pixelSize: root.titleSize
        lineHeight: Theme.type.tightLineHeight
        strong: true
        text: root.viewModel.title
        width: Theme.type.evenWidth(titleLength.advanceWidth * root.titleSize / Theme.type.title, root.titleRoom, root.titleSize)
        wrapMode: Text.Wrap
        y: root.wide ? Theme.size.gap4 : Math.max(0, (root.topHeight - height) / 2)
    }
    Words {
        id: official

        color: Theme.colour.inkQuiet
        lineHeight: root.wide ? Theme.type.tightLineHeight : Theme.type.lineHeight
        text: root.viewModel.officialName
        visible: text && !root.brief && !(root.tight && root.wide)
        width: parent.width
        wrapMode: Text.Wrap
        y: root.wide ? title.y + title.height + Theme.size.gap3 : root.topHeight + (root.together ? Theme.size.gap3 : Theme.size.gap2)
    }
    Column {
        id: summary

        spacing: Theme.size.gap3
        visible: !root.brief && (!root.tight || y + height <= (root.wide ? state.y : facts.y))
        width: parent.width
        y: (official.visible ? official.y + official.height : root.wide ? title.y + title.height : root.topHeight) + (root.together ? Theme.size.gap6 : Theme.size.gap4)

        Repeater {
            // Upright a sentence a line; on a wide screen they run on.
            model: root.tight ? root.viewModel.summary.split("\n").slice(0, 1) : root.wide ? [root.viewModel.summary.replace("\n", "")] : root.viewModel.summary.split("\n")

            Words {
                required property string modelData

                text: modelData
                width: summary.width
                wrapMode: Text.Wrap
            }
        }
    }
    Words {
        id: mark

        color: Theme.colour.inkQuiet
        text: root.together ? root.viewModel.stateText : root.viewModel.verificationText
        visible: !root.wide && !root.brief && (!root.tight || y + height <= facts.y)
        x: parent.width - width
        y: root.together || officialLength.advanceWidth + width + Theme.size.gap6 <= parent.width ? official.y : summary.y + summary.height - height
    }
    Grid {
        id: state

        columnSpacing: Theme.size.gap4
        columns: root.wide ? 2 : 1
        horizontalItemAlignment: root.wide ? Grid.AlignLeft : Grid.AlignRight
        rowSpacing: Theme.size.gap3
        verticalItemAlignment: Grid.AlignVCenter
        x: root.wide ? 0 : parent.width - width
        y: root.factless ? parent.height - height - Theme.size.gap6 : root.wide || root.brief ? facts.y - height - Theme.size.gap4 : root.together ? Math.max(0, (root.topHeight - height) / 2) : 0

        Pill {
            id: pill

            fill: root.viewModel.canToday ? Theme.colour.verdictGround : Theme.colour.pillQuiet
            glyph: root.viewModel.canToday ? Theme.icon.checkCircle : Theme.icon.inform
            label: root.viewModel.todayText
            visible: label
        }
        Words {
            color: Theme.colour.inkQuiet
            text: root.viewModel.hoursText
            visible: text && !root.together && !root.brief && (!root.wide || pill.width + Theme.size.gap4 + implicitWidth <= root.width)
        }
    }
    Sheet {
        id: facts

        readonly property int perRow: root.brief ? (root.wide ? 1 : 2) : root.wide ? 2 : 4
        readonly property int shown: root.brief ? 2 : 4

        height: shown / perRow * Theme.size.factCell
        visible: !root.factless
        width: parent.width
        y: parent.height - height - (root.wide ? 0 : Theme.size.gap6)

        Repeater {
            model: root.viewModel.facts

            Item {
                id: fact

                required property int index
                required property string label
                required property string figure
                required property string unit
                required property string note
                required property bool worded
                readonly property int place: root.brief ? index / 3 : index

                visible: !root.brief || index % 3 === 0
                Accessible.name: label + "，" + figure + unit + "，" + note
                Accessible.role: Accessible.StaticText
                height: Theme.size.factCell
                width: facts.width / facts.perRow
                x: place % facts.perRow * width
                y: Math.floor(place / facts.perRow) * height

                Rectangle {
                    color: Theme.colour.hairline
                    height: parent.height - 2 * Theme.size.gap6
                    visible: fact.place % facts.perRow > 0
                    width: Theme.size.hairline
                    y: Theme.size.gap6
                }
                Hairline {
                    visible: fact.place >= facts.perRow
                    width: parent.width - 2 * x
                    x: Theme.size.gap6
                }
                Words {
                    id: label

                    color: Theme.colour.inkQuiet
                    text: fact.label
                    x: Theme.size.gap6
                    y: root.brief && root.wide ? (parent.height - height) / 2 : Theme.size.gap4
                }
                Row {
                    id: figure

                    height: Theme.type.section
                    spacing: Theme.size.gap2
                    x: root.brief && root.wide ? parent.width - width - Theme.size.gap6 : Theme.size.gap6
                    y: root.brief && !root.wide ? parent.height - height - Theme.size.gap4 : (parent.height - height) / 2

                    Words {
                        id: number

                        anchors.verticalCenter: parent.verticalCenter
                        font.pixelSize: fact.worded || root.sideBySide ? Theme.type.row : Theme.type.lead
                        strong: true
                        text: fact.figure
                    }
                    Words {
                        anchors.baseline: number.baseline
                        strong: true
                        text: root.tight && !root.brief ? fact.unit.replace("个", "") : fact.unit
                        visible: fact.unit
                    }
                }
                Words {
                    color: Theme.colour.inkQuiet
                    text: fact.note
                    visible: !root.brief && x + implicitWidth <= parent.width
                    x: Theme.size.gap6
                    y: parent.height - height - Theme.size.gap4
                }
            }
        }
    }
}
