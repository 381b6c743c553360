// Sizes and type of the display in the hall, drawn 1920 × 1080 (mock-ups STAFF.md §3, §5) and scaled as a whole: nothing here has a floor in
// millimetres and nothing is laid out anew on another screen. Colours and icons are the theme's; a second singleton, so that no other face
// pays for it.
pragma Singleton
import QtQuick

QtObject {
    id: root

    // Pixels per drawn pixel: the largest at which the whole drawing fits the screen.
    property real unit: 1

    function px(drawn: real): real {
        return Math.round(drawn * unit);
    }

    readonly property real width: px(1920)
    readonly property real height: px(1080)
    readonly property real margin: px(48)
    readonly property real gap: px(16)
    readonly property real hairline: Math.max(1, px(2))
    readonly property real edge: Math.max(1, px(4))
    readonly property real radius: px(22)

    // Header and beam
    readonly property real header: px(100)
    readonly property real emblem: px(60)
    readonly property int hallName: px(46)
    readonly property int date: px(42)
    readonly property int clock: px(78)
    readonly property real main: px(146)
    readonly property real mainHeight: px(694)
    readonly property real pegIn: px(60)
    readonly property real cord: px(28)

    // The call
    readonly property real board: px(1160)
    readonly property real boardInk: px(446)
    readonly property real boardIn: px(92)
    readonly property real wordsTop: px(32)
    readonly property int please: px(72)
    readonly property int lineName: px(52)
    readonly property int number: px(402)
    readonly property real numberRoom: px(1000)
    readonly property real numberMiddle: px(280)
    readonly property int to: px(114)
    readonly property int counter: px(256)
    readonly property int window: px(132)
    readonly property real plateGap: px(36)

    // 刚才叫过
    readonly property real last: px(1264)
    readonly property real lastWide: px(608)
    readonly property real lastHead: px(70)
    readonly property real lastRow: px(104)
    readonly property int lastWords: px(44)
    readonly property int lastNumber: px(76)
    readonly property int lastWindow: px(52)
    readonly property real lastArrow: px(258)
    readonly property real lastArrowSize: px(46)

    // Foot: who waits, which windows are open
    readonly property real foot: px(216)
    readonly property real footTop: px(49)
    readonly property real linesRight: px(20)
    readonly property real lineBar: px(8)
    readonly property real lineBarTall: px(120)
    readonly property real lineIn: px(28)
    readonly property int lineWords: px(40)
    readonly property int lineFigure: px(84)
    readonly property real lineFigureAt: px(84)
    readonly property real lineWaitIn: px(16)
    readonly property int lineWait: px(38)
    readonly property real linePart: px(440)
    readonly property int lineFigureSlim: px(74)
    readonly property int lineWaitSlim: px(34)
    readonly property real lineFigureGap: px(10)
    readonly property real counterPitch: px(74)
    readonly property real countersLeast: px(330)
    readonly property int countersTitle: px(34)
    readonly property real counterBox: px(64)
    readonly property real counterTall: px(72)
    readonly property real counterRadius: px(8)
    readonly property int counterNumber: px(44)
    readonly property int counterWords: px(26)
    readonly property real countersTop: px(32)
    readonly property real smallCounterPitch: px(58)
    readonly property real smallCounter: px(50)
    readonly property int smallCounterNumber: px(30)
    readonly property real counterGap: px(10)

    // Between calls
    readonly property real side: px(400)
    readonly property real sideIn: px(45)
    readonly property int sideHeading: px(40)
    readonly property int sideTitle: px(80)
    readonly property int sideFigure: px(170)
    readonly property int sideUnit: px(56)
    readonly property int sidePage: px(36)
    readonly property real sideHeadingAt: px(48)
    readonly property real sideTitleAt: px(128)
    readonly property real sideFigureAt: px(436)
    readonly property real sidePageAt: px(598)
    readonly property real dashesAt: px(570)
    readonly property real dash: px(12)
    readonly property real dashGap: px(10)
    readonly property real rows: px(504)
    readonly property real rowsWide: px(1368)
    readonly property real rowsHead: px(42)
    readonly property int rowsHeadWords: px(34)
    readonly property real row: px(108)
    readonly property int rowPlace: px(36)
    readonly property int rowName: px(48)
    readonly property int rowDetail: px(38)
    readonly property int rowSmall: px(33)
    readonly property real rowNameAt: px(97)
    readonly property real rowNameWide: px(680)
    readonly property real rowDetailAt: px(800)
    readonly property real rowDetailWide: px(568)
    readonly property int noticeTitle: px(88)
    readonly property int noticeLongTitle: px(66)
    readonly property int noticeWords: px(62)
    readonly property real noticeIn: px(56)
    readonly property real recent: px(920)
    readonly property real recentAt: px(160)
    readonly property real recentNext: px(474)
    readonly property real recentStep: px(222)
    readonly property real recentLine: px(437)
    readonly property real recentLineTop: px(42)
    readonly property real recentLineTall: px(130)
    readonly property int recentNumber: px(100)
    readonly property int recentLesser: px(74)
    readonly property int recentWindow: px(46)
    readonly property real betweenLines: px(968)

    // The source is away
    readonly property real strip: px(136)
    readonly property real stripIcon: px(76)
    readonly property real stripIn: px(112)
    readonly property int stripTitle: px(68)
    readonly property int stripWords: px(44)
    readonly property real awayGap: px(22)
    readonly property real awayBoard: px(536)
    readonly property real awayIn: px(56)
    readonly property int awayHead: px(44)
    readonly property int awayNumber: px(300)
    readonly property real awayNumberMiddle: px(228)
    readonly property real awayLine: px(352)
    readonly property int awayTo: px(88)
    readonly property int awayCounter: px(168)
    readonly property int awayWindow: px(92)
    readonly property real awayLastHead: px(58)
    readonly property real awayLastRow: px(78)
    readonly property int awayLastNumber: px(64)
    readonly property int awayLastWindow: px(46)
    readonly property real awayLines: px(369)
    readonly property real awayClock: px(44)
    readonly property real awayClockIn: px(60)

    // No window is open
    readonly property int closedTitle: px(104)
    readonly property int closedWords: px(64)
    readonly property int closedWeek: px(44)

    // What holds two lines of type.
    readonly property real lineHeight: 0.84
}
