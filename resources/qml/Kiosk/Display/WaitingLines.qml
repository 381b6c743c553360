// Who waits, line by line; with a range of minutes where there is room for it and somebody can tell.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    required property QtObject lines
    required property int count
    required property bool waits
    readonly property int columns: count > 4 ? Math.ceil(count / 2) : Math.max(1, count)
    readonly property real part: width / columns
    // Where many windows leave little room, figures and words stand smaller: all of them, so that they can be compared.
    readonly property bool narrow: part < DisplayTheme.linePart

    height: DisplayTheme.lineBarTall

    Repeater {
        model: root.lines

        Item {
            id: line

            required property int index
            required property string key
            required property string name
            required property string waiting
            required property string wait
            required property string tone
            required property bool stopped
            readonly property bool slim: root.count > 4

            height: slim ? DisplayTheme.lineBarTall / 2 : DisplayTheme.lineBarTall
            width: root.part
            x: (index % root.columns) * root.part
            y: Math.floor(index / root.columns) * (height + DisplayTheme.counterGap)

            Rectangle {
                color: Theme.colour.ofTone(line.tone)
                height: parent.height - (line.slim ? DisplayTheme.counterGap : 0)
                radius: width / 2
                width: DisplayTheme.lineBar
            }
            Row {
                spacing: DisplayTheme.gap / 2
                x: DisplayTheme.lineIn
                y: line.slim ? (line.height - height) / 2 : 0

                Words {
                    id: letter

                    font.pixelSize: DisplayTheme.lineWords
                    lines: 1
                    strong: true
                    text: line.key
                }
                Words {
                    // 今日停办 stands in the place of the name: the letter tells which line it is.
                    readonly property string words: line.stopped ? line.wait : line.name
                    readonly property real room: line.width - letter.width - DisplayTheme.lineIn - 2 * DisplayTheme.gap

                    anchors.verticalCenter: letter.verticalCenter
                    font.pixelSize: Math.min(DisplayTheme.lineWords, Math.floor(room / Math.max(1, words.length)))
                    lines: 1
                    strong: line.stopped
                    text: words
                    visible: !line.slim
                }
                Words {
                    font.pixelSize: DisplayTheme.lineWords
                    lines: 1
                    text: line.stopped ? qsTr("停办") : qsTr("%1 人").arg(line.waiting)
                    visible: line.slim
                }
            }
            Words {
                id: figure

                font.pixelSize: root.narrow ? DisplayTheme.lineFigureSlim : DisplayTheme.lineFigure
                lines: 1
                strong: true
                text: line.waiting
                visible: !line.slim
                x: DisplayTheme.lineIn
                y: DisplayTheme.lineFigureAt - height / 2
            }
            Words {
                id: people

                anchors.baseline: figure.baseline
                anchors.left: figure.right
                anchors.leftMargin: DisplayTheme.lineFigureGap
                font.pixelSize: root.narrow ? DisplayTheme.lineWaitSlim : DisplayTheme.lineWait
                lines: 1
                text: qsTr("人等")
                visible: !line.slim
            }
            Words {
                anchors.baseline: figure.baseline
                anchors.left: people.right
                anchors.leftMargin: DisplayTheme.lineWaitIn
                color: Theme.colour.inkQuiet
                font.pixelSize: root.narrow ? DisplayTheme.lineWaitSlim : DisplayTheme.lineWait
                lines: 1
                text: line.wait
                visible: root.waits && !line.stopped && !line.slim && x + width + DisplayTheme.lineBar <= root.part
            }
        }
    }
}
