// Type sizes in pixels. The face's Hanzi ink is 0.876 em: body 35 is 7.6 mm at 21.5″. Nothing on screen is smaller.
import QtQuick

QtObject {
    id: root

    required property real unit

    readonly property int body: Math.round(35 * unit)
    readonly property int fact: Math.round(38 * unit)
    readonly property int row: Math.round(42 * unit)
    readonly property int lead: Math.round(48 * unit)
    readonly property int section: Math.round(56 * unit)
    readonly property int count: Math.round(64 * unit)
    readonly property int call: Math.round(76 * unit)
    readonly property int title: Math.round(84 * unit)
    readonly property int clock: Math.round(90 * unit)
    readonly property int bigCount: Math.round(130 * unit)
    readonly property int question: Math.round(170 * unit)
    readonly property int verdict: Math.round(190 * unit)
    readonly property int number: Math.round(340 * unit)
    readonly property int wideNumber: Math.round(236 * unit)

    // Line height as a share of the face's own (1.448 em): reading is 1.4 em, words on boards stand closer.
    readonly property real lineHeight: 0.97
    readonly property real tightLineHeight: 0.8

    // The face leaves more air above Hanzi than below; trimmed by these shares of the size, a line of Hanzi sits in the middle of its box.
    readonly property real trimTop: 0.22
    readonly property real trimBottom: 0.1
    readonly property real keySpacing: 4 * unit
}
