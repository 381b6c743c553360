// Where to turn when somebody still asks for an abolished proof.
import QtQuick
import Kiosk.Theme

Tip {
    glyph: Theme.icon.phone
    note: qsTr("说清哪个单位、要哪张证明")
    title: qsTr("还有人让您开？打 12345 反映")
}
