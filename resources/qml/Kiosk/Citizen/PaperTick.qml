// One paper to tick: the whole row is the target, its state is said again in words. Where a paper hangs on an answer, 为什么 shows which;
// the words then stand where the paper's own were, and nothing moves.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Pressable {
    id: root

    required property string title
    required property string note
    required property string standing
    required property string standingWords
    required property string reason
    required property bool asked
    required property bool first
    required property bool last
    required property string look
    readonly property bool have: standing === "have"
    readonly property bool perhaps: standing === "perhaps"
    readonly property real textX: Theme.size.rowInset + Theme.size.tickBox + Theme.size.gap6
    readonly property real titleWidth: (reason ? why.x : tag.x) - Theme.size.gap4 - textX
    readonly property real noteWidth: reason ? width - Theme.size.rowInset - textX : titleWidth
    // Under a title of one line the words stand below the button, not beside it.
    readonly property real headHeight: reason ? Math.max(titleWords.height, why.height) : titleWords.height
    readonly property real lookHeight: look ? Theme.size.gap4 + Theme.size.filterButton : 0
    readonly property real wantedHeight: Math.max(Theme.size.tickRow, 2 * Theme.size.gap4 + headHeight + Theme.size.gap3 + said.height + lookHeight)
    readonly property real headTop: (height - headHeight - Theme.size.gap3 - said.height - lookHeight) / 2

    signal askedWhy
    signal looked

    checkable: true
    checked: have
    description: note
    name: title + "，" + standingWords
    ringRadius: 0

    RowGround {
        anchors.fill: parent
        down: root.down
        first: root.first
        last: root.last
    }
    Rectangle {
        id: box

        anchors.verticalCenter: parent.verticalCenter
        border.color: root.have ? Theme.colour.leaf : Theme.colour.edge
        border.width: root.have ? 0 : Theme.size.boxEdge
        color: root.have ? Theme.colour.leaf : Theme.colour.surface
        height: width
        radius: Theme.size.tagRadius
        width: Theme.size.tickBox
        x: Theme.size.rowInset

        Icon {
            anchors.centerIn: parent
            color: Theme.colour.tickMark
            glyph: Theme.icon.check
            size: Theme.size.iconBoard
            visible: root.have
        }
    }
    Words {
        id: titleWords

        font.pixelSize: Theme.type.row
        lineHeight: Theme.type.tightLineHeight
        strong: true
        text: root.title
        width: root.titleWidth
        wrapMode: Text.Wrap
        x: root.textX
        y: root.headTop + (root.headHeight - height) / 2
    }
    Item {
        id: said

        height: Math.max(noteWords.height, root.reason ? reasonWords.height : 0)
        width: root.noteWidth
        x: root.textX
        y: root.headTop + root.headHeight + Theme.size.gap3

        Words {
            id: noteWords

            color: Theme.colour.inkQuiet
            lineHeight: Theme.type.tightLineHeight
            text: root.note
            visible: !root.asked
            width: parent.width
            wrapMode: Text.Wrap
        }
        Words {
            id: reasonWords

            color: Theme.colour.civic
            lineHeight: Theme.type.tightLineHeight
            text: root.reason
            visible: root.asked
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
    Pressable {
        id: why

        anchors.right: tag.left
        anchors.rightMargin: Theme.size.gap4
        checkable: true
        checked: root.asked
        height: Theme.size.filterButton
        name: root.asked ? qsTr("%1：%2").arg(root.title).arg(root.reason) : qsTr("为什么要带%1").arg(root.title)
        visible: root.reason
        width: whyWords.implicitWidth + 2 * Theme.size.gap4
        y: root.headTop + (root.headHeight - height) / 2

        onActivated: root.askedWhy()

        Face {
            id: whyFace

            anchors.fill: parent
            down: why.down
            edge: root.asked ? Theme.colour.civic : Theme.colour.edge
            fill: root.asked ? Theme.colour.tintBlue : Theme.colour.surface
        }
        Words {
            id: whyWords

            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("为什么")
            y: whyFace.contentTop + (whyFace.contentHeight - height) / 2
        }
    }
    Loader {
        active: root.look
        x: root.textX
        y: said.y + said.height + Theme.size.gap4

        sourceComponent: LookMark {
            label: root.look
            paper: root.title

            onActivated: root.looked()
        }
    }
    Tag {
        id: tag

        anchors.right: parent.right
        anchors.rightMargin: Theme.size.rowInset
        color: root.have ? Theme.colour.tintLeaf : root.perhaps ? Theme.colour.tintGold : Theme.colour.tintAlarm
        glyph: root.have ? Theme.icon.check : root.perhaps ? Theme.icon.question : Theme.icon.warn
        label: root.standingWords
        wordsColour: root.have ? Theme.colour.leaf : root.perhaps ? Theme.colour.goldDeep : Theme.colour.alarm
        y: root.reason ? root.headTop + (root.headHeight - height) / 2 : (parent.height - height) / 2
    }
}
