// The verdict on its board: 不用开 or 要开, and why in one line. The first thing under the beam.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Rectangle {
    id: root

    required property bool needed
    required property string verdict
    required property string reason
    // Middles of the eyelets, from its own left edge.
    required property list<real> eyelets
    readonly property int reasonSize: Theme.elder ? Theme.type.body : Theme.type.fact
    readonly property real reasonRoom: width - 4 * Theme.size.verdictInset
    readonly property bool reasonFits: reasonLength.advanceWidth <= reasonRoom
    // Where words are very large on a low screen, the rows below need the room; the first of them says the reason again.
    readonly property bool reasonShown: Theme.portrait || Theme.type.growth < 2

    Accessible.name: verdict + "，" + reason
    Accessible.role: Accessible.Heading
    border.color: Theme.colour.verdictWords
    border.width: Theme.contrast ? Theme.size.edge : 0
    color: Theme.contrast ? Theme.colour.black : needed ? Theme.colour.step : Theme.colour.verdictGround
    height: reasonShown ? Theme.size.verdictBoard : verdictLine.height + 4 * Theme.size.verdictInset
    radius: Theme.size.radius

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.size.verdictInset
        border.color: root.needed ? Theme.colour.tintBlue : Theme.colour.tintLeaf
        border.width: Theme.size.verdictLine
        color: Theme.colour.none
        radius: Theme.size.radius - Theme.size.verdictInset / 2
        visible: !Theme.contrast
    }
    Repeater {
        model: root.eyelets

        Eyelet {
            required property real modelData

            x: modelData
            y: Theme.size.verdictInset + Theme.size.gap6
        }
    }
    TextMetrics {
        id: reasonLength

        font.family: Theme.hanziFamily
        font.pixelSize: root.reasonSize
        text: root.reason
    }
    Grid {
        anchors.centerIn: parent
        columns: 1
        horizontalItemAlignment: Grid.AlignHCenter
        rowSpacing: Theme.portrait ? Theme.size.gap6 : Theme.size.gap2

        Row {
            id: verdictLine

            spacing: Theme.size.gap12

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colour.verdictWords
                glyph: root.needed ? Theme.icon.document : Theme.icon.checkCircle
                size: Theme.portrait && !Theme.elder ? Theme.size.iconVerdict : Theme.size.iconLarge
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colour.verdictWords
                font.pixelSize: Theme.elder ? Theme.portrait ? Theme.type.questionTitle : Theme.type.clock : Theme.portrait ? Theme.type.verdict : Theme.type.title
                lineHeight: Theme.type.tightLineHeight
                strong: true
                text: root.verdict
            }
        }
        Words {
            color: Theme.colour.verdictWords
            font.pixelSize: root.reasonSize
            horizontalAlignment: Text.AlignHCenter
            lineHeight: Theme.type.tightLineHeight
            text: root.reason.replace(/(.)(.)([。，；）”]*)$/, "$1\u2060$2$3")
            visible: root.reasonShown
            width: root.reasonFits ? undefined : root.reasonRoom
        }
    }
}
