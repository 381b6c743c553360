// STUB of NoticesPage: to be replaced by its owner.
import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

HallPage {
    id: root

    required property NoticesViewModel viewModel

    looking: [
        Words {
            font.pixelSize: Theme.type.title
            strong: true
            text: root.viewModel.title
        }
    ]
}
