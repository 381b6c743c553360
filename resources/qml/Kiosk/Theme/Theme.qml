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

    // Pixels per pixel of the drawings, which are 1080 wide: the layout grows with the screen's short side. Millimetres are floors
    // under it: on a small screen words and targets keep theirs, and what holds words grows with them.
    readonly property real unit: shortSide / 1080

    readonly property Colours colour: Colours {
        contrast: root.contrast
    }
    readonly property Sizes size: Sizes {
        unit: root.unit
        portrait: root.portrait
        contrast: root.contrast
        elder: root.elder
        growth: root.type.growth
        mmPerPixel: root.mmPerPixel
    }
    readonly property TypeScale type: TypeScale {
        unit: root.unit
        elder: root.elder
        mmPerPixel: root.mmPerPixel
    }
    readonly property Places place: Places {
        unit: root.unit
        elder: root.elder
        growth: root.type.growth
    }
    readonly property Icons icon: Icons {}
    readonly property Times time: Times {}
}
