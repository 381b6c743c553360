"""A sentence for every refusal and every missing thing, and how each of them reads."""

import re
from datetime import timedelta

import pytest

from kiosk.application import unavailable as away
from kiosk.application.unavailable import PrintCause, Unavailable
from kiosk.domain import refusals
from kiosk.domain.queueing import PrintState
from kiosk.domain.refusals import HallClosed, Refused
from kiosk.interface.shared.sentences import print_words, sentence
from tests.support.halls import MONDAY_TEN

LATER = MONDAY_TEN + timedelta(hours=5)

EXAMPLES: list[Refused | Unavailable] = [
    *(
        HallClosed(reason=reason, opens_at=opens_at, closes_at=None, day_name=day_name, assumed=assumed)
        for reason in ("lunch", "before_opening", "after_closing", "closed_day")
        for opens_at in (LATER, None)
        for day_name in ("国庆节", None)
        for assumed in (True, False)
    ),
    refusals.BeyondClosing(line="A", ahead=30, wait_low=90, minutes_left=20, closes_at=LATER),
    refusals.UnknownLine(line="Z" * 4096, lines=("A", "B")),
    refusals.UnknownItem(item="WHL-\x07999"),
    refusals.UnknownCounter(counter=9, counters=(1, 2)),
    refusals.UnknownTicket(number="A001", day="2026-11-23"),
    refusals.RequestReused(request_id="r", number="A001"),
    refusals.PauseBetweenTickets(seconds_left=20),
    refusals.NobodyWaiting(counter=1),
    refusals.AlreadyCalled(number="A001", counter=2),
    refusals.AlreadyCalled(number="A001", counter=None),
    refusals.CounterServesNothing(counter=1),
    refusals.ForbiddenOnLiveHall(act="counter-call"),
    *(away.DatabaseUnavailable(reason=reason, path="/d/kiosk.sqlite3") for reason in ("locked", "disk", "away", "missing")),
    away.DatabaseNewer(path="/d/kiosk.sqlite3", revision="9"),
    away.DatabaseDamaged(path="/d/kiosk.sqlite3"),
    away.DatabaseUnsupported(kind="postgresql"),
    away.DataFolderReadOnly(path="/d"),
    away.DiskFull(path="/d"),
    away.FirstUsePending(seconds=30),
    away.SettingsMalformed(path="/d/hall.toml", faults=("hall.name：没写；写上。",)),
    away.EditionMissing(path="/d/editions"),
    away.EditionNewer(path="/d/editions", format=9),
    away.EditionDamaged(path="/d/editions"),
    *(away.PrinterUnavailable(reason=reason) for reason in PrintCause),
    away.FontMissing(),
    away.DisplayMissing(),
    away.AlreadyRunning(role="citizen"),
    away.SqliteTooOld(version="3.31.1"),
]


def family(head: type[Exception]) -> set[type[Exception]]:
    return {head}.union(*(family(child) for child in head.__subclasses__()))


def test_every_class_has_a_sentence() -> None:
    wanted = {kind for kind in (family(Refused) | family(Unavailable)) - {Refused, Unavailable} if kind.__module__.startswith("kiosk")}
    assert {type(example) for example in EXAMPLES} == wanted


@pytest.mark.parametrize("problem", EXAMPLES, ids=lambda problem: type(problem).__name__)
def test_a_sentence_is_plain_and_short_and_shows_nothing_raw(problem: Refused | Unavailable) -> None:
    words = sentence(problem)
    assert words.endswith("。")
    assert words.isprintable()
    assert len(words) < 120
    assert not re.search(r"None|！|!|知悉|\{|\}|。。|，，", words)


def test_a_closed_hall_says_when_it_opens() -> None:
    closed = HallClosed(reason="closed_day", opens_at=LATER, closes_at=None, day_name=None, assumed=True)
    assert sentence(closed) == "今天不上班，窗口不开，请 11 月 23 日 星期一 15:00 再来取号（日子是预计的，以大厅通知为准）。"


@pytest.mark.parametrize("state", PrintState)
@pytest.mark.parametrize("cause", [None, *PrintCause])
def test_the_paper_is_never_said_to_be_there_when_nobody_knows(state: PrintState, cause: PrintCause | None) -> None:
    words = print_words(state, cause)
    assert words.endswith("。")
    assert ("打好了" in words) is (state is PrintState.PRINTED)
