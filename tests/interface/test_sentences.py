"""A sentence for every refusal and every missing thing, and how each of them reads."""

import re
from datetime import timedelta

import pytest

from kiosk.application import unavailable as away
from kiosk.application.unavailable import PrintCause, Unavailable, VoiceCause
from kiosk.domain import refusals
from kiosk.domain.alerts import AlertReason
from kiosk.domain.assistance import HelpCallState
from kiosk.domain.queueing import PrintState, TicketState
from kiosk.domain.refusals import HallClosed, Refused
from kiosk.domain.staff import Permission, SecretKind
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
    refusals.QuotaReached(line="A", item=None, quota=120),
    refusals.QuotaReached(line="A", item="WHL-MZ-001", quota=30),
    *(
        refusals.StoppedToday(line="A", item=item, reason=reason, until=until)
        for item in (None, "WHL-MZ-001")
        for reason in AlertReason
        for until in (LATER, LATER.replace(hour=23, minute=59))
    ),
    refusals.AlertNamesBoth(item="WHL-MZ-001", line="A"),
    refusals.AlertEndsTooEarly(until=LATER),
    refusals.AlertEndsTooLate(until=LATER + timedelta(days=1)),
    refusals.NoAlert(item="WHL-MZ-001", line=None),
    refusals.NoAlert(item=None, line="A"),
    refusals.NoHelperNow(),
    refusals.UnknownHelpCall(call=7),
    *(refusals.HelpCallOver(call=7, state=state.value, counter=3) for state in HelpCallState),
    refusals.PadNumberEntered(number="P012"),
    refusals.NothingToVoid(first="A001", last="A009"),
    refusals.UnknownLine(line="Z" * 4096, lines=("A", "B")),
    refusals.UnknownItem(item="WHL-\x07999"),
    refusals.UnknownCounter(counter=9, counters=(1, 2)),
    refusals.UnknownTicket(number="A001", day="2026-11-23"),
    refusals.NotWaiting(number="A012", state="called", counter=3),
    refusals.NotWaiting(number="A012", state="called", counter=None),
    refusals.NotWaiting(number="A012", state="cancelled", counter=None),
    refusals.NotItsTime(number="A012", tries_left=2),
    refusals.NotItsTime(number="A012", tries_left=0),
    refusals.TooManyDoubts(number="A012"),
    refusals.AlreadyReprinted(number="A012"),
    refusals.RequestReused(request_id="r", number="A001"),
    refusals.PauseBetweenTickets(seconds_left=20),
    refusals.NobodyWaiting(counter=1),
    refusals.AlreadyCalled(number="A001", counter=2),
    refusals.AlreadyCalled(number="A001", counter=None),
    refusals.CounterServesNothing(counter=1),
    *(refusals.NotWaiting(number="A012", state=state.value, counter=2) for state in TicketState),
    *(refusals.CounterNotOpen(counter=3, state=state) for state in ("closed", "paused")),
    *(refusals.CounterTakenOver(counter=3, staff=staff) for staff in ("12", None)),
    *(refusals.CounterOccupied(counter=3, number="A012", state=state) for state in ("called", "serving")),
    refusals.NothingAtCounter(counter=3),
    *(
        refusals.DeedOutOfTurn(deed="finish", number="A012", state=state.value, counter=counter)
        for state in TicketState
        for counter in (3, None)
    ),
    *(refusals.NotForThisCounter(counter=3, number="A012", line="B", for_counter=counter) for counter in (2, None)),
    refusals.TicketOfAnotherDay(number="A012", day="2026-11-22"),
    refusals.RecallsUsedUp(number="A012", recalls=3),
    refusals.RejoinTooLate(number="A012", minutes=30),
    *(refusals.NothingToUndo(counter=3, reason=reason) for reason in ("nothing", "too_late", "moved_on", "final")),
    *(
        refusals.RatingCodeUnfit(reason=reason, host="pj.example.cn")
        for reason in ("no_picture", "no_code", "several", "no_address", "foreign_host")
    ),
    refusals.ForbiddenOnLiveHall(act="counter-call"),
    refusals.UnknownStaff(number="07", withdrawn=False),
    refusals.UnknownStaff(number="07", withdrawn=True),
    refusals.StaffNumberTaken(number="07"),
    refusals.AdminExists(number="01"),
    refusals.LastAdmin(number="01"),
    *(refusals.WrongSecret(number="07", kind=kind.value, tries_left=left, delay_minutes=5) for kind in SecretKind for left in (0, 1, 2)),
    refusals.SignInDelayed(number="07", seconds_left=61),
    refusals.CodeExpired(number="07"),
    refusals.SecretMustBeReplaced(number="07", wanted="pin"),
    refusals.SecretMustBeReplaced(number="07", wanted="password"),
    *(
        refusals.WeakSecret(wanted=wanted, reason=reason)
        for wanted in ("pin", "password")
        for reason in ("not_six_numerals", "too_simple", "too_short", "too_long", "odd_signs", "same_as_before")
    ),
    *(refusals.SessionEnded(number="07", reason=reason) for reason in ("locked", "day_over", "account_changed")),
    *(refusals.NotPermitted(number="07", permission=permission.value) for permission in Permission),
    *(away.DatabaseUnavailable(reason=reason, path="/d/kiosk.sqlite3") for reason in ("locked", "disk", "away", "missing")),
    away.DatabaseNewer(path="/d/kiosk.sqlite3", revision="9"),
    away.DatabaseDamaged(path="/d/kiosk.sqlite3"),
    away.DatabaseUnsupported(kind="postgresql"),
    away.DataFolderReadOnly(path="/d"),
    away.FileNotWritable(path="/d/figures.xlsx"),
    away.DiskFull(path="/d"),
    away.FirstUsePending(seconds=30),
    away.SafeMode(times=5, screen="display"),
    away.EndedUnexpectedly(how="SIGSEGV", frozen=False, screen="display"),
    away.SafeMode(times=5),
    away.DatabaseRestored(path="/d/kiosk.sqlite3.damaged-20261123T100000", backup="kiosk-000007.sqlite3", numbers=3),
    away.DatabaseRestored(path=None, backup=None, numbers=0),
    away.ReserveInUse(path="/d"),
    *(away.EndedUnexpectedly(how="SIGABRT", frozen=frozen) for frozen in (True, False)),
    away.SettingsMalformed(path="/d/hall.toml", faults=("hall.name：没写；写上。",)),
    away.EditionMissing(path="/d/editions"),
    away.EditionNewer(path="/d/editions", format=9),
    away.EditionDamaged(path="/d/editions"),
    away.AttachmentUnavailable(path="/data/editions/attachments/0a", reason="damaged"),
    *(away.PrinterUnavailable(reason=reason) for reason in PrintCause),
    *(away.VoiceUnavailable(reason=reason, path="/data/voice", words=("零", "窗口")) for reason in VoiceCause),
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
