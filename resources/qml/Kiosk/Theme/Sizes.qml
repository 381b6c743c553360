// Sizes in pixels, drawn 1080 wide (at 21.5″ 4 pixels are 1 mm) and multiplied by the unit. What holds words grows with them: on a small
// screen and in the elder version they are larger than drawn. Targets have floors in millimetres.
import QtQuick

QtObject {
    id: root

    required property real unit
    required property bool portrait
    required property bool contrast
    required property bool elder
    // How much larger words are than drawn (TypeScale), and the screen's density.
    required property real growth
    required property real mmPerPixel
    // Low-reach, and what a page leaves free at each side when it is smaller than the screen.
    required property bool low
    required property real aside

    function px(drawn: real): real {
        return Math.round(drawn * unit);
    }

    // So many pixels were drawn, of which `words` are words.
    function holds(drawn: real, words: real): real {
        return Math.round((drawn + words * (growth - 1)) * unit);
    }

    function mm(length: real): real {
        return Math.ceil(length / mmPerPixel);
    }

    // Spacing steps, named by their millimetres
    readonly property real gap2: px(8)
    readonly property real gap3: px(12)
    readonly property real gap4: px(16)
    readonly property real gap6: px(24)
    readonly property real gap8: px(32)
    readonly property real gap12: px(48)
    readonly property real gap16: px(64)
    readonly property real margin: (portrait ? px(48) : px(64)) + aside

    // Lines
    readonly property real hairline: Math.max(1, px(2))
    readonly property real edge: contrast ? px(4) : Math.max(1, px(2))
    readonly property real thickness: contrast ? px(10) : px(8)
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
    readonly property real hang: portrait ? px(34) : px(30)

    // Middles of the eight pegs over a part of this width.
    function pegs(width: real): list<real> {
        const middles = [];
        for (let i = 0; i < 8; ++i)
            middles.push(i * (width + gutter) / 8 + (width - 7 * gutter) / 16);
        return middles;
    }

    // The persistent bar
    readonly property real bar: elder && portrait ? px(290) : portrait ? holds(150, 35) : px(128)
    readonly property real barHere: px(10)
    readonly property real barHead: px(elder ? 72 : 56)

    // Above the beam
    readonly property real headerTop: px(36)
    readonly property real header: px(elder ? 72 : 56)
    readonly property real emblem: px(56)
    readonly property real panel: px(640) + aside
    readonly property real slimPanel: px(560) + aside

    // Low-reach: from the bottom of the page to the middle of the first thing to press, and the home screen's part below the beam.
    // `squat`: its boards are low, icon beside word.
    readonly property real lowRoom: portrait ? holds(1000, 300) : px(780)
    readonly property real lowHome: px(922)
    readonly property bool squat: low && portrait && growth === 1

    // Targets: 20 mm and 15 mm, with 3 mm unseen around
    readonly property real mainTarget: Math.max(px(84), mm(20.2))
    readonly property real target: Math.max(px(64), mm(15.2))
    readonly property real unseen: px(12)

    // Pictures
    readonly property real street: px(236)
    readonly property real streetHome: squat ? px(236) : portrait ? px(170) : px(130)
    readonly property real mascotHome: px(squat ? 280 : 216)
    readonly property real mascotWide: px(166)
    readonly property real clockRoom: px(272)

    // Icons
    readonly property real iconSmall: px(elder ? 56 : 36)
    readonly property real icon: px(elder ? 64 : 48)
    readonly property real iconBoard: px(elder ? 88 : growth > 1 ? 54 : 64)
    readonly property real iconLarge: px(elder ? 112 : 80)
    readonly property real iconVerdict: px(150)

    // Boards, rows, buttons
    readonly property real board: portrait ? px(150) : px(152)
    readonly property real squatBoard: px(234)
    readonly property real squatGap: px(16)
    readonly property real boardHeight: squat ? px(93) : elder ? px(350) : portrait ? holds(228, -40) : px(207)
    readonly property real boardGap: portrait ? px(17) : px(14)
    readonly property real boardIconTop: holds(portrait ? 46 : 34, -30)
    readonly property real boardRowGap: squat ? px(12) : portrait ? px(34) : px(32)
    readonly property real tallBoard: holds(258, 175)
    readonly property real wideBoard: holds(112, 35)
    readonly property real button: holds(112, 42)
    readonly property real mainButton: portrait ? holds(144, 44) : holds(168, 44)
    readonly property real backButton: elder ? px(portrait ? 160 : 130) : mainButton
    readonly property real ticketButton: elder ? px(320) : squat ? px(170) : portrait ? holds(200, 20) : px(growth > 1 ? 146 : 164)
    readonly property real ticketSpacing: growth > 1 || squat ? gap3 : portrait ? gap6 : gap4
    readonly property real elderBoards: px(1000)
    readonly property real elderRow: px(150)
    // A choice on one line, in the elder version.
    readonly property real elderLine: Math.max(px(elder ? 112 : 84), target)
    readonly property real notch: px(42)
    readonly property real row: holds(139, 77)
    readonly property real slimRow: holds(111, 172)
    readonly property real tag: holds(54, 35)
    readonly property real key: px(108)
    readonly property real keyGap: px(16)
    readonly property real candidate: holds(104, 15)
    readonly property real searchBar: Math.max(squat ? px(96) : holds(108, 20), mainTarget)
    readonly property real listsRow: squat ? px(138) : !portrait && growth > 1 ? 2 * target + gap4 : holds(portrait ? 146 : 136, 35)
    readonly property real quietBoard: Math.max(squat ? px(94) : portrait ? holds(112, 10) : px(92), target)

    // Entries in boards, page buttons, list states
    readonly property real boardHead: holds(60, 38)
    readonly property real rowInset: px(34)
    readonly property real figureColumn: holds(150, 125)
    readonly property real asideColumn: holds(190, 175)
    readonly property real slimLine: Math.max(holds(84, 42), target)
    readonly property real entryLine: holds(portrait ? 130 : 122, elder ? 77 : 125)
    readonly property real groupLine: holds(103, elder ? 77 : 172)
    readonly property real pageButton: portrait ? holds(104, 60) : holds(92, 60)
    readonly property real pageFoot: portrait ? px(24) : px(16)
    readonly property real tab: portrait ? holds(112, 38) : holds(104, 38)
    readonly property real listSearch: Math.max(portrait ? holds(108, 40) : holds(92, 40), mainTarget)
    readonly property real boardGapWide: px(growth > 1 ? 6 : 14)
    readonly property real pageButtonWidth: holds(300, 114)
    readonly property real mascotState: px(240)
    readonly property real stateRoom: px(560)
    readonly property real stateButton: px(400)
    readonly property real filterButton: Math.max(holds(84, 35), target)
    readonly property real sideBoard: holds(250, 175)
    readonly property real noticeDay: holds(190, 150)
    readonly property real regroupButton: holds(216, 140)
    readonly property real sideBoardHeight: Math.max(px(80), target, Math.round(1.2 * 35 * growth * unit))

    // Taking a number, the number in hand, the questions over a page
    readonly property real classBoard: portrait ? holds(270, 110) : holds(226, 110)
    readonly property real factsSheet: holds(182, 100)
    readonly property real factRow: holds(104, 42)
    readonly property real takeButton: elder ? px(portrait ? 210 : 160) : portrait ? holds(244, 60) : holds(176, 60)
    readonly property real leaveButton: holds(320, 200)
    readonly property real nextBoard: elder ? px(portrait ? 320 : 270) : portrait ? holds(338, 120) : holds(300, 120)
    readonly property real hungSheet: px(732)
    readonly property real slip: elder ? slipHead + holds(130, 40) : portrait ? px(946) : px(736)
    readonly property real slipWide: px(1040)
    readonly property real slipHead: px(elder ? portrait ? 610 : 480 : portrait ? 566 : 430)
    readonly property real codeSheet: px(860)
    readonly property real qrRoom: portrait ? px(elder ? 300 : 330) : px(270)
    readonly property real paperLine: holds(132, 125)
    readonly property real mascotDone: px(200)
    readonly property real mascotHelper: px(312)
    readonly property real mascotIdle: portrait ? px(390) : px(300)
    readonly property real mascotFault: elder ? px(200) : portrait ? px(308) : px(220)
    readonly property real streetIdle: portrait ? px(236) : px(130)
    readonly property real secondsSheet: elder ? holds(280, 90) : portrait ? px(300) : px(250)
    readonly property real stayButton: elder ? px(portrait ? 300 : 250) : portrait ? px(340) : px(250)
    readonly property real homeButton: elder ? px(portrait ? 180 : 124) : portrait ? px(220) : px(150)
    readonly property real helperRow: elder ? px(170) : portrait ? holds(258, 60) : holds(168, 60)
    readonly property real safeRow: elder ? holds(120, 50) : holds(122, 42)

    // Guide and proof: rows for reading, the tip, the verdict
    readonly property real readingRow: portrait ? holds(104, 60) : holds(82, 60)
    readonly property real readingFact: portrait ? holds(76, 35) : holds(70, 35)
    readonly property real readingHead: portrait ? holds(64, 38) : holds(52, 38)
    readonly property real readingEntry: portrait ? holds(116, 70) : holds(96, 70)
    readonly property real readingButton: portrait ? holds(192, 110) : holds(236, 110)
    readonly property real readingPager: portrait ? holds(440, 300) : growth > 2 ? 2 * proofTurn + gap4 : holds(600, 300)
    readonly property real proofTurn: portrait ? holds(148, 114) : holds(200, 75)
    readonly property real lesserDeed: holds(234, 114)
    readonly property real readingMark: holds(56, 40)
    readonly property real factLabel: holds(200, 175)
    readonly property real factCell: elder ? portrait ? holds(146, 90) : holds(90, 50) : portrait ? holds(176, 90) : holds(158, 90)
    readonly property real tip: portrait ? holds(132, 70) : holds(148, 70)
    readonly property real tipHead: holds(84, 35)
    readonly property real guideFoot: portrait ? holds(144, 42) : holds(148, 42)
    readonly property real proofFoot: portrait ? holds(132, 60) : holds(112, 80)
    readonly property real guideTicket: elder ? holds(420, 95) : px(growth > 1 ? 372 : 420)
    readonly property real listTicket: elder ? px(growth > 2 ? 364 : 430) : guideTicket
    readonly property real guideList: holds(128, 60)
    readonly property real guideListWide: elder ? holds(380, 60) : px(growth > 1 ? 360 : 380)
    readonly property real guidePager: holds(464, 330)
    readonly property real guidePagerButton: holds(158, 110)
    readonly property real guidePagerSide: holds(168, 110)
    readonly property real pill: holds(68, 35)
    readonly property real verdictBoard: elder ? portrait ? px(330) : holds(140, 140) : portrait ? holds(356, 20) : holds(194, 40)
    readonly property real verdictInset: px(14)
    readonly property real verdictLine: Math.max(1, px(3))

    // Questions and a person's list
    readonly property real answerBoard: portrait ? holds(440, 90) : holds(250, 90)
    readonly property real unsureBoard: growth > 2 ? px(180) : portrait ? holds(190, 140) : holds(168, 100)
    readonly property real questionFoot: elder ? px(portrait ? 150 : 142) : portrait ? holds(160, 42) : holds(112, 42)
    readonly property real iconAnswer: px(96)
    readonly property real step: px(18)
    readonly property real stepEdge: Math.max(1, px(4))
    readonly property real paperBar: px(84)
    readonly property real paperBars: px(420)
    readonly property real listHead: holds(80, 42)
    readonly property real tickRow: portrait ? holds(134, 77) : holds(118, 77)
    readonly property real tickBox: px(76)
    readonly property real boxEdge: px(5)
    readonly property real changeButton: holds(96, 35)
    readonly property real changeWide: growth > 2 ? px(255) : holds(196, 110)

    // Search: the field, the keypad and what stands over it
    readonly property real searchField: portrait ? holds(126, 42) : holds(104, 42)
    readonly property real searchCount: holds(284, 60)
    readonly property real keyTall: elder ? px(108) : holds(116, 35)
    readonly property real keyRowGap: px(12)
    readonly property real moreWords: holds(160, 110)
    readonly property real cursor: px(4)
    readonly property real askButton: portrait ? holds(440, 110) : holds(400, 130)
    readonly property real turnButton: holds(250, 120)
    readonly property real nearBoard: holds(148, 60)
    readonly property real keyboardPart: px(872)

    // 到我了吗: what is typed, the keys, how a number stands
    readonly property real turnField: elder ? px(portrait ? 164 : 150) : portrait ? holds(178, 60) : holds(150, 60)
    readonly property real turnCell: px(100)
    readonly property real turnBar: px(8)
    readonly property real turnLine: elder ? px(portrait ? 180 : 130) : portrait ? holds(156, 70) : holds(116, 40)
    readonly property real turnAction: elder ? px(portrait ? 150 : 110) : portrait ? holds(182, 42) : holds(120, 20)
    readonly property real turnSheet: elder ? px(portrait ? 470 : 426) : portrait ? holds(580, -230) : px(440)
    readonly property real turnHead: elder ? px(portrait ? 190 : 150) : portrait ? holds(230, -120) : px(160)
    readonly property real turnCalls: holds(148, 70)
    readonly property real turnCall: holds(84, 40)
    readonly property real turnTip: holds(104, 70)
    readonly property real turnDeed: elder ? px(portrait ? 200 : 130) : portrait ? holds(222, 70) : holds(168, 70)
    readonly property real turnMain: elder ? px(portrait ? 150 : 130) : portrait ? holds(176, 42) : holds(168, 42)
    readonly property real asideWide: px(316)
    readonly property real asideSlim: holds(232, 110)

    // A form of the hall's: the buttons beside it, how much it is enlarged at least
    readonly property real formSide: holds(540, 320) + aside
    readonly property real formGrowth: 1.8
    readonly property real formPlace: holds(96, 70)
}
