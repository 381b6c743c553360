// Hands the screen, the modes and the font families to the theme before any page is read, so that its bindings settle once.
import QtQuick

QtObject {
    required property real mmPerPixel
    required property real shortSide
    required property real longSide
    required property real mount
    required property bool portrait
    required property bool elder
    required property bool contrast
    required property bool low
    required property string hanziFamily
    required property string iconFamily

    Component.onCompleted: {
        Theme.mmPerPixel = mmPerPixel;
        Theme.shortSide = shortSide;
        Theme.longSide = longSide;
        Theme.mount = mount;
        Theme.portrait = portrait;
        Theme.elder = elder;
        Theme.contrast = contrast;
        Theme.low = low;
        Theme.hanziFamily = hanziFamily;
        Theme.iconFamily = iconFamily;
    }
}
