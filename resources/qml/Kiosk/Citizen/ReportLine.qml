// Where to turn when somebody still asks for an abolished proof. The note: `printed` where there is a slip to show them, `told` where not.
import QtQuick
import Kiosk.Theme

Tip {
    readonly property string printed: qsTr("把这张说明打印出来，给他看")
    readonly property string told: qsTr("说清哪个单位、要哪张证明")

    glyph: Theme.icon.phone
    note: told
    title: qsTr("还有人让您开？打 12345 反映")
}
