// Above the beam (or in the panel at the left) of a list: its name, how many there are, what it is good for.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property string title
    required property string figure
    required property string unit
    // Its line break is for narrow panels; upright screens have room for one line.
    required property string lead
    property string note
    property string glyph
    property color accent: Theme.colour.ink
    // Under the words: what else is good to know.
    default property alias more: extra.data

    Row {
        id: name

        spacing: Theme.size.gap6
        y: Theme.size.gap4

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            glyph: root.glyph
            size: Theme.size.iconLarge
            visible: root.glyph && Theme.portrait
        }
        Words {
            color: root.accent
            lineHeight: Theme.type.tightLineHeight
            width: !Theme.portrait && font.pixelSize * text.length > root.width ? root.width : undefined
            wrapMode: Text.Wrap
            font.pixelSize: Math.max(Theme.type.body, Math.min(Theme.type.title, Math.floor((root.width - (Theme.portrait ? count.width + name.spacing + (root.glyph ? Theme.size.iconLarge + name.spacing : 0) : 0)) / Math.max(1, root.title.length))))
            strong: true
            text: root.title
        }
    }
    Icon {
        anchors.right: parent.right
        anchors.verticalCenter: count.verticalCenter
        glyph: root.glyph
        size: Theme.size.iconLarge
        visible: root.glyph && !Theme.portrait
    }
    Row {
        id: count

        anchors.right: Theme.portrait ? parent.right : undefined
        spacing: Theme.size.gap3
        y: Theme.portrait ? Theme.size.gap2 : name.y + name.height + Theme.size.gap6

        Words {
            id: figure

            color: root.accent
            font.pixelSize: Theme.type.bigCount
            strong: true
            text: root.figure
        }
        Words {
            anchors.baseline: figure.baseline
            font.pixelSize: Theme.type.fact
            text: root.unit
        }
    }
    Column {
        id: words

        spacing: Theme.portrait ? Theme.size.gap4 : Theme.size.gap8
        width: parent.width
        y: Math.max(name.y + name.height, count.y + count.height) + (Theme.portrait ? Theme.size.gap3 : Theme.size.gap6)

        Words {
            color: Theme.colour.inkQuiet
            font.pixelSize: Theme.type.fact
            visible: !Theme.elder
            text: Theme.portrait ? root.lead.replace("\n", "") : root.lead
            width: parent.width
            wrapMode: Text.Wrap
        }
        Item {
            id: extra

            visible: !Theme.elder
            height: childrenRect.height
            width: parent.width
        }
    }
    Row {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: !Theme.portrait ? 0 : Theme.type.growth > 1 ? Theme.size.gap6 : Theme.size.gap12
        anchors.right: Theme.portrait ? parent.right : undefined
        spacing: Theme.size.gap3
        visible: root.note

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colour.inkQuiet
            glyph: Theme.icon.inform
            visible: Theme.portrait || !Theme.elder
            size: Theme.size.iconSmall
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colour.inkQuiet
            text: root.note
            width: Theme.portrait ? undefined : Theme.elder ? root.width : root.width - Theme.size.iconSmall - Theme.size.gap3
        }
    }
}
