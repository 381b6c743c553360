// The one singleton: every colour, size, type size, icon and duration of all faces. No page holds a literal of its own.
// The root window binds the screen (`mmPerPixel`, `shortSide`, `portrait`), the modes and the two font families into it.
pragma Singleton
import QtQuick

QtObject {
    id: root

    // Millimetres per pixel of the calibrated screen; 0.248 is 21.5″ at 1080 × 1920.
    property real mmPerPixel: 0.248
    property real shortSide: 1080
    property bool portrait: true
    property bool elder: false
    property bool contrast: false
    property bool low: false
    property string language: "zh_CN"
    property string hanziFamily
    property string iconFamily

    // Pixels per design pixel of the 21.5″ drawings. Sizes in mm are floors: the layout grows with the screen's short side,
    // and on a small screen everything keeps its millimetres.
    readonly property real unit: Math.max(shortSide / 1080, 0.248 / mmPerPixel)

    readonly property Colours colour: Colours {
        contrast: root.contrast
    }
    readonly property Sizes size: Sizes {
        unit: root.unit
        portrait: root.portrait
        contrast: root.contrast
    }
    readonly property TypeScale type: TypeScale {
        unit: root.unit
    }
    readonly property Places place: Places {
        unit: root.unit
    }
    readonly property Icons icon: Icons {}
    readonly property Times time: Times {}
}
