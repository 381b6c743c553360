// One notice in full, on a sheet for reading.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Sheet {
    id: root

    required property string kind
    required property bool fromHall
    required property string days
    required property string title
    required property string text

    height: words.height + 2 * Theme.size.gap8

    Column {
        id: words

        spacing: Theme.size.gap6
        width: parent.width - 2 * Theme.size.rowInset
        x: Theme.size.rowInset
        y: Theme.size.gap8

        Row {
            spacing: Theme.size.gap4

            NoticeTag {
                fromHall: root.fromHall
                label: root.kind
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colour.inkQuiet
                text: root.days
            }
        }
        Words {
            font.pixelSize: Theme.type.section
            strong: true
            text: root.title
            width: parent.width
            wrapMode: Text.Wrap
        }
        Words {
            font.pixelSize: Theme.type.fact
            text: root.text
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
}
