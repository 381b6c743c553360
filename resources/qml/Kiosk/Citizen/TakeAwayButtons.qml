// 打印 · 二维码: what can be carried home from this page. A hall without a printer has codes alone, and these have the whole place.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property TakeAwayOffer offer
    // Narrow buttons have their icon above the word.
    property bool stacked: false
    property int kind: Button.Plain
    readonly property real half: (width - Theme.size.gap4) / 2

    implicitHeight: Theme.size.mainButton

    Button {
        glyph: Theme.icon.printer
        height: parent.height
        kind: root.kind
        label: qsTr("打印")
        labelSize: Theme.type.fact
        stacked: root.stacked
        visible: root.offer.canPrint
        width: root.half

        onActivated: root.offer.printOut()
    }
    Button {
        glyph: Theme.icon.qrCode
        height: parent.height
        label: qsTr("二维码")
        labelSize: Theme.type.fact
        stacked: root.stacked
        width: root.offer.canPrint ? root.half : root.width
        x: root.width - width

        onActivated: root.offer.showQr()
    }
}
