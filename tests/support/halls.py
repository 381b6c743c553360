"""Halls for tests: values, a clock that stands where it is put, and data directories on real SQLite files.

`data` is a fresh data directory that has seen first use (copied from one made once a session); `parts` are the parts on it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from kiosk.domain.hall import Counter, CounterId, DayKind, Hall, HallCalendar, Line, OpeningHours, Period, SpecialDay
from kiosk.domain.numbering import LineId
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts

CHECKOUT = Path(__file__).resolve().parents[2]
SHANGHAI = timezone(timedelta(hours=8))
MONDAY_TEN = datetime(2026, 11, 23, 10, 0, tzinfo=SHANGHAI)

MORNING = Period(time(9), time(12))
AFTERNOON = Period(time(13), time(17))
HOURS = OpeningHours(dict.fromkeys(range(5), (MORNING, AFTERNOON)), (MORNING, AFTERNOON))
CALENDAR = HallCalendar(
    {
        **{date(2026, 10, day): SpecialDay(date(2026, 10, day), DayKind.HOLIDAY, "国庆节") for day in range(1, 8)},
        date(2026, 10, 10): SpecialDay(date(2026, 10, 10), DayKind.WORKDAY, "国庆节"),
    },
    frozenset({2026}),
)


def hall(*, live: bool = False, minutes: int = 8, counters: tuple[tuple[int, str], ...] = ((1, "ABH"), (2, "AB"), (3, "AB"))) -> Hall:
    """The demo hall's shape; `counters` are (number, lines)."""
    return Hall(
        name="测试大厅",
        live=live,
        lines=tuple(Line(LineId(name), name, name, minutes) for name in "ABH"),
        counters=tuple(Counter(CounterId(number), tuple(LineId(line) for line in lines)) for number, lines in counters),
        hours=HOURS,
        place="听叫号",
    )


@dataclass
class StandingClock:
    """Shows what it is set to."""

    moment: datetime = field(default=MONDAY_TEN)

    def now(self) -> datetime:
        return self.moment


@pytest.fixture(scope="session")
def first_use(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hall")
    parts = Parts(data=DataDirectory(folder), environment={})
    parts.prepare()
    parts.close()
    return folder


@pytest.fixture
def data(first_use: Path, tmp_path: Path) -> DataDirectory:
    shutil.copytree(first_use, tmp_path / "data")
    return DataDirectory(tmp_path / "data")


@pytest.fixture
def parts(data: DataDirectory) -> Iterator[Parts]:
    made = Parts(data=data, environment={"KIOSK_NOW": MONDAY_TEN.isoformat()})
    yield made
    made.close()


@dataclass(frozen=True)
class Answer:
    """What a command line said."""

    code: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        return json.loads(self.out)


def command(data: DataDirectory, *words: str, now: str = MONDAY_TEN.isoformat(), **start: Any) -> Answer:
    """Runs `kiosk` as a process of its own and waits for it."""
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", *words, "--data", str(data.root)],
        capture_output=True, env=environment(now), cwd=CHECKOUT, timeout=120, check=False, **start,
    )  # fmt: skip
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def environment(now: str) -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KIOSK_")}
    return {**kept, "KIOSK_NOW": now} if now else kept
