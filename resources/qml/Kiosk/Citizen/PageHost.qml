// Holds one page: made when first needed or, once the first screen stands, in idle time; then kept, so that pages change at once.
// For half a second after it came up a page takes no tap: the second tap of a trembling finger belongs to the page before.
import QtQuick
import Kiosk.Theme
import Kiosk.CitizenModels

Loader {
    id: root

    required property CitizenViewModel citizen
    required property string page
    required property string file
    readonly property bool shown: page === citizen.page
    readonly property bool wanted: shown || citizen.made.indexOf(page) >= 0

    // `asynchronous` is set here and never bound: a Loader that becomes synchronous while it loads starts over without the properties.
    function make(): void {
        if (!root.wanted || root.status === Loader.Ready || (root.status === Loader.Loading && !root.shown))
            return;
        root.source = "";
        root.asynchronous = !root.shown;
        root.setSource(root.file, {
            "viewModel": root.citizen.model(root.page)
        });
    }

    // A page that is not seen is put away, to be made anew in idle time.
    function putAway(): void {
        if (root.shown || root.status === Loader.Null)
            return;
        root.source = "";
        Qt.callLater(root.make);
    }

    anchors.fill: parent
    enabled: shown && !settling.running
    visible: shown

    Component.onCompleted: make()
    onShownChanged: {
        if (!shown)
            return;
        make();
        settling.restart();
    }
    onStatusChanged: {
        if (status === Loader.Error && shown)
            citizen.pageBroken(page);
    }
    onWantedChanged: make()

    Timer {
        id: settling

        interval: Theme.time.secondTap
    }
}
