// A picture from resources/pictures, drawn once at the size it is shown in: the software renderer scales nothing live.
import QtQuick

Image {
    id: root

    required property string file

    Accessible.ignored: true
    fillMode: Image.PreserveAspectFit
    source: Qt.resolvedUrl("../../../pictures/" + file + ".svg")
    sourceSize.height: height
}
