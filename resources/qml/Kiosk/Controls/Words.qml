// Words in the product's one family. Plain text only: catalogue words are data and never markup.
import QtQuick
import Kiosk.Theme

Text {
    id: root

    property bool strong: false
    // Longest line count before the end is cut with a mark; 0 is no limit.
    property int lines: 0
    // A beginning is enough here, the whole is a touch away.
    property bool excerpt: false

    color: Theme.colour.ink
    elide: lines > 0 ? Text.ElideRight : Text.ElideNone
    font.family: Theme.hanziFamily
    font.pixelSize: Theme.type.body
    font.weight: strong ? Font.Bold : Font.Normal
    bottomPadding: -Math.round(Theme.type.trimBottom * font.pixelSize)
    lineHeight: Theme.type.lineHeight
    maximumLineCount: lines > 0 ? lines : 99
    renderType: Text.QtRendering
    textFormat: Text.PlainText
    topPadding: -Math.round(Theme.type.trimTop * font.pixelSize)
    wrapMode: lines === 1 ? Text.NoWrap : Text.Wrap
}
