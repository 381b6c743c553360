// Sizes in pixels, drawn at 21.5″ (0.248 mm a pixel) and multiplied by the unit. 4 design pixels are 1 mm.
import QtQuick

QtObject {
    id: root

    required property real unit
    required property bool portrait
    required property bool contrast

    function px(drawn: real): real {
        return Math.round(drawn * unit);
    }

    // Spacing steps, named by their millimetres
    readonly property real gap2: px(8)
    readonly property real gap3: px(12)
    readonly property real gap4: px(16)
    readonly property real gap6: px(24)
    readonly property real gap8: px(32)
    readonly property real gap12: px(48)
    readonly property real gap16: px(64)
    readonly property real margin: portrait ? px(48) : px(64)

    // Lines
    readonly property real hairline: Math.max(1, px(2))
    readonly property real edge: contrast ? px(4) : Math.max(1, px(2))
    readonly property real thickness: contrast ? px(10) : px(8)
    readonly property real pressedThickness: px(2)
    readonly property real drop: px(6)
    readonly property real radius: px(16)
    readonly property real tagRadius: px(8)
    readonly property real cord: Math.max(1, px(3))
    readonly property real focusInk: px(3)
    readonly property real focusGold: px(8)
    readonly property real focusOuter: px(5)
    readonly property real focusRing: focusInk + focusGold + focusOuter

    // Beam and what hangs from it
    readonly property real beam: px(20)
    readonly property real beamLow: px(6)
    readonly property real beamWhole: beam + beamLow
    readonly property real pegWidth: px(16)
    readonly property real pegHeight: px(26)
    readonly property real pegDrop: px(6)
    readonly property real eyelet: px(16)
    readonly property real eyeletRing: px(4)
    readonly property real eyeletTop: px(12)
    readonly property real column: px(109)
    readonly property real gutter: px(16)
    readonly property real pegFirst: px(54.5)
    readonly property real pegPitch: px(125)
    readonly property real hang: portrait ? px(34) : px(30)

    // Middles of the eight pegs over a part of this width.
    function pegs(width: real): list<real> {
        const middles = [];
        for (let i = 0; i < 8; ++i)
            middles.push(i * (width + gutter) / 8 + (width - 7 * gutter) / 16);
        return middles;
    }

    // The persistent bar
    readonly property real bar: portrait ? px(150) : px(128)
    readonly property real barHere: px(10)
    readonly property real barHead: px(56)

    // Above the beam
    readonly property real headerTop: px(36)
    readonly property real header: px(56)
    readonly property real emblem: px(56)
    readonly property real panel: px(640)
    readonly property real slimPanel: px(560)

    // Targets: 20 mm and 15 mm, with 3 mm unseen around
    readonly property real mainTarget: px(84)
    readonly property real target: px(64)
    readonly property real unseen: px(12)

    // Pictures
    readonly property real street: px(236)
    readonly property real streetHome: portrait ? px(170) : px(130)
    readonly property real mascotHome: px(216)
    readonly property real mascotWide: px(166)
    readonly property real clockRoom: px(272)

    // Icons
    readonly property real iconSmall: px(36)
    readonly property real icon: px(48)
    readonly property real iconBoard: px(64)
    readonly property real iconLarge: px(80)
    readonly property real iconVerdict: px(150)

    // Boards, rows, buttons
    readonly property real board: portrait ? px(150) : px(152)
    readonly property real boardHeight: portrait ? px(228) : px(207)
    readonly property real boardGap: portrait ? px(17) : px(14)
    readonly property real boardIconTop: portrait ? px(46) : px(34)
    readonly property real boardRowGap: portrait ? px(34) : px(32)
    readonly property real tallBoard: px(258)
    readonly property real wideBoard: px(112)
    readonly property real button: px(112)
    readonly property real mainButton: portrait ? px(144) : px(168)
    readonly property real ticketButton: portrait ? px(200) : px(164)
    readonly property real notch: px(42)
    readonly property real row: px(139)
    readonly property real slimRow: px(111)
    readonly property real tag: px(54)
    readonly property real key: px(108)
    readonly property real keyGap: px(16)
    readonly property real candidate: px(104)
    readonly property real searchBar: px(108)
    readonly property real listsRow: portrait ? px(146) : px(136)
    readonly property real quietBoard: portrait ? px(112) : px(92)

    // Entries in boards, page buttons, list states
    readonly property real boardHead: px(60)
    readonly property real rowInset: px(34)
    readonly property real figureColumn: px(150)
    readonly property real asideColumn: px(190)
    readonly property real slimLine: px(84)
    readonly property real entryLine: portrait ? px(130) : px(122)
    readonly property real groupLine: px(103)
    readonly property real pageButton: portrait ? px(104) : px(92)
    readonly property real pageFoot: portrait ? px(24) : px(16)
    readonly property real tab: portrait ? px(112) : px(104)
    readonly property real listSearch: portrait ? px(108) : px(92)
    readonly property real boardGapWide: px(14)
    readonly property real pageButtonWidth: px(300)
    readonly property real mascotState: px(240)
    readonly property real stateRoom: px(560)
    readonly property real stateButton: px(400)
    readonly property real filterButton: px(84)
    readonly property real sideBoard: px(250)
    readonly property real noticeDay: px(190)
    readonly property real regroupButton: px(216)
    readonly property real sideBoardHeight: px(80)

    // Taking a number, the number in hand, the questions over a page
    readonly property real classBoard: portrait ? px(270) : px(226)
    readonly property real factsSheet: px(182)
    readonly property real factRow: px(104)
    readonly property real takeButton: portrait ? px(244) : px(176)
    readonly property real leaveButton: px(320)
    readonly property real nextBoard: portrait ? px(338) : px(300)
    readonly property real hungSheet: px(732)
    readonly property real slip: portrait ? px(946) : px(736)
    readonly property real slipWide: px(1040)
    readonly property real slipHead: portrait ? px(566) : px(430)
    readonly property real qrRoom: portrait ? px(330) : px(270)
    readonly property real paperLine: px(132)
    readonly property real mascotDone: px(200)
    readonly property real mascotHelper: px(312)
    readonly property real mascotIdle: portrait ? px(390) : px(300)
    readonly property real mascotFault: portrait ? px(308) : px(220)
    readonly property real streetIdle: portrait ? px(236) : px(130)
    readonly property real secondsSheet: portrait ? px(300) : px(250)
    readonly property real stayButton: portrait ? px(340) : px(250)
    readonly property real homeButton: portrait ? px(220) : px(150)
    readonly property real helperRow: portrait ? px(258) : px(168)
    readonly property real safeRow: px(122)

    // Guide and proof: rows for reading, the tip, the verdict
    readonly property real readingRow: portrait ? px(104) : px(82)
    readonly property real readingFact: portrait ? px(76) : px(70)
    readonly property real readingHead: portrait ? px(64) : px(52)
    readonly property real readingEntry: portrait ? px(116) : px(96)
    readonly property real readingButton: portrait ? px(192) : px(236)
    readonly property real readingMark: px(56)
    readonly property real factLabel: px(200)
    readonly property real factCell: portrait ? px(176) : px(158)
    readonly property real tip: portrait ? px(132) : px(148)
    readonly property real tipHead: px(84)
    readonly property real guideFoot: portrait ? px(144) : px(148)
    readonly property real proofFoot: portrait ? px(132) : px(120)
    readonly property real guideTicket: px(420)
    readonly property real pill: px(68)
    readonly property real verdictBoard: portrait ? px(356) : px(210)
    readonly property real verdictInset: px(14)
    readonly property real verdictLine: Math.max(1, px(3))

    // Search: the field, the keypad and what stands over it
    readonly property real searchField: portrait ? px(126) : px(104)
    readonly property real searchCount: px(284)
    readonly property real keyTall: px(116)
    readonly property real keyRowGap: px(12)
    readonly property real moreWords: px(160)
    readonly property real cursor: px(4)
    readonly property real askButton: portrait ? px(440) : px(400)
    readonly property real turnButton: px(250)
    readonly property real nearBoard: px(148)
    readonly property real keyboardPart: px(872)
}
