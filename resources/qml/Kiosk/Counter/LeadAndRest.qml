// A sentence whose beginning is bold, on as many lines as it needs: bold and rest side by side on one line, else the bold part on its own.
import QtQuick
import Kiosk.Theme

Item {
    id: root

    required property string lead
    required property string rest
    required property color ink
    property real size: StaffTheme.second
    readonly property bool oneLine: first.implicitWidth + second.implicitWidth <= width

    implicitHeight: oneLine ? first.height : first.height + second.height
    implicitWidth: first.implicitWidth + second.implicitWidth

    Line {
        id: first

        color: root.ink
        font.pixelSize: root.size
        strong: true
        text: root.lead
        width: Math.min(implicitWidth, root.width)
    }
    Line {
        id: second

        color: root.ink
        font.pixelSize: root.size
        lineHeight: StaffTheme.tightLineHeight
        lines: 2
        text: root.rest
        width: root.oneLine ? root.width - first.width : root.width
        x: root.oneLine ? first.width : 0
        y: root.oneLine ? 0 : first.height
    }
}
