// Page buttons in the foot of a guide or proof, beside its main button: narrower than those under a list, the page between them.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property ReadingViewModel viewModel

    Button {
        available: root.viewModel.page > 1
        glyph: Theme.icon.previous
        height: parent.height
        label: qsTr("上一页")
        labelSize: Theme.type.fact
        stacked: true
        width: Theme.size.readingButton

        onActivated: root.viewModel.previous()
    }
    Column {
        anchors.centerIn: parent
        spacing: Theme.size.gap4

        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            font.pixelSize: Theme.type.fact
            strong: true
            text: qsTr("第 %1 页").arg(root.viewModel.page)
        }
        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.colour.inkQuiet
            text: qsTr("共 %1 页").arg(root.viewModel.pages)
        }
    }
    Button {
        anchors.right: parent.right
        available: root.viewModel.page < root.viewModel.pages
        glyph: Theme.icon.next
        height: parent.height
        label: qsTr("下一页")
        labelSize: Theme.type.fact
        stacked: true
        width: Theme.size.readingButton

        onActivated: root.viewModel.next()
    }
}
