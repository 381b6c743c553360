"""RecordList: the one list model of all faces. Rows are frozen dataclasses, their fields are the roles.

Elsewhere: when a view changes (showing.py), the rows (each page).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex

Row = TypeVar("Row")
_DISPLAY_ROLE = 0  # Qt.DisplayRole. Naming the Qt namespace costs 25 ms of the first frame: PySide6 builds all its enums.
_FIRST_ROLE = 0x0100 + 1  # Qt.UserRole + 1


class RecordList(QAbstractListModel, Generic[Row]):
    """Shows rows of one dataclass. `key` names the field that tells one row from another.

    The same keys in the same order are told as changed data, so that delegates (and a finger on one) stay; anything else is a reset.
    With `places` the rows of a page are its places: delegates stay and show whatever row stands there now, only the last come and go. Such
    a delegate binds its key to `Pressable.identity`, or a finger lifted from what was one row is taken as a tap on another.
    """

    def __init__(self, row_type: type[Row], key: str = "key", *, places: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._names = [f.name for f in fields(row_type)]  # type: ignore[arg-type]  # a dataclass by contract
        self._key = key
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Replace the rows, with as little change for the delegates as is true."""
        new = tuple(rows)
        if new == self._rows:
            return
        same_keys = [getattr(r, self._key) for r in new] == [getattr(r, self._key) for r in self._rows]
        if same_keys or self._places:
            self._show_in_place(new)
        else:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()

    def _show_in_place(self, new: tuple[Row, ...]) -> None:
        old = self._rows
        common = min(len(old), len(new))
        if len(old) > common:
            self.beginRemoveRows(QModelIndex(), common, len(old) - 1)
            self._rows = old[:common]
            self.endRemoveRows()
        if old[:common] != new[:common]:
            self._rows = new[:common]
            self.dataChanged.emit(self.index(0), self.index(common - 1))
        if len(new) > common:
            self.beginInsertRows(QModelIndex(), common, len(new) - 1)
            self._rows = new
            self.endInsertRows()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY_ROLE) -> Any:  # noqa: ANN401
        position = role - _FIRST_ROLE
        if not index.isValid() or not 0 <= position < len(self._names):
            return None
        return getattr(self._rows[index.row()], self._names[position])

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST_ROLE + i: QByteArray(name.encode()) for i, name in enumerate(self._names)}
