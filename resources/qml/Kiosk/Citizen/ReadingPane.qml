// What is read, page by page: rows for reading on sheets, entries to press on the paper between them. The page buttons stand in the foot of the page.
// It measures its rows and tells the view model, which says what stands on this page.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property ReadingViewModel viewModel
    // One per row: where it stands on this page; null for rows of other pages.
    property var places: []
    // The sheets under the rows that are read together.
    property var sheets: []

    // Calls that were put off may come while the pane is being put away, when rows and even functions have gone.
    property bool standing: true

    // The height of each row; empty while one is not there.
    function heights(): list<real> {
        const measured = [];
        for (let i = 0; i < rows.count; ++i) {
            const row = rows.itemAt(i) as ReadingLine;
            if (!row)
                return [];
            measured.push(row.implicitHeight);
        }
        return measured;
    }
    function measure(): void {
        // Without a width every character is a line.
        if (root.standing !== true || root.width <= 0 || root.height <= 0)
            return;
        // Rows whole again, then parted, then in pages: at once, so that nobody sees what stands between.
        for (let round = 0; round < 3; ++round) {
            if (root.viewModel.measured(root.heights(), root.width, root.height))
                break;
        }
        root.layOut();
    }
    function layOut(): void {
        const placed = [];
        const runs = [];
        let y = 0;
        for (let i = 0; i < rows.count; ++i) {
            if (i < root.viewModel.firstRow || i > root.viewModel.lastRow) {
                placed.push(null);
                continue;
            }
            const row = rows.itemAt(i) as ReadingLine;
            if (!row)
                return;
            const before = i > root.viewModel.firstRow ? rows.itemAt(i - 1) as ReadingLine : null;
            const starts = row.sheeted && !(before?.sheeted ?? false);
            if (starts)
                runs.push({
                    "y": y,
                    "height": 0
                });
            if (row.sheeted)
                runs[runs.length - 1].height += row.implicitHeight;
            placed.push({
                "y": y,
                "first": starts,
                "lined": row.sheeted && !starts && before?.kind !== "heading",
                "last": false
            });
            if (before?.sheeted && !row.sheeted)
                placed[i - 1].last = true;
            y += row.implicitHeight;
        }
        if (root.viewModel.lastRow >= 0 && root.viewModel.lastRow < rows.count)
            placed[root.viewModel.lastRow].last = true;
        root.places = placed;
        root.sheets = runs;
    }

    Component.onDestruction: standing = false
    onHeightChanged: Qt.callLater(measure)
    onWidthChanged: Qt.callLater(measure)

    Connections {
        function onViewChanged(): void {
            root.layOut();
            Qt.callLater(root.measure);
        }

        target: root.viewModel
    }
    Repeater {
        model: root.sheets

        Sheet {
            required property var modelData

            height: modelData.height
            width: root.width
            y: modelData.y
        }
    }
    Repeater {
        id: rows

        model: root.viewModel.rows

        onItemAdded: Qt.callLater(root.measure)

        ReadingLine {
            readonly property var place: root.places[index] ?? null

            first: place?.first ?? false
            height: implicitHeight
            last: place?.last ?? false
            lined: place?.lined ?? false
            visible: place !== null
            width: root.width
            y: place?.y ?? 0

            room: root.height

            onChosen: root.viewModel.choose(key)
            onLooked: root.viewModel.look(leads)
            onImplicitHeightChanged: Qt.callLater(root.measure)
        }
    }
}
