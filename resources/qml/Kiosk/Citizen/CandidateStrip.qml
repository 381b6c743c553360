// The Hanzi words that the letters may stand for; the one that the results are taken for is tinted. 更多字 turns to the next strip.
// Where there is no word to offer, a hint stands in its place.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property var model
    property bool more: false
    property string hint
    // Hanzi that fit beside 更多字.
    readonly property real hanzi: (width - Theme.size.moreWords - Theme.size.keyGap) / Theme.type.lead

    signal chosen(string word)
    signal turned

    Row {
        height: parent.height
        spacing: Theme.size.keyRowGap

        Repeater {
            model: root.model

            Pressable {
                id: candidate

                required property string key
                required property bool used

                checkable: true
                checked: used
                height: root.height
                name: key
                rapid: true
                reach: Theme.size.keyRowGap / 2
                width: words.implicitWidth + 2 * (Theme.elder ? Theme.size.gap4 : Theme.size.gap6)

                onActivated: root.chosen(key)

                Face {
                    id: face

                    anchors.fill: parent
                    down: candidate.down
                    edge: candidate.used ? Theme.colour.civic : Theme.colour.edge
                    fill: candidate.used ? Theme.colour.tintBlue : Theme.colour.surface
                    thickness: candidate.used ? Theme.colour.stepThickness : Theme.colour.thickness
                }
                Words {
                    id: words

                    anchors.horizontalCenter: parent.horizontalCenter
                    color: candidate.used ? Theme.colour.civic : Theme.colour.ink
                    font.pixelSize: Math.max(Theme.type.body, Math.min(Theme.type.lead, Math.floor(root.height / 1.7)))
                    height: face.contentHeight
                    lines: 1
                    strong: true
                    text: candidate.key
                    verticalAlignment: Text.AlignVCenter
                    y: face.contentTop
                }
            }
        }
    }
    Key {
        anchors.right: parent.right
        height: parent.height
        label: qsTr("更多字")
        visible: root.more
        width: Theme.size.moreWords

        onActivated: root.turned()
    }
    TextMetrics {
        id: length

        font.family: Theme.hanziFamily
        font.pixelSize: Theme.type.fact
        text: root.hint
    }
    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.size.gap3
        visible: root.hint && length.advanceWidth + Theme.size.icon + Theme.size.gap3 <= root.width * (Theme.elder ? 1 : 2)

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            glyph: Theme.icon.inform
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: Theme.type.fact
            lineHeight: Theme.type.tightLineHeight
            lines: 2
            text: root.hint
            width: Math.min(implicitWidth, root.width - Theme.size.icon - Theme.size.gap3)
        }
    }
}
