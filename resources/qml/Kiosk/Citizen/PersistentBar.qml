// 返回 · 首页 · 找金小二 · 大字版 · 朗读 · 低位 · 语言 at the same place on every screen. Seven places; one without a working deed stays empty.
// Equal cells where the words fit them, else each has what its word needs. The elder version has two rows on upright screens.
import QtQuick
import Kiosk.Theme
import Kiosk.CitizenModels

Rectangle {
    id: root

    required property CitizenViewModel citizen
    // Hanzi of the seven words.
    readonly property list<int> letters: [2, 2, 4, 3, 2, 2, 2]
    readonly property int elderPlace: 3
    readonly property int lowPlace: 5
    readonly property bool twoRows: Theme.elder && Theme.portrait
    readonly property bool beside: !Theme.portrait || Theme.elder
    readonly property real cellHeight: twoRows ? height / 2 : height
    readonly property real iconRoom: Theme.size.icon + Theme.size.gap4
    // The row with the most words decides for all whether their icons have room.
    readonly property real tightest: Math.min(share(0, iconRoom), share(3, iconRoom))
    readonly property bool pictured: !beside || tightest >= Theme.size.gap4

    // First and last place of the row that a place is in.
    function first(place: int): int {
        return twoRows && place > 2 ? 3 : 0;
    }
    function last(place: int): int {
        return twoRows && place < 3 ? 2 : 6;
    }
    function need(place: int, icon: real): real {
        return letters[place] * Theme.type.body + (beside ? icon : 0);
    }
    // What is left for each cell of a row when all its words stand there.
    function share(place: int, icon: real): real {
        let used = 0;
        for (let i = first(place); i <= last(place); ++i)
            used += need(i, icon);
        return (width - used) / (last(place) - first(place) + 1);
    }
    function cellWidth(place: int): real {
        const equal = width / (last(place) - first(place) + 1);
        const icon = pictured ? iconRoom : 0;
        return !Theme.elder && need(2, icon) < equal ? equal : need(place, icon) + share(place, icon);
    }
    function cellX(place: int): real {
        let before = 0;
        for (let i = first(place); i < place; ++i)
            before += cellWidth(i);
        return before;
    }

    color: Theme.colour.surface
    height: Theme.size.bar

    Rectangle {
        color: Theme.colour.edge
        height: Theme.size.hairline
        width: parent.width
    }
    Rectangle {
        color: Theme.colour.edge
        height: Theme.size.hairline
        visible: root.twoRows
        width: parent.width
        y: root.cellHeight
    }
    BarCell {
        available: root.citizen.canGoBack
        beside: root.beside
        glyph: Theme.icon.back
        height: root.cellHeight
        label: qsTr("返回")
        pictured: root.pictured
        width: root.cellWidth(0)

        onActivated: root.citizen.goBack()
    }
    BarCell {
        beside: root.beside
        glyph: Theme.icon.home
        height: root.cellHeight
        here: root.citizen.page === "home"
        label: qsTr("首页")
        pictured: root.pictured
        width: root.cellWidth(1)
        x: root.cellX(1)

        onActivated: root.citizen.goHome()
    }
    BarCell {
        beside: root.beside
        golden: true
        height: root.cellHeight
        here: root.citizen.page === "helper"
        label: qsTr("找金小二")
        pictured: root.pictured
        width: root.cellWidth(2)
        x: root.cellX(2)

        onActivated: root.citizen.goHelper()
    }
    BarCell {
        beside: root.beside
        checkable: true
        checked: root.citizen.elder
        glyph: Theme.icon.enlarge
        height: root.cellHeight
        label: qsTr("大字版")
        pictured: root.pictured
        width: root.cellWidth(root.elderPlace)
        x: root.cellX(root.elderPlace)
        y: root.twoRows ? root.cellHeight : 0

        onActivated: root.citizen.toggleElder()
    }
    BarCell {
        beside: root.beside
        checkable: true
        checked: root.citizen.low
        glyph: Theme.icon.low
        height: root.cellHeight
        label: qsTr("低位")
        pictured: root.pictured
        visible: Theme.lowOffered
        width: root.cellWidth(root.lowPlace)
        x: root.cellX(root.lowPlace)
        y: root.twoRows ? root.cellHeight : 0

        onActivated: root.citizen.toggleLow()
    }
}
