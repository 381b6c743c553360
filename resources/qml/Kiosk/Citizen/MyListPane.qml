// The papers of a person's list, page by page: those to tick on a board that hangs from the beam, the other groups on sheets.
// It measures its rows and tells the view model, which says what stands on this page.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Item {
    id: root

    required property MyListViewModel viewModel
    // One per row: where it stands on this page; null for rows of other pages.
    property var places: []
    // The board under the rows that can be ticked; null where this page has none.
    property var board: null

    // Calls that were put off may come while the pane is being put away, when rows and even functions have gone.
    property bool standing: true

    function measure(): void {
        if (root.standing !== true)
            return;
        const heights = [];
        for (let i = 0; i < rows.count; ++i) {
            const row = rows.itemAt(i) as MyListRow;
            if (!row)
                return;
            heights.push(row.wholeHeight);
        }
        // The board is thicker than its rows.
        root.viewModel.measured(heights, root.height - Theme.size.thickness);
        root.layOut();
    }
    function layOut(): void {
        const placed = [];
        let run = null;
        let y = 0;
        for (let i = 0; i < rows.count; ++i) {
            if (i < root.viewModel.firstRow || i > root.viewModel.lastRow) {
                placed.push(null);
                continue;
            }
            const row = rows.itemAt(i) as MyListRow;
            if (!row)
                return;
            const boarded = row.kind === "head" || row.kind === "tick";
            const last = i === root.viewModel.lastRow || (rows.itemAt(i + 1) as MyListRow)?.kind !== "tick";
            placed.push({
                "y": boarded ? y : y + Theme.size.gap4,
                "first": boarded && run === null,
                "last": boarded && last
            });
            if (boarded) {
                run = run ?? {
                    "y": y,
                    "height": Theme.size.thickness
                };
                run.height += row.wholeHeight;
            }
            y += row.wholeHeight + (boarded && last ? Theme.size.thickness : 0);
        }
        root.places = placed;
        root.board = run;
    }

    Component.onDestruction: standing = false
    onHeightChanged: Qt.callLater(measure)

    Connections {
        function onViewChanged(): void {
            root.layOut();
            Qt.callLater(root.measure);
        }

        target: root.viewModel
    }
    Face {
        height: root.board?.height ?? 0
        visible: root.board !== null
        width: root.width
        y: root.board?.y ?? 0
    }
    Repeater {
        id: rows

        model: root.viewModel.rows

        onItemAdded: Qt.callLater(root.measure)

        MyListRow {
            readonly property var place: root.places[index] ?? null

            first: place?.first ?? false
            last: place?.last ?? false
            visible: place !== null
            width: root.width
            y: place?.y ?? 0

            onAskedWhy: root.viewModel.askWhy(key)
            onLooked: root.viewModel.look(key)
            onTurned: root.viewModel.turn(key)
            onWholeHeightChanged: Qt.callLater(root.measure)
        }
    }
}
