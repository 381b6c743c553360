"""What the home screen says, from what is known."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kiosk.application.queries.queueing import HallNow, LineNow
from kiosk.application.unavailable import DatabaseUnavailable
from kiosk.domain.catalog import CatalogList
from kiosk.domain.hall import AfterClosing, BeforeOpening, ClosedDay, Lunch, NextOpening, Notice, NoticeKind, Open, Opening
from kiosk.domain.numbering import LineId
from kiosk.interface.citizen.home import USUAL_EVENTS, HomeView, HomeViewModel, derive_home_view, most_used_events
from kiosk.interface.citizen.queue_watch import QueueWatch
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.wall_clock import WallClock
from tests.support.guide_screens import real_edition
from tests.support.halls import MONDAY_TEN, StandingClock, hall

FIVE = MONDAY_TEN.replace(hour=17)
TOMORROW = NextOpening(MONDAY_TEN.replace(day=24, hour=9), FIVE + timedelta(days=1), assumed=False)
OPEN = Open(FIVE, FIVE, 360, assumed=False)


def now(opening: Opening, *, ahead: int = 6, low: int | None = 15, high: int | None = 25) -> HallNow:
    line = LineNow(LineId("A"), "一口受理", "", ahead, ahead, low, high, 3)
    return HallNow(MONDAY_TEN, opening, ahead, 3, (line,))


def view(opening: Opening = OPEN, moment: datetime = MONDAY_TEN, **figures: int | None) -> HomeView:
    return derive_home_view(moment=moment, now=now(opening, **figures), unavailable=False, notices=())  # type: ignore[arg-type]


def test_an_open_hall_tells_how_busy_it_is() -> None:
    shown = view()
    assert [(fact.figure, fact.unit) for fact in shown.busy] == [("6", "人"), ("3", "个窗口"), ("15–25", "分钟")]
    assert (shown.opening, shown.ticket_ahead, shown.ticket_wait, shown.ticket_away) == ("今天开到 17:00", "6", "约 15–25 分钟", "")


def test_an_unknown_wait_is_left_out_and_not_zero() -> None:
    shown = view(low=None, high=None)
    assert [fact.key for fact in shown.busy] == ["waiting", "counters"]
    assert shown.ticket_wait == "听叫号，看大屏"


@pytest.mark.parametrize(
    ("opening", "line", "away"),
    [
        (Lunch(MONDAY_TEN, MONDAY_TEN.replace(hour=13), FIVE, assumed=False), "中午休息，13:00 再开", "13:00 开始"),
        (BeforeOpening(MONDAY_TEN.replace(hour=11), FIVE, assumed=False), "今天 11:00 开门", "11:00 开始"),
        (AfterClosing(FIVE, TOMORROW), "今天下班了", "明天 9:00 开始"),
        (ClosedDay("国庆节", TOMORROW), "国庆节，今天不上班", "明天 9:00 开始"),
        (ClosedDay(None, None), "今天不上班", "什么时候开门，请看门口的通知"),
        (ClosedDay(None, NextOpening(TOMORROW.at, TOMORROW.closes_at, assumed=True)), "今天不上班", "明天 9:00 开始，以大厅通知为准"),
    ],
)
def test_a_closed_hall_says_when_it_opens(opening: Opening, line: str, away: str) -> None:
    shown = view(opening)
    assert (shown.opening, shown.ticket_away, shown.busy, shown.ticket_ahead) == (line, away, (), "")


def test_before_the_first_answer_nothing_is_claimed() -> None:
    shown = derive_home_view(moment=MONDAY_TEN, now=None, unavailable=False, notices=None)
    assert (shown.opening, shown.busy, shown.ticket_away, shown.notice) == ("", (), "", "")
    assert (shown.greeting, shown.clock) == ("上午好", "10:00")


def test_without_a_database_the_ticket_place_says_where_to_go() -> None:
    assert "窗口" in derive_home_view(moment=MONDAY_TEN, now=None, unavailable=True, notices=()).ticket_away


def test_notices_are_counted_and_the_first_is_shown() -> None:
    notices = (Notice("周五14点系统维护", "", NoticeKind.HALL), Notice("换水表", "", NoticeKind.STREET))
    shown = derive_home_view(moment=MONDAY_TEN, now=None, unavailable=False, notices=notices)
    assert (shown.notices_title, shown.notice) == ("告示 2 条", "周五 14 点系统维护")


@pytest.fixture
def home(qapp: object) -> HomeViewModel:
    clock = StandingClock()
    return HomeViewModel(
        edition=real_edition(),
        clock=clock,
        queue=QueueWatch(lambda: now(OPEN), NoJobs()),
        navigator=Navigator(),
        wall_clock=WallClock(clock),
    )


class NoJobs:
    """Never runs anything: the queue is answered by the test."""

    def run(self, *_: object, **__: object) -> None:
        return


def test_twelve_boards_and_four_lists_stand_at_once(home: HomeViewModel) -> None:
    boards = home.lifeEvents.rows
    assert len(boards) == 12
    assert [board.label for board in boards][0::11] == ["生孩子", "身后事"]
    assert all(len(board.icon) == 1 and board.firstLine for board in boards)
    assert [(row.key, row.figure) for row in home.lists.rows] == [
        (CatalogList.CONVENIENCE, "60"),
        (CatalogList.SOCIAL_SECURITY, "37"),
        (CatalogList.RETAINED, "34"),
        (CatalogList.ABOLISHED, "86"),
    ]


def test_an_equal_view_stays_silent(home: HomeViewModel) -> None:
    told: list[int] = []
    home.viewChanged.connect(lambda: told.append(1))
    home.refresh()
    assert told == []
    home.show_hall(hall())
    assert told == [1]
    home.refresh()
    assert told == [1]


def test_the_queue_watch_keeps_no_old_answer_when_the_database_goes(home: HomeViewModel) -> None:
    queue = home._queue
    queue._answered(now(OPEN))
    assert home.busyKnown
    queue._missing(DatabaseUnavailable(reason="away"))
    assert queue.now is None
    assert not home.busyKnown
    assert home.ticketAwayText


def test_the_elder_version_shows_the_usual_four_where_nothing_is_known() -> None:
    assert most_used_events(real_edition(), ()) == USUAL_EVENTS


def test_the_elder_version_follows_what_the_hall_is_asked_for() -> None:
    edition = real_edition()
    events = list(edition.life_events.values())
    marriage = next(event for event in events if event.id == "marriage")
    asked = [marriage.groups[0].items[0]]
    held_by = [event.id for event in events if any(asked[0] in group.items for group in event.groups)]
    four = most_used_events(edition, asked)
    assert four[: len(held_by)] == tuple(held_by)
    assert len(set(four)) == 4
    assert [event for event in four if event not in held_by] == [event for event in USUAL_EVENTS if event not in held_by][
        : 4 - len(held_by)
    ]


def test_each_of_the_twelve_is_on_the_elder_home_or_behind_it(qapp: object) -> None:
    home = HomeViewModel(
        edition=real_edition(),
        clock=StandingClock(),
        queue=QueueWatch(lambda: now(OPEN), None),  # type: ignore[arg-type]  # never asked here
        navigator=Navigator(),
        wall_clock=WallClock(StandingClock()),
    )
    fired: list[object] = []
    home.elderEvents.modelReset.connect(lambda: fired.append(1))
    home.show_most_asked(())
    assert fired == [], "the same four stay"
    shown = [board.key for board in home.elderEvents.rows]
    assert sorted([*shown, *(board.key for board in home.other_events)]) == sorted(real_edition().life_events)
    assert len(shown) == 4
