// One thing that saves a trip, on a gold ground (in high contrast a dashed frame). 金小二 says it, or a quiet icon where a mascot would be out of place.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property string title
    required property string note
    property string glyph: Theme.icon.inform
    property bool mascot: false

    implicitHeight: Math.max(Theme.size.tip, said.height + 2 * Theme.size.gap4)

    Rectangle {
        anchors.fill: parent
        color: Theme.colour.tintGold
        radius: Theme.size.radius
        visible: !Theme.contrast
    }
    Loader {
        active: Theme.contrast
        anchors.fill: parent

        sourceComponent: DashedFrame {
        }
    }
    Picture {
        id: head

        anchors.verticalCenter: parent.verticalCenter
        file: "jinxiaoer-head"
        height: Theme.size.tipHead
        visible: root.mascot && !Theme.contrast
        width: height
        x: Theme.size.gap6
    }
    Icon {
        anchors.centerIn: head
        color: Theme.colour.goldDeep
        glyph: root.glyph
        size: Theme.size.iconBoard
        visible: !head.visible
    }
    Column {
        id: said

        anchors.left: head.right
        anchors.leftMargin: Theme.size.gap6
        anchors.right: parent.right
        anchors.rightMargin: Theme.size.gap6
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.size.gap3

        Words {
            strong: true
            text: root.title
            visible: root.title
            width: parent.width
            wrapMode: Text.Wrap
        }
        Words {
            lineHeight: Theme.type.tightLineHeight
            text: root.note
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
}
