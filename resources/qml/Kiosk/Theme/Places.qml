// Heights of the beam's upper edge, per screen (mock-ups §2): chosen so that the middle of every target lies below 640.
import QtQuick

QtObject {
    id: root

    required property real unit
    required property bool elder
    required property real growth

    // Of what was drawn, so many pixels are words and grow with them.
    function px(drawn: real, words: real): real {
        return Math.round((drawn + words * (growth - 1)) * unit);
    }

    readonly property real home: elder ? px(510, 0) : px(548, -80)
    readonly property real others: elder ? px(452, 0) : px(380, 0)
    readonly property real wideOthers: elder ? px(316, 0) : px(250, 0)
    readonly property real guide: elder ? growth > 2 ? Math.round(460 * unit) : px(625, 40) : px(598, 240)
    readonly property real helper: px(560, 20)
    readonly property real ticket: elder ? px(610, 30) : px(548, 150)
    readonly property real search: elder ? px(460, 30) : px(500, 200)
    readonly property real list: elder ? px(432, 0) : px(452, 110)
    readonly property real question: px(640, 130)
    readonly property real myList: elder ? px(430, 20) : px(508, 110)
    readonly property real closed: px(470, 110)
    readonly property real proof: elder ? px(360, 20) : px(292, 60)
    readonly property real done: px(150, 0)
    readonly property real takeAway: px(330, 110)
    readonly property real wideTakeAway: px(262, elder ? 110 : 70)
    readonly property real idle: px(780, 0)
    readonly property real fault: px(700, -110)
    readonly property real wideIdle: px(460, 0)
    readonly property real wideFault: px(412, -50)
    readonly property real wideHome: elder ? px(316, 0) : px(316, -43)
    readonly property real wideStaff: elder ? px(484, -90) : px(316, -43)
    readonly property real wideBeam: px(116, 0)
    readonly property real wideSearch: px(236, 60)
    readonly property real turnNumber: elder ? px(590, 20) : px(540, 100)
    readonly property real turnState: elder ? px(470, 20) : px(330, 60)
}
