// What stands where rows would: still looking, nothing found, or not to be had. Says what to do next and offers 金小二.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    // "loading", "empty", "error" or "content" (then nothing is shown here).
    required property string condition
    required property string title
    property string note
    // A second way on, such as 看全部; empty: none.
    property string deed
    // Illness, disability, death: no mascot.
    property bool solemn: false

    signal helperWanted
    signal deedWanted

    visible: condition !== "content"

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: Theme.size.gap8
        spacing: Theme.size.gap6
        width: parent.width

        Picture {
            anchors.horizontalCenter: parent.horizontalCenter
            file: "jinxiaoer-think"
            height: Theme.size.mascotState
            visible: root.condition === "empty" && !root.solemn && !Theme.contrast && root.height > Theme.size.stateRoom
        }
        Words {
            font.pixelSize: Theme.type.lead
            horizontalAlignment: Text.AlignHCenter
            strong: true
            text: root.title
            width: parent.width
        }
        Words {
            color: Theme.colour.inkQuiet
            horizontalAlignment: Text.AlignHCenter
            text: root.note
            visible: root.note
            width: parent.width
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.size.gap4
            visible: root.condition !== "loading"

            Button {
                label: root.deed
                visible: root.deed
                width: Theme.size.stateButton

                onActivated: root.deedWanted()
            }
            Button {
                glyph: Theme.icon.helper
                kind: Button.Gold
                label: qsTr("找金小二")
                width: Theme.size.stateButton

                onActivated: root.helperWanted()
            }
        }
    }
}
