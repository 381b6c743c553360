// The one singleton: every colour, size, type size, icon and duration of all faces. No page holds a literal of its own.
// The root window binds the screen (`mmPerPixel`, `shortSide`, `portrait`), the modes and the two font families into it.
pragma Singleton
import QtQuick

QtObject {
    id: root

    // Millimetres per pixel of the calibrated screen; 0.248 is 21.5″ at 1080 × 1920.
    property real mmPerPixel: 0.248
    property real shortSide: 1080
    property real longSide: 1920
    // Millimetres from the floor to the screen's lower edge.
    property real mount: 800
    property bool portrait: true
    property bool elder: false
    property bool contrast: false
    property bool low: false
    property string language: "zh_CN"
    property string hanziFamily
    property string iconFamily

    // Pixels per pixel of the drawings, which are 1080 wide: the layout grows with the screen's short side. Millimetres are floors
    // under it: on a small screen words and targets keep theirs, and what holds words grows with them.
    readonly property real drawnUnit: shortSide / 1080
    readonly property real unit: drawnUnit * (low ? lowShare : 1)

    // Low-reach: what is pressed lies below 1,200 mm. So many pixels of the screen do, and so many the tallest page needs as it is drawn.
    readonly property real reach: Math.max(0, 1200 - mount) / mmPerPixel
    readonly property real lowNeed: drawnUnit * (portrait ? elder ? 1516 : 1156 : 914)
    // On a large screen the page is smaller then, and stands in the lower middle as on a smaller screen; words keep their least size.
    readonly property real lowShare: Math.min(1, Math.max(reach / lowNeed, type.least / (drawnUnit * (elder ? 60 : 35))))
    // No deed where it changes nothing: a small wide screen is low as it hangs.
    readonly property bool lowOffered: portrait || lowShare < 1

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
        low: root.low
        aside: root.low ? Math.max(0, ((root.portrait ? root.shortSide : root.longSide) - (root.portrait ? 1080 : 1920) * root.unit) / 2) : 0
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
