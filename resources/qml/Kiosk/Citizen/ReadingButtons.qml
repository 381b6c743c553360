// The page buttons of what is read on a guide or a proof, beside its main button: narrower than those under a list.
import QtQuick
import Kiosk.CitizenModels

PageTurner {
    id: root

    required property ReadingViewModel viewModel

    page: viewModel.page
    pages: viewModel.pages

    onNext: viewModel.next()
    onPrevious: viewModel.previous()
}
