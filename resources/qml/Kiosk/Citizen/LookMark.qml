// The quiet mark of a paper whose form can be looked at: 空白表, 看样子.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string label
    // The paper, for those who hear the mark.
    required property string paper

    height: Theme.size.filterButton
    name: qsTr("%1：%2").arg(label).arg(paper)
    width: words.implicitWidth + icon.width + 3 * Theme.size.gap4

    Face {
        id: face

        anchors.fill: parent
        down: root.down
    }
    Icon {
        id: icon

        glyph: Theme.icon.look
        size: Theme.size.iconSmall
        x: Theme.size.gap4
        y: face.contentTop + (face.contentHeight - height) / 2
    }
    Words {
        id: words

        text: root.label
        x: icon.x + icon.width + Theme.size.gap4
        y: face.contentTop + (face.contentHeight - height) / 2
    }
}
