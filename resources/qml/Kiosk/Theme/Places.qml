// Heights of the beam's upper edge, per screen (mock-ups §2): chosen so that the middle of every target lies below 640.
import QtQuick

QtObject {
    id: root

    required property real unit

    function px(drawn: real): real {
        return Math.round(drawn * unit);
    }

    readonly property real home: px(548)
    readonly property real guide: px(598)
    readonly property real helper: px(560)
    readonly property real ticket: px(548)
    readonly property real search: px(500)
    readonly property real list: px(452)
    readonly property real closed: px(470)
    readonly property real proof: px(292)
    readonly property real done: px(150)
    readonly property real idle: px(780)
    readonly property real fault: px(700)
    readonly property real wideIdle: px(460)
    readonly property real wideFault: px(412)
    readonly property real wideHome: px(316)
    readonly property real wideBeam: px(116)
    readonly property real wideSearch: px(236)
}
