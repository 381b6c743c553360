// 返回 · 首页 · 找金小二 at the same place on every screen. Seven places; one without a working deed stays empty.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Rectangle {
    id: root

    required property CitizenViewModel citizen
    readonly property real cell: width / 7

    color: Theme.colour.surface
    height: Theme.size.bar

    Rectangle {
        color: Theme.colour.edge
        height: Theme.size.hairline
        width: parent.width
    }
    BarCell {
        available: root.citizen.canGoBack
        glyph: Theme.icon.back
        height: parent.height
        label: qsTr("返回")
        width: root.cell

        onActivated: root.citizen.goBack()
    }
    BarCell {
        glyph: Theme.icon.home
        height: parent.height
        here: root.citizen.page === "home"
        label: qsTr("首页")
        width: root.cell
        x: root.cell

        onActivated: root.citizen.goHome()
    }
    BarCell {
        golden: true
        height: parent.height
        here: root.citizen.page === "helper"
        label: qsTr("找金小二")
        width: root.cell
        x: 2 * root.cell

        onActivated: root.citizen.goHelper()
    }
}
