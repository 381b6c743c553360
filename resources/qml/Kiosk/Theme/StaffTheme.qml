// Sizes and type of the staff's screens, drawn at 96 dpi (mock-ups STAFF.md §2, §3), and the few colours that only they have. A second
// singleton, so that the citizen's first frame pays for none of it; colours and icons that both have stay in Theme.
pragma Singleton
import QtQuick

QtObject {
    id: root

    // Pixels per drawn pixel: 1 on a screen of 96 dpi.
    property real unit: 1

    function px(drawn: real): real {
        return Math.round(drawn * unit);
    }

    // Type
    readonly property int keycap: px(13)
    readonly property int second: px(14)
    readonly property int row: px(15)
    readonly property int body: px(16)
    readonly property int label: px(17)
    readonly property int card: px(18)
    readonly property int lead: px(20)
    readonly property int page: px(22)
    readonly property int time: px(26)
    readonly property int item: px(28)
    readonly property int waiting: px(32)
    readonly property int counter: px(44)
    readonly property int help: px(40)
    readonly property int ticket: px(44)
    readonly property int hugeCounter: px(210)
    readonly property int hugeCounterWords: px(44)
    // Line height as a share of the face's own: 1.4 em, and 1.25 em where two lines belong together.
    readonly property real lineHeight: 0.97
    readonly property real tightLineHeight: 0.86

    // Spaces and lines
    readonly property real gap2: px(2)
    readonly property real gap4: px(4)
    readonly property real gap6: px(6)
    readonly property real gap8: px(8)
    readonly property real gap10: px(10)
    readonly property real gap12: px(12)
    readonly property real gap16: px(16)
    readonly property real gap20: px(20)
    readonly property real gap24: px(24)
    readonly property real gap32: px(32)
    readonly property real gap48: px(48)
    readonly property real line: Math.max(1, px(1))
    readonly property real focusLine: px(2)
    readonly property real ringLine: px(4)
    readonly property real bottomEdge: px(3)
    readonly property real barBottomEdge: px(4)
    readonly property real drop: px(2)
    readonly property real radius: px(6)
    readonly property real capRadius: px(4)
    readonly property real sheetRadius: px(8)

    // The bar
    readonly property real barWidth: px(1366)
    readonly property real bar: px(72)
    readonly property real counterBlock: px(92)
    readonly property real currentBlock: px(372)
    readonly property real key: px(72)
    readonly property real firstKey: px(136)
    readonly property real lastKey: px(76)
    readonly property real keyHeight: px(56)
    readonly property real keyGap: px(6)
    readonly property real iconKey: px(68)
    readonly property real undoKey: px(104)
    readonly property real helpBlock: px(192)
    readonly property real helpKey: px(74)

    // The window
    readonly property real listColumn: px(288)
    readonly property real sideColumn: px(440)
    readonly property real foot: px(48)
    readonly property real head: px(46)
    readonly property real groupHead: px(36)
    readonly property real listRow: px(42)
    readonly property real paperRow: px(44)
    readonly property real attentionRow: px(56)
    readonly property real itemHead: px(84)
    readonly property real button: px(40)
    readonly property real mainButton: px(64)
    readonly property real cap: px(20)
    readonly property real chip: px(26)
    readonly property real field: px(40)
    readonly property real tabs: px(46)
    readonly property real tabLine: px(3)
    readonly property real stepMark: px(24)
    readonly property real numberColumn: px(58)
    readonly property real timeColumn: px(56)
    readonly property real historySheet: px(156)

    // Sign-in
    readonly property real signPanel: px(430)
    readonly property real signMargin: px(48)
    readonly property real signLeft: px(96)
    readonly property real signTop: px(98)
    readonly property real personWidth: px(300)
    readonly property real person: px(64)
    readonly property real pinBox: px(60)
    readonly property real pinBoxHeight: px(72)
    readonly property real pinGap: px(14)
    readonly property real pinDot: px(16)
    readonly property real barPinBox: px(28)
    readonly property real barPinBoxHeight: px(34)
    readonly property real barPinDot: px(9)
    readonly property real told: px(60)
    readonly property real secondButton: px(48)
    readonly property real emblem: px(40)

    // Icons
    readonly property real icon18: px(18)
    readonly property real icon20: px(20)
    readonly property real icon22: px(22)
    readonly property real icon24: px(24)
    readonly property real icon32: px(32)

    // A ringing call, the code for the citizen
    readonly property real helpPicture: px(280)
    readonly property real mascot: px(300)
    readonly property real ringBar: px(10)
    readonly property real ratingCode: px(360)
    readonly property real keyLine: px(34)
    readonly property real keyCaps: px(112)

    // Figures
    readonly property real factSheet: px(96)
    readonly property real chartHead: px(76)
    readonly property real chartFoot: px(60)
    readonly property real chartBar: px(50)
    readonly property real axisRoom: px(56)
    readonly property real shareBar: px(16)
    readonly property real shareLine: px(34)
    readonly property real shareRoom: px(92)
    readonly property real tableColumn: px(84)
    // Of the height the upper row has, of a sheet's width the names have
    readonly property real upperShare: 0.56
    readonly property real namedShare: 0.5

    // Colours that only staff's screens have
    readonly property color wash: "#F1ECE1"
    readonly property color washWords: "#3C4A57"
    readonly property color inkGround: "#14293D"
    readonly property color onInk: "#FFFFFF"
    readonly property color onInkQuiet: "#C9D3DC"
    readonly property color onInkLine: "#33475A"
    readonly property color inkPressed: "#000000"
}
