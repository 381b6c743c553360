// A line to remember, with an icon: upright screens on one line, wide panels on a small sheet of two.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Sheet {
    id: root

    required property string glyph
    required property string text
    required property string tail

    border.width: Theme.portrait ? 0 : Theme.size.hairline
    color: Theme.portrait ? Theme.colour.none : Theme.colour.surface
    height: line.height + (Theme.portrait ? 0 : 2 * Theme.size.gap6)

    Row {
        id: line

        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.size.gap4
        x: Theme.portrait ? 0 : Theme.size.gap6

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colour.leaf
            glyph: root.glyph
            size: Theme.portrait ? Theme.size.iconSmall : Theme.size.icon
        }
        Grid {
            anchors.verticalCenter: parent.verticalCenter
            columnSpacing: Theme.size.gap2
            columns: Theme.portrait ? 2 : 1
            rowSpacing: Theme.size.gap4

            Words {
                strong: true
                text: root.text
            }
            Words {
                text: root.tail
            }
        }
    }
}
