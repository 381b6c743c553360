// 大厅 or 街上: told apart by the word as well as by the tint.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Tag {
    id: root

    required property bool fromHall

    color: fromHall ? Theme.colour.tintBlue : Theme.colour.stub
    wordsColour: fromHall ? Theme.colour.civic : Theme.colour.inkQuiet
}
