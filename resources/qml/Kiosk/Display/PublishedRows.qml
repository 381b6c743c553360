// Six rows of a published list: number, name, what else is to be known. Whole rows only.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property QtObject rows
    required property string nameHead
    required property string detailHead
    required property string edition

    height: DisplayTheme.mainHeight
    width: DisplayTheme.rowsWide

    Words {
        color: Theme.colour.inkQuiet
        font.pixelSize: DisplayTheme.rowsHeadWords
        lines: 1
        text: root.nameHead
        x: DisplayTheme.rowNameAt
    }
    Words {
        color: Theme.colour.inkQuiet
        font.pixelSize: DisplayTheme.rowsHeadWords
        lines: 1
        text: root.detailHead
        x: DisplayTheme.rowDetailAt
    }
    Words {
        anchors.right: parent.right
        color: Theme.colour.inkQuiet
        font.pixelSize: DisplayTheme.rowsHeadWords
        lines: 1
        text: root.edition
    }
    Repeater {
        model: root.rows

        Item {
            id: row

            required property int index
            required property string place
            required property string name
            required property string detail

            height: DisplayTheme.row
            width: root.width
            y: DisplayTheme.rowsHead + index * height

            Hairline {
                width: parent.width
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colour.inkQuiet
                font.pixelSize: DisplayTheme.rowPlace
                lines: 1
                text: row.place
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: whole.width > DisplayTheme.rowNameWide ? DisplayTheme.rowDetail : DisplayTheme.rowName
                lineHeight: DisplayTheme.lineHeight
                lines: 2
                strong: true
                text: row.name
                width: DisplayTheme.rowNameWide
                x: DisplayTheme.rowNameAt

                TextMetrics {
                    id: whole

                    font.family: Theme.hanziFamily
                    font.pixelSize: DisplayTheme.rowName
                    font.weight: Font.Bold
                    text: row.name
                }
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: row.detail.length > 28 ? DisplayTheme.rowSmall : DisplayTheme.rowDetail
                lineHeight: DisplayTheme.lineHeight
                lines: 2
                text: row.detail
                // Two lines share what they have, so that the second is no single Hanzi.
                width: Math.min(DisplayTheme.rowDetailWide, detail.width > DisplayTheme.rowDetailWide - font.pixelSize / 2 ? detail.width / 2 + 3 * font.pixelSize : DisplayTheme.rowDetailWide)
                x: DisplayTheme.rowDetailAt

                TextMetrics {
                    id: detail

                    font.family: Theme.hanziFamily
                    font.pixelSize: row.detail.length > 28 ? DisplayTheme.rowSmall : DisplayTheme.rowDetail
                    text: row.detail
                }
            }
        }
    }
}
