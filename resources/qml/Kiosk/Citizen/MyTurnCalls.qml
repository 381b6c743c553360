// What is called now, counter by counter: in a row, or one under the other where the panel is narrow.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Sheet {
    id: root

    required property MyTurnViewModel viewModel
    property bool upright: false
    readonly property real headWidth: upright ? width : Theme.size.factLabel + Theme.size.gap6
    readonly property real cell: upright ? width : (width - headWidth) / Math.max(1, calls.count)

    height: upright ? (calls.count + 1) * Theme.size.turnCall + Theme.size.gap4 : Theme.size.turnCalls

    Words {
        font.pixelSize: Theme.type.row
        height: root.upright ? Theme.size.turnCall : root.height
        horizontalAlignment: Text.AlignHCenter
        strong: true
        text: calls.count > 0 ? qsTr("现在叫到") : qsTr("还没叫号")
        verticalAlignment: Text.AlignVCenter
        width: root.headWidth
    }
    Repeater {
        id: calls

        model: root.viewModel.calls

        Item {
            id: call

            required property int index
            required property string place
            required property string number

            height: root.upright ? Theme.size.turnCall : root.height
            width: root.cell
            x: root.upright ? 0 : root.headWidth + index * root.cell
            y: root.upright ? (index + 1) * Theme.size.turnCall : 0

            Rectangle {
                color: Theme.colour.hairline
                height: root.upright ? Theme.size.hairline : parent.height - 2 * Theme.size.gap6
                width: root.upright ? parent.width - 2 * Theme.size.gap6 : Theme.size.hairline
                x: root.upright ? Theme.size.gap6 : 0
                y: root.upright ? 0 : Theme.size.gap6
            }
            Grid {
                anchors.centerIn: parent
                columnSpacing: Theme.size.gap8
                columns: root.upright ? 2 : 1
                horizontalItemAlignment: Grid.AlignHCenter
                rowSpacing: Theme.size.gap2
                verticalItemAlignment: Grid.AlignVCenter

                Words {
                    color: Theme.colour.inkQuiet
                    text: call.place
                }
                Words {
                    font.pixelSize: Theme.type.section
                    strong: true
                    text: call.number
                }
            }
        }
    }
}
