// Type sizes in pixels. The face's Hanzi ink is 0.876 em: body 35 is 7.6 mm at 21.5″. Nothing on screen is smaller.
// On a small screen, and in the elder version, what would be less than its millimetres grows; what is larger anyway stays.
import QtQuick

QtObject {
    id: root

    required property real unit
    required property real mmPerPixel
    required property bool elder

    // The least ink of a Hanzi in millimetres, and never under 24 pixels.
    readonly property real leastInk: elder ? 12.1 : 7.45
    readonly property real least: Math.max(leastInk / mmPerPixel / 0.876, 24)
    // How much larger words are than drawn; what holds them grows with them (Sizes).
    readonly property real growth: Math.round(1000 * Math.max((elder ? 60 : 35) * unit, least) / (35 * unit)) / 1000

    // The elder version on a small screen: what may be left out is left out.
    readonly property bool scarce: growth > 2

    function px(drawn: real): int {
        return Math.max(body, Math.round(drawn * unit));
    }

    readonly property int body: Math.ceil(Math.max((elder ? 60 : 35) * unit, least))
    readonly property int fact: px(elder ? 62 : 38)
    readonly property int row: px(elder ? 68 : 42)
    readonly property int lead: px(elder ? 78 : 48)
    readonly property int section: px(elder ? 90 : 56)
    readonly property int count: px(elder ? 104 : 64)
    readonly property int call: px(elder ? 122 : 76)
    readonly property int title: px(elder ? 128 : 84)
    readonly property int questionTitle: px(elder ? 120 : 96)
    readonly property int clock: px(elder ? 84 : 90)
    readonly property int board: px(elder ? 84 : 42)
    readonly property int deed: px(elder ? 168 : 76)
    readonly property int bigCount: px(130)
    readonly property int question: px(170)
    readonly property int lowQuestion: px(124)
    readonly property int verdict: px(190)
    readonly property int number: px(elder ? 310 : 340)
    readonly property int wideNumber: px(elder ? 220 : 236)

    // Line height as a share of the face's own (1.448 em): reading is 1.4 em (elder 1.5), words on boards stand closer.
    readonly property real lineHeight: elder ? 1.036 : 0.97
    readonly property real tightLineHeight: 0.8

    // The face leaves more air above Hanzi than below; trimmed by these shares of the size, a line of Hanzi sits in the middle of its box.
    readonly property real trimTop: 0.22
    readonly property real trimBottom: 0.1
    readonly property real keySpacing: 4 * unit

    // The width at which words of this advance and size fill their lines evenly, so that no line is a single Hanzi; `room` where one line does.
    function evenWidth(advance: real, room: real, size: real): real {
        const lines = Math.ceil(advance / room);
        return lines > 1 ? Math.min(room, Math.ceil(advance / lines) + size) : room;
    }
}
