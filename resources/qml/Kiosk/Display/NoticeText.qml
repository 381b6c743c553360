// A notice in full.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property string title
    required property string words

    height: DisplayTheme.mainHeight
    width: DisplayTheme.rowsWide

    Words {
        id: title

        font.pixelSize: root.title.length > 15 ? DisplayTheme.noticeLongTitle : DisplayTheme.noticeTitle
        lineHeight: DisplayTheme.lineHeight
        lines: 2
        strong: true
        text: root.title
        width: parent.width
        y: DisplayTheme.noticeIn
    }
    Words {
        anchors.top: title.bottom
        anchors.topMargin: DisplayTheme.noticeIn
        // What a notice may be at most (300 characters) still fits: long ones stand smaller.
        font.pixelSize: root.words.length > 120 ? DisplayTheme.rowDetail : DisplayTheme.noticeWords
        lines: root.words.length > 120 ? 10 : 6
        text: root.words
        width: parent.width
    }
}
