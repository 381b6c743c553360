"""The one list model: reset only when it must."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kiosk.interface.shared.record_list import RecordList


@dataclass(frozen=True, slots=True)
class Line:
    key: str
    title: str


def told(rows: RecordList[Line]) -> list[str]:
    events: list[str] = []
    rows.modelReset.connect(lambda: events.append("reset"))
    rows.dataChanged.connect(lambda first, last: events.append(f"changed {first.row()}-{last.row()}"))
    rows.rowsInserted.connect(lambda _, first, last: events.append(f"inserted {first}-{last}"))
    rows.rowsRemoved.connect(lambda _, first, last: events.append(f"removed {first}-{last}"))
    return events


def test_roles_are_the_fields(qtbot: QtBot) -> None:
    rows = RecordList(Line)
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.show([Line("a", "一"), Line("b", "二")])
    names = {bytes(name.data()).decode(): role for role, name in rows.roleNames().items()}
    assert set(names) == {"key", "title"}
    assert rows.data(rows.index(1), names["title"]) == "二"
    assert rows.data(rows.index(1), 0) is None
    assert rows.data(rows.index(7), names["title"]) is None


def test_same_keys_are_a_change_other_keys_a_reset(qtbot: QtBot) -> None:
    rows = RecordList(Line)
    rows.show([Line("a", "一")])
    events = told(rows)
    rows.show([Line("a", "壹")])
    rows.show([Line("a", "壹")])
    rows.show([Line("b", "壹")])
    rows.show([])
    assert events == ["changed 0-0", "reset", "reset"]
    assert rows.rowCount() == 0


def test_rows_that_are_places_stay_and_show_what_stands_there_now(qtbot: QtBot) -> None:
    rows = RecordList(Line, places=True)
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    events = told(rows)
    rows.show([Line("a", "一"), Line("b", "二"), Line("c", "三")])
    rows.show([Line("d", "四"), Line("e", "五"), Line("f", "六")])
    rows.show([Line("g", "七")])
    rows.show([Line("g", "七"), Line("h", "八")])
    rows.show([])
    assert events == ["inserted 0-2", "changed 0-2", "removed 1-2", "changed 0-0", "inserted 1-1", "removed 0-1"]
    assert rows.rows == ()
