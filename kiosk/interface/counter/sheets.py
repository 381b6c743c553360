"""What lies over the window when it is asked for: all keys (F1), the counter's 好差评 code for the citizen (Ctrl+Q).

Elsewhere: the keys themselves (keyboard.py), the codes (infrastructure.rating_codes).
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.interface.counter.keyboard import KEY_PAGE
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal
from kiosk.interface.shared.qr_picture import QrPicture
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.showing import Showing

QML_IMPORT_NAME = "Kiosk.CounterModels"
QML_IMPORT_MAJOR_VERSION = 1

COLUMNS = ((0, 2), (1, 3), (4,))
"""Which groups of keys stand in which column."""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A head has no `caps`."""

    key: str
    caps: str
    does: str
    when: str


def key_rows(column: int) -> list[KeyRow]:
    rows = []
    for group in COLUMNS[column]:
        title, lines = KEY_PAGE[group]
        rows.append(KeyRow(title, "", title, ""))
        rows += [KeyRow(f"{title}-{position}", "+".join(line.caps), line.does, line.when) for position, line in enumerate(lines)]
    return rows


@dataclass(frozen=True, slots=True)
class SheetsView:
    """`rating` None: this counter has no code. `host`: where it leads, for the clerk."""

    rating: QrPicture | None = None
    host: str = ""


@QmlElement
@QmlUncreatable("made by the role")
class SheetsViewModel(QObject, Showing[SheetsView]):
    viewChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = SheetsView()
        self._columns: list[RecordList[KeyRow]] = []
        for column in range(len(COLUMNS)):
            rows: RecordList[KeyRow] = RecordList(KeyRow, parent=self)
            rows.show(key_rows(column))
            self._columns.append(rows)

    def show_rating(self, picture: QrPicture | None, host: str) -> None:
        self._show(SheetsView(picture, host))

    @Property("QVariantList", notify=viewChanged)
    def columns(self) -> list[QObject]:
        return list(self._columns)

    @Property(str, notify=viewChanged)
    def ratingSource(self) -> str:
        return self._view.rating.source if self._view.rating is not None else ""

    @Property(int, notify=viewChanged)
    def ratingModules(self) -> int:
        return self._view.rating.modules if self._view.rating is not None else 0

    @Property(str, notify=viewChanged)
    def ratingHost(self) -> str:
        return self._view.host
