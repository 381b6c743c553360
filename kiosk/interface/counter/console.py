"""The console as a whole: who is signed in, what a key means here and now, one deed after the other, what is said when one is refused.

Here: the order of things. Elsewhere: the map of keys (keyboard.py), when a wish is to be had (wishes.py), what each part of the screen says
(bar.py, queue.py, matter.py, guide.py, help_page.py), who may come in (sign_in.py). A key that comes while a deed is on its way is kept until
the counter is known again, so that whoever types fast is not refused by a desk that has already moved on.
Long because the order of things is one matter: what a key does depends on every other state of the console.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.application.queries.assistance import HelpNow
from kiosk.application.queries.counter_desk import CounterDesk
from kiosk.application.unavailable import Unavailable
from kiosk.domain.assistance import HelpCallId, HelpCallState
from kiosk.domain.hall import CounterId, Hall, Period
from kiosk.domain.numbering import business_day
from kiosk.domain.queueing.counters import CounterState
from kiosk.domain.refusals import CounterTakenOver, NothingToUndo, Refused, SessionEnded
from kiosk.domain.staff import SignOutReason, StaffSession
from kiosk.interface.counter.bar import BarViewModel, derive_bar_view
from kiosk.interface.counter.desk_watch import DeskWatch
from kiosk.interface.counter.desk_window import WINDOW_WISHES, DeskWindow, WindowDeeds
from kiosk.interface.counter.desk_words import item_name
from kiosk.interface.counter.help_desk import HelpState, help_state
from kiosk.interface.counter.issue_prompt import IssueClassPrompt, IssueLinePrompt, issue_class_prompt, issue_prompt, issued_words
from kiosk.interface.counter.keyboard import Chord, Press, SamePress, Wish, press_of
from kiosk.interface.counter.prompt import ParkPrompt, Prompt, TransferPrompt, park_prompt, transfer_prompt
from kiosk.interface.counter.sheets import SheetsViewModel
from kiosk.interface.counter.sign_in import SignInViewModel
from kiosk.interface.counter.stop_prompt import (
    StopPrompt,
    StopReasonPrompt,
    StopTarget,
    StopUntilPrompt,
    stop_prompt,
    stop_reason_prompt,
    stop_until_prompt,
)
from kiosk.interface.counter.wishes import HelpStanding, Standing, Words, standing_of, why_not
from kiosk.interface.shared.alert_words import stopped_until_words
from kiosk.interface.shared.jobs import Jobs
from kiosk.interface.shared.moments import clock_words, date_words
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.sentences import sentence, voice_sign
from kiosk.interface.shared.showing import Showing

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.application.commands.take_ticket import TakenTicket
    from kiosk.application.ports import Clock
    from kiosk.domain.alerts import Alert
    from kiosk.domain.catalog import Edition
    from kiosk.domain.numbering import LineId
    from kiosk.domain.queueing import Ticket, TicketClass

QML_IMPORT_NAME = "Kiosk.CounterModels"
QML_IMPORT_MAJOR_VERSION = 1

MESSAGE_SECONDS = 6.0
GONE_SECONDS = 3.0
"""How long it is told that somebody else went."""
RING_SECONDS = 6.0
"""Between two rings of a call that nobody has taken."""
HELD_PRESSES = 2
"""Keys kept while a deed is on its way; more is a cat on the keyboard."""
AGAIN_SECONDS = 5.0
"""Between two tries of a 办结 that waits for the hall to come back."""


class Door(StrEnum):
    """`shut`: nobody is signed in."""

    SHUT = "shut"
    LOCKED = "locked"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class ConsoleView:
    """`wide`: the full window. `sheet`: what lies over it (`keys`, `figures`, `rating`), else empty."""

    door: Door = Door.SHUT
    wide: bool = True
    sheet: str = ""
    hall_name: str = ""
    counter: str = ""
    lines: str = ""
    today: str = ""
    hours: str = ""
    waiting: str = ""
    connected: bool = False
    connected_text: str = "正在连大厅"
    who: str = ""
    clock: str = ""
    area: str = ""
    unit: float = 1.0
    voice: str = ""
    figures: tuple[FigureRow, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureRow:
    key: str
    label: str
    figure: str


@QmlElement
@QmlUncreatable("made by the role")
class ConsoleViewModel(QObject, Showing[ConsoleView]):
    """The root of what QML sees, and where every key arrives."""

    viewChanged = Signal()
    rings = Signal(str)
    """Something is to be heard: `help` or `waiting`."""
    asksHelp = Signal()
    """A deed has changed a call for help: who rings must be asked anew."""
    figuresKey = Signal(int)
    """On the page of figures: a span by its place, 0 to save the workbook."""

    def __init__(
        self,
        *,
        counter: CounterId,
        hall: Hall,
        edition: Edition,
        clock: Clock,
        now: Callable[[], float],
        desk: DeskWatch,
        deeds: WindowDeeds,
        sign_in: SignInViewModel,
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        """`now`: the machine's running time in seconds, which nobody can set."""
        super().__init__(parent)
        self._counter = counter
        self._hall = hall
        self._edition = edition
        self._clock = clock
        self._now = now
        self._desk = desk
        self._deeds = deeds
        self._sign_in = sign_in
        self._jobs = jobs
        self._view = ConsoleView()
        self._figure_rows: RecordList[FigureRow] = RecordList(FigureRow, parent=self)
        self._session: StaffSession | None = None
        self._door = Door.SHUT
        self._wide = True
        self._unit = 1.0
        self._sheet = ""
        self._hours = ""
        self._message: Words | None = None
        self._message_until = 0.0
        self._prompt: Prompt | None = None
        self._same = SamePress()
        self._busy = False
        self._held: deque[Press] = deque(maxlen=HELD_PRESSES)
        self._finishing = ""
        self._finish_again = 0.0
        self._before: tuple[CounterState, bool] | None = None
        self._ours = False
        self._help_now: HelpNow | None = None
        self._help = HelpState()
        self._declined: frozenset[HelpCallId] = frozenset()
        self._there: frozenset[HelpCallId] = frozenset()
        self._gone_until = 0.0
        self._rang_at = 0.0
        self.bar = BarViewModel(self.press, self.choose, self)
        self.sheets = SheetsViewModel(self)
        self.window = DeskWindow(
            hall=hall,
            edition=edition,
            deeds=deeds,
            jobs=jobs,
            do=self._do_as_clerk,
            tell=self._tell,
            pressed=self.press,
            refresh=self.refresh,
            today=clock.now,
            parent=self,
        )
        desk.changed.connect(self._desk_changed)
        sign_in.signedIn.connect(self._signed_in)
        sign_in.unlocked.connect(self._unlocked)
        sign_in.stand(None)
        self.refresh()

    # -- who is there ------------------------------------------------------------------------------------------------------

    @property
    def session(self) -> StaffSession | None:
        return self._session

    def _signed_in(self, session: StaffSession, open_counter: bool) -> None:
        former, self._session = self._session, session
        self._let_in()
        if former is not None:
            self._jobs.run(lambda: self._deeds.sign_out(former, SignOutReason.TAKEN_OVER), lambda _: None, unavailable=lambda _: None)
        if open_counter:
            self._do(lambda: self._deeds.open_counter(session))
        else:
            self._desk.look()

    def _unlocked(self, session: StaffSession) -> None:
        self._session = session
        self._let_in()

    def _let_in(self) -> None:
        self._door = Door.OPEN
        self._wide = False
        self._message = None
        self.refresh()

    def _lock(self, *, idle: bool) -> None:
        session = self._session
        if session is None or self._door is not Door.OPEN:
            return
        self._session = session.lock()
        self._door = Door.LOCKED
        self._close_all()
        self._sign_in.stand(session)
        # The screen is locked whether or not the hall can write it down.
        self._jobs.run(lambda: self._deeds.lock(session, idle=idle), lambda _: None, unavailable=lambda _: None)
        self.refresh()

    def _sign_out(self, reason: SignOutReason) -> None:
        """With a number in hand the counter stays as it is, for whoever takes over; else it closes."""
        session, desk = self._session, self._desk.desk
        if session is None:
            return
        closes = reason is SignOutReason.ASKED and desk is not None and desk.current is None and desk.state is not CounterState.CLOSED
        closes = closes and desk is not None and desk.staff == session.number

        def leave() -> None:
            if closes:
                self._deeds.close_counter(session)
            self._deeds.sign_out(session, reason)

        self._shut()
        self._jobs.run(leave, lambda _: self._desk.look(), refused=lambda _: self._desk.look(), unavailable=lambda _: None)

    def _shut(self, why: Refused | None = None) -> None:
        self._session = None
        self._door = Door.SHUT
        self._wide = True
        self._close_all()
        self._sign_in.stand(None)
        if why is not None:
            self._sign_in.tell(why)
        self.refresh()

    def _close_all(self) -> None:
        self.window.close()
        self._prompt, self._sheet, self._message = None, "", None
        self._held.clear()

    # -- time --------------------------------------------------------------------------------------------------------------

    def second_passed(self) -> None:
        """Once a second: stopwatches, countdowns, the lock."""
        now = self._now()
        if self._message is not None and now >= self._message_until:
            self._message = None
        session = self._session
        if session is not None and self._door is Door.OPEN:
            desk = self._desk.desk
            if session.day != business_day(self._clock.now()):
                self._sign_out(SignOutReason.DAY_OVER)
                return
            if session.must_lock(now, serving=desk is not None and desk.current is not None):
                self._lock(idle=True)
                return
        if self._help.gone and now >= self._gone_until:
            self._show_help(self._help_now)
        if self._help.call is not None and now - self._rang_at >= RING_SECONDS:
            self._rang_at = now
            self._ring_help()
        if self._finishing and now >= self._finish_again:
            self._finish_later()
        self._sign_in.second_passed()
        self.refresh()

    def touched(self) -> None:
        """A key or the mouse: somebody is here."""
        if self._session is not None:
            self._session = self._session.touch(self._now())

    # -- what the hall says --------------------------------------------------------------------------------------------------

    def show_scale(self, unit: float) -> None:
        """Pixels per drawn pixel of the screen that the console stands on."""
        self._unit = unit
        self.refresh()

    def show_hours(self, periods: Sequence[Period]) -> None:
        """When the hall is open today."""
        self._hours = "　".join(f"{clock_words(each.start)}–{clock_words(each.end)}" for each in periods) or "今天不开门"
        self.refresh()

    def show_help(self, now: HelpNow) -> None:
        """What rings, told anew."""
        self._show_help(now)
        self.refresh()

    def _show_help(self, now: HelpNow | None) -> None:
        before, self._help_now = self._help, now
        self._help = help_state(now, counter=self._counter, declined=self._declined, there=self._there, before=before)
        if before.gone and not self._help.gone and self._help.call is None and self._now() < self._gone_until:
            self._help = replace(self._help, gone=before.gone)
        elif self._help.gone:
            self._gone_until = self._now() + GONE_SECONDS
        if self._help.call is not None and (before.call is None or before.call.id != self._help.call.id):
            self._rang_at = self._now()
            self._ring_help()

    def _figures(self, desk: CounterDesk | None) -> tuple[FigureRow, ...]:
        """Today's, of this counter. What is not known yet is left out."""
        if desk is None:
            return ()
        today = desk.today
        helped = (
            sum(seen.counter == self._counter and seen.state is HelpCallState.DONE for seen in self._help_now.today)
            if self._help_now
            else 0
        )
        mean = f"{max(1, round(today.mean_minutes))} 分" if today.mean_minutes is not None else ""
        told = (("今天办结", str(today.served)), ("平均办", mean), ("过号", str(today.missed)), ("帮办", str(helped)))
        return tuple(FigureRow(label, label, figure) for label, figure in told if figure)

    def _ring_help(self) -> None:
        """Heard where somebody is signed in, also behind a lock: there the clerk is near."""
        if self._door is not Door.SHUT:
            self.rings.emit("help")

    def _desk_changed(self) -> None:
        desk = self._desk.desk
        if desk is not None and self._desk.unavailable is None:
            self.window.look_at(desk)
            self._tell_what_changed(desk)
            self._before = desk.state, bool(desk.waiting)
            self._ours = False
            if isinstance(self._prompt, TransferPrompt | ParkPrompt) and desk.current is None:
                self._prompt = None
        self.refresh()

    def _tell_what_changed(self, desk: CounterDesk) -> None:
        """What others have done to this counter, and that the first number has come."""
        if self._before is None:
            return
        state, somebody = self._before
        if desk.waiting and not somebody and desk.state is CounterState.OPEN and desk.current is None:
            self.rings.emit("waiting")
        if self._door is Door.OPEN and not self._ours and state is CounterState.OPEN and desk.state is not CounterState.OPEN:
            self._tell(
                Words(f"{self._counter} 号窗口在别处{'暂停' if desk.state is CounterState.PAUSED else '关'}了，", "要接着叫先开窗口")
            )

    # -- keys --------------------------------------------------------------------------------------------------------------

    def key(self, chord: Chord, text: str, repeated: bool) -> bool:
        """A key of the keyboard. True: it is used up. `repeated`: it is being held down."""
        self.touched()
        if self._door is not Door.OPEN:
            press = press_of(chord)
            if press is not None and press.wish is Wish.SHAPE and self._door is Door.LOCKED and not repeated:
                self.press(press)
                return True
            return self._sign_in.press(chord, text)
        if self._prompt is not None and self._prompt_key(self._prompt, chord):
            return True
        if self._wide and not repeated and self.window.key(chord, text):
            return True
        press = press_of(chord)
        if press is None:
            return False
        if repeated and press.wish not in _REPEATABLE:
            return True
        if not self._same.repeats(press.wish, self._now()):
            self.press(press)
        return True

    def _prompt_key(self, prompt: Prompt, chord: Chord) -> bool:
        if chord.ctrl or chord.alt:
            return False
        if chord.key == "Esc":
            self._prompt = None
        elif chord.key == "Enter":
            if prompt.chosen:
                self._answer(prompt)
        elif not chord.shift and any(choice.key == chord.key for choice in prompt.choices):
            self._prompt = prompt.choose(chord.key)
        else:
            return False
        self.refresh()
        return True

    @Slot(str)
    def wish(self, name: str) -> None:
        """A click in the window on what a key does too."""
        self.press(Press(Wish(name)))

    def press(self, press: Press) -> None:
        """What a key, or a click on the same thing, asks for."""
        if self._busy and press.wish in _DESK_WISHES:
            self._held.append(press)
            return
        self._message = None
        if press.wish in _SCREEN_WISHES:
            self._on_screen(press)
        elif self._door is Door.OPEN:
            self._at_desk(press)
        self.refresh()

    def _on_screen(self, press: Press) -> None:
        match press.wish:
            case Wish.SHAPE:
                self._wide = not self._wide
                self._sheet = ""
            case Wish.KEYS:
                self._sheet = "" if self._sheet == "keys" else "keys"
                self._wide = self._wide or bool(self._sheet)
            case Wish.FIGURES if self._door is Door.OPEN:
                self._sheet = "" if self._sheet == "figures" else "figures"
                self._wide = self._wide or bool(self._sheet)
            case Wish.LOCK:
                self._lock(idle=False)
            case Wish.SIGN_OUT:
                self._sign_out(SignOutReason.ASKED)
            case Wish.CLOSE:
                self._prompt, self._sheet = None, ""
                self.window.close()
            case _:
                pass

    def _at_desk(self, press: Press) -> None:
        desk, session = self._desk.desk, self._session
        if session is None or desk is None:
            return
        if self._sheet == "figures" and press.wish in _FIGURES_WISHES:
            self.figuresKey.emit(press.figure)
            return
        if self._desk.unavailable is not None:
            self._while_away(press, desk)
            return
        refusal = why_not(press.wish, desk, self._help.standing, session.number)
        if refusal is not None:
            self._tell(refusal)
            return
        self._prompt = None
        simple = self._simple_deeds(session, desk).get(press.wish)
        if simple is not None:
            self._do(simple)
            return
        if press.wish in WINDOW_WISHES:
            self._wide = self._wide or press.wish in _OPENS_WINDOW
            if self._wide or press.wish in _IN_BAR_TOO:
                self.window.press(press, desk)
            return
        self._open_or_carry_out(press, desk, session)

    def _open_or_carry_out(self, press: Press, desk: CounterDesk, session: StaffSession) -> None:
        """What is more than one deed, or none at all."""
        match press.wish:
            case Wish.FINISH_AND_CALL:
                self._finish_and_call(session)
            case Wish.TRANSFER if desk.current is not None:
                self._prompt = transfer_prompt(desk.current.number, self._counter, self._hall)
            case Wish.PARK if desk.current is not None:
                self._prompt = park_prompt(desk.current.number)
            case Wish.HISTORY:
                self._wide, self._sheet = True, ""
            case Wish.RATING_CODE:
                self._wide, self._sheet = True, "rating"
            case Wish.GO_HELP | Wish.CANNOT_HELP | Wish.HELP_STEP:
                self._help_wish(press.wish, session)
            case Wish.ISSUE:
                self._prompt = issue_prompt(self._hall)
            case Wish.STOP:
                self._jobs.run(self._deeds.standing_alerts, lambda standing: self._ask_what_stops(desk, standing), None, self._desk.away)
            case _:
                pass

    def _ask_what_stops(self, desk: CounterDesk, standing: Sequence[Alert]) -> None:
        item = desk.current.item if desk.current is not None else None
        self._prompt = stop_prompt(item=item, name=item_name(item, self._edition), hall=self._hall, standing=standing)
        self.refresh()

    def _simple_deeds(self, session: StaffSession, desk: CounterDesk) -> Mapping[Wish, Callable[[], object]]:
        """Wishes that are one deed each."""
        deeds = self._deeds
        pause = deeds.resume_counter if desk.state is CounterState.PAUSED else deeds.pause_counter
        opens = desk.state is CounterState.CLOSED or desk.staff != session.number
        door = deeds.open_counter if opens else deeds.close_counter
        return {
            Wish.CALL_NEXT: lambda: deeds.call_next(session),
            Wish.RECALL: lambda: deeds.recall(session),
            Wish.START: lambda: deeds.start(session),
            Wish.FINISH: lambda: deeds.finish(session),
            Wish.MISS: lambda: deeds.miss(session),
            Wish.UNDO: lambda: deeds.undo(session),
            Wish.PAUSE: lambda: pause(session),
            Wish.OPEN_OR_CLOSE: lambda: door(session),
        }

    def choose(self, key: str) -> None:
        """A click on one of the prompt's choices."""
        if self._prompt is not None:
            self._answer(self._prompt.choose(key))
            self.refresh()

    def _answer(self, prompt: Prompt) -> None:
        session = self._session
        self._prompt = None
        if session is None:
            return
        match prompt:
            case TransferPrompt():
                line, counter = prompt.target(self._hall)
                self._do(lambda: self._deeds.transfer(session, line, counter))
            case ParkPrompt() if (reason := prompt.reason) is not None:
                self._do(lambda: self._deeds.park(session, reason))
            case IssueLinePrompt() if (issued_on := prompt.line) is not None:
                self._prompt = issue_class_prompt(issued_on)
            case IssueClassPrompt(line=issued_on) if (kind := prompt.ticket_class) is not None:
                self._issue(issued_on, kind, session)
            case StopPrompt() | StopReasonPrompt() | StopUntilPrompt():
                self._answer_stop(prompt, session)
            case _:
                pass

    def _issue(self, line: LineId, kind: TicketClass, session: StaffSession) -> None:
        issued: list[TakenTicket] = []
        self._do(lambda: issued.append(self._deeds.issue(session, line, kind)), then=lambda: self._tell(issued_words(issued[0])))

    def _answer_stop(self, prompt: StopPrompt | StopReasonPrompt | StopUntilPrompt, session: StaffSession) -> None:
        """One question leads to the next; the last one, or what is to be lifted, is the deed."""
        target = prompt.target
        if target is None:
            return
        match prompt:
            case StopPrompt() if target.standing is not None:
                self._do(lambda: self._deeds.lift_alert(session, target.item, target.line), then=lambda: self._tell_stopped(target, None))
            case StopPrompt():
                self._prompt = stop_reason_prompt(target)
            case StopReasonPrompt() if (why := prompt.reason) is not None:
                self._prompt = stop_until_prompt(target, why, self._clock.now())
            case StopUntilPrompt(reason=reason) if (until := prompt.until) is not None:
                self._do(
                    lambda: self._deeds.set_alert(session, target.item, target.line, reason, until),
                    then=lambda: self._tell_stopped(target, until),
                )
            case _:
                pass

    def _tell_stopped(self, target: StopTarget, until: datetime | None) -> None:
        """None: it is done again."""
        if until is None:
            self._tell(Words(f"{target.name} 恢复了，", "大厅的屏幕都改过来了"))
        else:
            self._tell(Words(f"{target.name} {stopped_until_words(until)}，", "要恢复再按 Ctrl+B"))

    def _help_wish(self, wish: Wish, session: StaffSession) -> None:
        helping = self._help
        if wish is Wish.HELP_STEP and helping.taken is not None:
            call = helping.taken.id
            if helping.standing is HelpStanding.ON_THE_WAY:
                self._there |= {call}
                self._show_help(self._help_now)
            else:
                self._do(lambda: self._deeds.help_call_done(session, call), then=self.asksHelp.emit)
        elif helping.call is not None:
            call = helping.call.id
            if wish is Wish.CANNOT_HELP:
                self._declined |= {call}
                self._show_help(self._help_now)
            else:
                self._do(lambda: self._deeds.take_help_call(session, call), then=self.asksHelp.emit)

    # -- deeds -------------------------------------------------------------------------------------------------------------

    def _do_as_clerk(self, deed: Callable[[StaffSession], object]) -> None:
        session = self._session
        if session is not None:
            self._do(lambda: deed(session))

    def _do(self, deed: Callable[[], object], then: Callable[[], None] | None = None) -> None:
        """On the worker; what the counter is afterwards is asked in the same breath."""
        self._busy = True
        self._ours = True

        def done(_: object) -> None:
            if then is not None:
                then()
            self._desk.look()
            self._settle()

        self._jobs.run(deed, done, self._deed_refused, self._deed_away)

    def _finish_and_call(self, session: StaffSession) -> None:
        """Two deeds: when nobody waits, the first stands."""
        self._do(lambda: self._deeds.finish(session), then=lambda: self._held.appendleft(Press(Wish.CALL_NEXT)))

    def _settle(self) -> None:
        """The deed is done; keys that came meanwhile follow once the counter is known."""
        self._jobs.run(lambda: None, lambda _: self._free())

    def _free(self) -> None:
        self._busy = False
        held, self._held = list(self._held), deque(maxlen=HELD_PRESSES)
        for press in held:
            self.press(press)
        self.refresh()

    def _deed_refused(self, refused: Refused) -> None:
        self._held.clear()
        self.asksHelp.emit()
        match refused:
            case SessionEnded():
                self._shut(refused)
            case CounterTakenOver() | NothingToUndo() | _:
                self._tell_sentence(refused)
        self._desk.look()
        self._settle()

    def failed(self) -> None:
        """A bug: what was meant to happen did not, or nobody knows."""
        self._held.clear()
        self._tell(Words("刚才那一下出了错，", "请看看这个号现在怎样，再按一次"))
        self._busy = False
        self._desk.look()
        self.refresh()

    def _deed_away(self, why: Unavailable) -> None:
        self._held.clear()
        self._desk.away(why)
        self._settle()

    def _while_away(self, press: Press, desk: CounterDesk) -> None:
        """办结 is kept until the hall is back; everything else needs it."""
        if press.wish is Wish.FINISH and standing_of(desk) is Standing.SERVING and desk.current is not None:
            self._finishing = desk.current.number
            self._finish_again = self._now() + AGAIN_SECONDS
        elif press.wish in _DESK_WISHES:
            self._tell(Words("连不上大厅，", "这一下先不能按，连上了再按"))

    def _finish_later(self) -> None:
        """Tried again until it is done, or somebody else has ended the number."""
        session = self._session
        self._finish_again = self._now() + AGAIN_SECONDS
        if session is None or session.locked:
            return

        def done(_: Ticket) -> None:
            self._finishing = ""
            self._desk.look()

        def refused(refusal: Refused) -> None:
            self._finishing = ""
            self._deed_refused(refusal)

        self._jobs.run(lambda: self._deeds.finish(session), done, refused, lambda _: None)

    # -- showing -----------------------------------------------------------------------------------------------------------

    def _tell(self, words: Words) -> None:
        self._message = words
        self._message_until = self._now() + MESSAGE_SECONDS

    def _tell_sentence(self, problem: Refused | Unavailable) -> None:
        lead, comma, rest = sentence(problem).rstrip("。").partition("，")
        self._tell(Words(lead + comma, rest))

    @Slot()
    def refresh(self) -> None:
        desk, moment = self._desk.desk, self._clock.now()
        away = self._desk.unavailable is not None
        self.window.show(moment, self._help, self._help_now)
        self.bar.show(
            derive_bar_view(
                desk=desk,
                edition=self._edition,
                moment=moment,
                away=away,
                finishing=self._finishing,
                message=self._message,
                prompt=self._prompt,
                missing=self.window.missing,
                clerk=self._session.number if self._session is not None else None,
                locked=self._door is not Door.OPEN,
                elsewhere=self._wide and not self._sheet and self.window.help.property("shown") is True,
                helping=self._help,
            )
        )
        view = self._derive(desk, away)
        self._figure_rows.show(view.figures)
        self._show(view)

    def _derive(self, desk: CounterDesk | None, away: bool) -> ConsoleView:
        moment = self._clock.now()
        session = self._session
        place = self._hall.counter(self._counter)
        names = [line.name for line in self._hall.lines if place is not None and line.id in place.lines]
        waiting = "　".join(f"{line} {n} 人" for line, n in (desk.waiting_per_line if desk is not None else {}).items())
        return ConsoleView(
            door=self._door,
            wide=self._wide,
            sheet=self._sheet,
            hall_name=self._hall.name,
            counter=str(self._counter),
            lines="、".join(names),
            today=date_words(moment.date()),
            hours=self._hours,
            waiting=waiting,
            connected=desk is not None and not away,
            connected_text="连不上大厅，登录不了" if away else "大厅已连上" if desk is not None else "正在连大厅",
            who=f"工号 {session.number}" if session is not None else "",
            clock=clock_words(moment),
            area=self.window.area_shown,
            unit=self._unit,
            voice=voice_sign(desk.silent) if desk is not None and desk.silent is not None else "",
            figures=self._figures(desk),
        )

    @Property(str, notify=viewChanged)
    def door(self) -> str:
        return self._view.door

    @Property(float, notify=viewChanged)
    def unit(self) -> float:
        """Pixels per drawn pixel of this screen."""
        return self._view.unit

    @Property(bool, notify=viewChanged)
    def wide(self) -> bool:
        return self._view.wide

    @Property(str, notify=viewChanged)
    def sheet(self) -> str:
        return self._view.sheet

    @Property(str, notify=viewChanged)
    def hallName(self) -> str:
        return self._view.hall_name

    @Property(str, notify=viewChanged)
    def counterText(self) -> str:
        return self._view.counter

    @Property(str, notify=viewChanged)
    def linesText(self) -> str:
        return self._view.lines

    @Property(str, notify=viewChanged)
    def todayText(self) -> str:
        return self._view.today

    @Property(str, notify=viewChanged)
    def hoursText(self) -> str:
        return self._view.hours

    @Property(str, notify=viewChanged)
    def waitingText(self) -> str:
        return self._view.waiting

    @Property(str, notify=viewChanged)
    def who(self) -> str:
        return self._view.who

    @Property(str, notify=viewChanged)
    def voiceText(self) -> str:
        """What is the matter with a display's voice; empty while all are heard."""
        return self._view.voice

    @Property(str, notify=viewChanged)
    def clockText(self) -> str:
        return self._view.clock

    @Property(str, notify=viewChanged)
    def area(self) -> str:
        return self._view.area

    @Property(QObject, notify=viewChanged)
    def figures(self) -> RecordList[FigureRow]:
        return self._figure_rows

    @Property(bool, notify=viewChanged)
    def connected(self) -> bool:
        return self._view.connected

    @Property(str, notify=viewChanged)
    def connectedText(self) -> str:
        return self._view.connected_text


_REPEATABLE = frozenset({Wish.UP, Wish.DOWN, Wish.PAGE_UP, Wish.PAGE_DOWN})
_OPENS_WINDOW = frozenset({Wish.CORRECT_ITEM, Wish.ADD_ITEM, Wish.FIND, Wish.LINES, Wish.AREA})
_IN_BAR_TOO = frozenset({Wish.PAPER_SEEN, Wish.PAPER_MISSING, Wish.PRINT_MISSING})
_SCREEN_WISHES = frozenset({Wish.SHAPE, Wish.KEYS, Wish.FIGURES, Wish.LOCK, Wish.SIGN_OUT, Wish.CLOSE})
_FIGURES_WISHES = frozenset({Wish.AREA, Wish.ACCEPT})
_DESK_WISHES = frozenset(Wish) - _SCREEN_WISHES - _REPEATABLE
