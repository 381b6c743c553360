"""谁在这个窗口: the person, the PIN, password or one-time code, and the first own secret that replaces a code.

Here: what is typed and shown. Elsewhere: what a secret opens (application.commands.staff), who locks the console (console.py). What is typed
lives here alone, never longer than the try it belongs to; only its length reaches the screen, but for a one-time code and a staff number.
Long because signing in, choosing a secret and taking over are one page whose steps lead into one another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

from kiosk.application.queries.staff import StaffSeen
from kiosk.application.unavailable import Unavailable
from kiosk.domain.refusals import Refused, SecretMustBeReplaced, SignInDelayed, UnknownStaff, WeakSecret, WrongSecret
from kiosk.domain.staff import (
    CODE_LENGTH,
    PASSWORD_MOST,
    PERMISSIONS,
    PIN_DIGITS,
    Permission,
    SecretKind,
    StaffNumber,
    StaffSession,
    code_on_paper,
    own_kind,
)
from kiosk.interface.counter.keyboard import Chord
from kiosk.interface.shared.jobs import Jobs
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.sentences import sentence
from kiosk.interface.shared.showing import Showing

QML_IMPORT_NAME = "Kiosk.CounterModels"
QML_IMPORT_MAJOR_VERSION = 1

PEOPLE_SHOWN = 4
NUMBER_DIGITS = (2, 6)
OTHER = "other"


class Doorkeeper(Protocol):
    """Who opens: each blocks for some tenths of a second and belongs on the worker. Refusals as in application.commands.staff."""

    def people(self) -> Sequence[StaffSeen]:
        """All accounts, whoever signed in here last first."""
        ...

    def sign_in(self, number: StaffNumber, secret: str) -> StaffSession: ...

    def unlock(self, session: StaffSession, secret: str) -> StaffSession: ...

    def replace_secret(self, number: StaffNumber, secret: str, fresh: str) -> None: ...


class Step(StrEnum):
    PERSON = "person"
    """Nobody is chosen yet."""
    NUMBER = "number"
    """别的工号: its numerals are being typed."""
    SECRET = "secret"  # noqa: S105  (a step, no password)
    FRESH = "fresh"
    """The code was right: the person's own PIN or password."""
    AGAIN = "again"
    """The same once more."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said under the boxes: `lead` in bold. `wrong`: something is not right."""

    lead: str = ""
    rest: str = ""
    wrong: bool = True


@dataclass(frozen=True, slots=True)
class SignInState:
    """`people` None: not known yet. `locked`: whose session waits behind the lock. `fresh`: typed once, waiting for the second time."""

    people: tuple[StaffSeen, ...] | None = None
    chosen: StaffNumber | None = None
    step: Step = Step.PERSON
    typed: str = ""
    code: str = ""
    fresh: str = ""
    told: Told = field(default_factory=Told)
    busy: bool = False
    locked: StaffNumber | None = None

    @property
    def shown(self) -> tuple[StaffSeen, ...]:
        """The few who stand on the screen; whoever is chosen or locked stands among them."""
        callers = tuple(person for person in self.people or () if may_call(person))
        first = callers[:PEOPLE_SHOWN]
        mine = next((person for person in self.people or () if person.number == (self.chosen or self.locked)), None)
        return first if mine is None or mine in first else (*first[:-1], mine)

    @property
    def person(self) -> StaffSeen | None:
        return next((person for person in self.people or () if person.number == self.chosen), None)

    @property
    def wanted(self) -> SecretKind:
        """What is being typed."""
        person = self.person
        if person is None:
            return SecretKind.PIN
        return own_kind(frozenset(person.roles)) if self.step in (Step.FRESH, Step.AGAIN) else person.kind

    @property
    def whole(self) -> bool:
        """Enough is typed to try it."""
        if self.step is Step.NUMBER:
            return NUMBER_DIGITS[0] <= len(self.typed)
        match self.wanted:
            case SecretKind.PIN:
                return len(self.typed) == PIN_DIGITS
            case SecretKind.CODE:
                return len(self.typed) == CODE_LENGTH
            case _:
                return bool(self.typed)


def may_call(person: StaffSeen) -> bool:
    return any(Permission.CALL in PERMISSIONS[role] for role in person.roles)


def type_in(state: SignInState, text: str) -> SignInState:
    """One key's text more, where it can belong there."""
    if state.busy or len(text) != 1 or state.step is Step.PERSON:
        return state
    digits_only = state.step is Step.NUMBER or state.wanted is SecretKind.PIN
    if digits_only:
        most = NUMBER_DIGITS[1] if state.step is Step.NUMBER else PIN_DIGITS
        fits = text in "0123456789"
    elif state.wanted is SecretKind.CODE:
        most, text = CODE_LENGTH, text.upper()
        fits = text.isascii() and text.isalnum()
    else:
        most, fits = PASSWORD_MOST, text.isprintable()
    if not fits or len(state.typed) >= most:
        return state
    return replace(state, typed=state.typed + text)


def erase(state: SignInState) -> SignInState:
    return state if state.busy else replace(state, typed=state.typed[:-1])


def choose(state: SignInState, number: StaffNumber) -> SignInState:
    """Another person: what was typed is gone."""
    if state.busy:
        return state
    return replace(state, chosen=number, step=Step.SECRET, typed="", code="", fresh="", told=Told())


def choose_other(state: SignInState) -> SignInState:
    return state if state.busy else replace(state, chosen=None, step=Step.NUMBER, typed="", code="", fresh="", told=Told())


def move_choice(state: SignInState, by: int) -> SignInState:
    """One row up or down; 别的工号 is the last row."""
    rows: list[StaffNumber | None] = [*(person.number for person in state.shown), None]
    if state.step is Step.PERSON:
        here = -1 if by > 0 else len(rows)
    else:
        here = rows.index(state.chosen) if state.chosen in rows and state.step is not Step.NUMBER else len(rows) - 1
    there = max(0, min(len(rows) - 1, here + by))
    number = rows[there]
    return choose_other(state) if number is None else choose(state, number)


def with_people(state: SignInState, people: Sequence[StaffSeen]) -> SignInState:
    """Who may sign in, told anew. Whoever came back to a lock, and whoever is the only one, is chosen already."""
    fresh = replace(state, people=tuple(people))
    callers = [person.number for person in people if may_call(person)]
    if state.chosen is None and state.step is Step.PERSON and callers:
        return choose(fresh, state.locked if any(person.number == state.locked for person in people) and state.locked else callers[0])
    return fresh


def refused(state: SignInState, problem: Refused | Unavailable) -> SignInState:
    """What did not work. The person stays chosen, the boxes are empty."""
    state = replace(state, busy=False, typed="", code=state.code, fresh="")
    match problem:
        case SecretMustBeReplaced():
            return replace(state, step=Step.FRESH, told=Told("代码对了，", "现在选一个自己的，以后就用它。", wrong=False))
        case WeakSecret():
            lead, rest = _halves(sentence(problem))
            return replace(state, step=Step.FRESH, told=Told(lead, rest))
        case WrongSecret() if problem.tries_left:
            what = {"pin": "PIN", "password": "密码"}.get(problem.kind, "代码")
            left = Told(f"刚才的 {what} 不对。", f"还可以试 {problem.tries_left} 次，再错要等 {problem.delay_minutes} 分钟。")
            return replace(state, step=Step.SECRET, code="", told=left)
        case UnknownStaff():
            return replace(state, step=Step.NUMBER, chosen=None, told=Told(*_halves(sentence(problem))))
        case _:
            step = Step.SECRET if state.step in (Step.FRESH, Step.AGAIN) else state.step
            return replace(state, step=step, code="", told=Told(*_halves(sentence(problem))))


def _halves(words: str) -> tuple[str, str]:
    """Up to the first comma in bold."""
    lead, comma, rest = words.partition("，")
    return lead + comma, rest


@dataclass(frozen=True, slots=True)
class PersonRow:
    """`key`: the staff number, or OTHER."""

    key: str
    label: str
    note: str
    cap: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class SignInView:
    """`boxes`: six for a PIN, else 0 and the secret stands in one field (`field_text`). `filled`: how many boxes have a dot."""

    title: str = ""
    hint: str = ""
    boxes: int = 0
    filled: int = 0
    field_text: str = ""
    field_shown: bool = False
    told_lead: str = ""
    told_rest: str = ""
    told_wrong: bool = False
    button: str = ""
    second: str = ""
    can_try: bool = False
    busy: bool = False
    locked_label: str = ""
    loading: bool = True
    nobody: str = ""
    nobody_how: str = ""


_TITLES = {SecretKind.PIN: "输入 PIN", SecretKind.PASSWORD: "输入密码", SecretKind.CODE: "输入一次性代码"}
_HINTS = {
    SecretKind.PIN: "六位数字，数字键盘直接按",
    SecretKind.PASSWORD: "至少 10 个字符，照着键盘打",
    SecretKind.CODE: "纸上的 12 位，横线不用打",
}
_FRESH_HINTS = {SecretKind.PIN: "六位数字，不连着、不重复", SecretKind.PASSWORD: "至少 10 个字符"}


def person_label(person: StaffSeen) -> str:
    return person.label or f"工号 {person.number}"


def derive_sign_in_view(state: SignInState, *, counter: int, waits: float) -> SignInView:
    """`waits`: seconds for which the chosen account still waits after wrong tries."""
    if state.people is None:
        return SignInView()
    if not any(may_call(person) for person in state.people):
        accounts = bool(state.people)
        nobody = "还没有人能在窗口登录" if accounts else "这个大厅还没有登录用的工号"
        how = (
            "请管理员在电脑上加一个叫号员：kiosk staff add 07 --role clerk --as 01"
            if accounts
            else "请管电脑的人先建管理员：kiosk staff first-admin，再用它给每个人加工号。"
        )
        return SignInView(loading=False, nobody=nobody, nobody_how=how)
    typed, wanted = state.typed, state.wanted
    title, hint = _TITLES[wanted], _HINTS[wanted]
    boxes = PIN_DIGITS if wanted is SecretKind.PIN else 0
    shown = False
    match state.step:
        case Step.NUMBER:
            title, hint, boxes, shown = "输入工号", "两到六位数字，回车", 0, True
        case Step.FRESH:
            title, hint = ("选一个新 PIN" if boxes else "选一个新密码"), _FRESH_HINTS[wanted]
        case Step.AGAIN:
            title, hint = "再输一遍", "和刚才一样"
        case Step.SECRET if wanted is SecretKind.CODE:
            typed, shown = code_on_paper(typed), True
        case _:
            pass
    told = state.told
    if waits > 0 and state.step is Step.SECRET:
        minutes = -int(-waits // 60)
        told = Told("错的次数太多，", f"这个工号请过 {minutes} 分钟再试，别的人可以先登录。")
    person = state.person
    locked = next((person_label(seen) for seen in state.people if seen.number == state.locked), "")
    mine = state.locked is not None and state.chosen == state.locked
    button = "接着用" if mine else f"登录，打开 {counter} 号窗口"
    if state.step in (Step.NUMBER, Step.FRESH) or (state.step is Step.SECRET and wanted is SecretKind.CODE):
        button = "下一步"
    return SignInView(
        title=title,
        hint=hint,
        boxes=boxes,
        filled=len(typed) if boxes else 0,
        field_text="" if boxes else typed if shown else "●" * len(typed),
        field_shown=shown,
        told_lead=told.lead,
        told_rest=told.rest,
        told_wrong=told.wrong and bool(told.lead or told.rest),
        button="正在登录" if state.busy else button,
        second="" if mine or button == "下一步" else "先登录，窗口不开",
        can_try=state.whole
        and not state.busy
        and not (waits > 0 and state.step is Step.SECRET)
        and (person is not None or state.step is Step.NUMBER),
        busy=state.busy,
        locked_label=locked,
        loading=False,
    )


def person_rows(state: SignInState) -> list[PersonRow]:
    rows = [
        PersonRow(
            seen.number, person_label(seen), f"工号 {seen.number}" if seen.label else "", f"Alt+{position}", seen.number == state.chosen
        )
        for position, seen in enumerate(state.shown, 1)
    ]
    return [*rows, PersonRow(OTHER, "别的工号", "", "Alt+0", state.step is Step.NUMBER)] if rows else []


@QmlElement
@QmlUncreatable("made by the role")
class SignInViewModel(QObject, Showing[SignInView]):
    """The door. `signedIn` tells the session and whether the counter is to be opened with it (`unlocked` for whoever comes back)."""

    viewChanged = Signal()
    signedIn = Signal(object, bool)
    unlocked = Signal(object)

    def __init__(
        self, *, counter: int, doorkeeper: Doorkeeper, jobs: Jobs, now: Callable[[], float], parent: QObject | None = None
    ) -> None:
        """`now`: seconds that only go forward."""
        super().__init__(parent)
        self._counter = counter
        self._door = doorkeeper
        self._jobs = jobs
        self._now = now
        self._state = SignInState()
        self._view = SignInView()
        self._session: StaffSession | None = None
        self._delays: dict[StaffNumber, float] = {}
        self._open = True
        self._rows: RecordList[PersonRow] = RecordList(PersonRow, parent=self)

    # -- from the console --------------------------------------------------------------------------------------------------

    def stand(self, session: StaffSession | None) -> None:
        """The door is shut: with a session it is locked behind that person."""
        self._session = session
        people = self._state.people
        self._state = SignInState(people=None, locked=session.number if session is not None else None)
        if people:
            self._state = with_people(self._state, people)
        self._refresh()
        self.look()

    def tell(self, problem: Refused) -> None:
        """Why nobody is signed in any more."""
        self._set(replace(self._state, told=Told(*_halves(sentence(problem)))))

    def look(self) -> None:
        """Asks who may sign in."""
        self._jobs.run(self._door.people, self._people, unavailable=self._people_away)

    def second_passed(self) -> None:
        self._refresh()

    def press(self, chord: Chord, text: str) -> bool:
        """True when the key meant something here."""
        state = self._state
        if chord.alt and chord.key in "1234" and len(chord.key) == 1:
            position = int(chord.key) - 1
            if position < len(state.shown):
                self._set(choose(state, state.shown[position].number))
        elif chord == Chord("0", alt=True):
            self._set(choose_other(state))
        elif chord.key in ("Up", "Down") and not (chord.ctrl or chord.alt):
            self._set(move_choice(state, -1 if chord.key == "Up" else 1))
        elif chord.key == "Backspace":
            self._set(erase(state))
        elif chord.key == "Enter":
            self.enter(open_counter=not chord.shift)
        elif text and not chord.ctrl and not chord.alt:
            self._set(type_in(state, text))
        else:
            return False
        return True

    def enter(self, *, open_counter: bool) -> None:
        state = self._state
        if not self._view.can_try:
            return
        match state.step:
            case Step.PERSON:
                pass
            case Step.NUMBER:
                self._number_given(StaffNumber(state.typed))
            case Step.SECRET:
                self._open = open_counter
                self._try(state)
            case Step.FRESH:
                self._set(replace(state, step=Step.AGAIN, fresh=state.typed, typed="", told=Told()))
            case Step.AGAIN:
                self._replace(state)

    # -- trying ------------------------------------------------------------------------------------------------------------

    def _number_given(self, number: StaffNumber) -> None:
        known = any(person.number == number for person in self._state.people or ())
        self._set(choose(self._state, number) if known else refused(self._state, UnknownStaff(number=number, withdrawn=False)))

    def _try(self, state: SignInState) -> None:
        number, secret, session = state.chosen, state.typed, self._session
        if number is None:
            return
        code = secret if state.wanted is SecretKind.CODE else ""
        self._set(replace(state, busy=True, code=code))
        if session is not None and session.number == number:
            self._jobs.run(lambda: self._door.unlock(session, secret), self._unlocked, self._refused, self._refused)
        else:
            self._jobs.run(lambda: self._door.sign_in(number, secret), self._signed_in, self._refused, self._refused)

    def _replace(self, state: SignInState) -> None:
        number, code, fresh = state.chosen, state.code, state.fresh
        if number is None:
            return
        if state.typed != fresh:
            self._set(replace(state, step=Step.FRESH, typed="", fresh="", told=Told("两遍不一样，", "请重新选一个。")))
            return
        self._set(replace(state, busy=True))

        def replaced() -> StaffSession:
            self._door.replace_secret(number, code, fresh)
            return self._door.sign_in(number, fresh)

        self._jobs.run(replaced, self._signed_in, self._refused, self._refused)

    def _signed_in(self, session: StaffSession) -> None:
        self._forget()
        self.signedIn.emit(session, self._open)

    def _unlocked(self, session: StaffSession) -> None:
        self._forget()
        self.unlocked.emit(session)

    def _refused(self, problem: Refused | Unavailable) -> None:
        number = self._state.chosen
        if number is not None and isinstance(problem, SignInDelayed):
            self._delays[number] = self._now() + problem.seconds_left
        elif number is not None and isinstance(problem, WrongSecret) and not problem.tries_left:
            self._delays[number] = self._now() + 60 * problem.delay_minutes
        self._set(refused(self._state, problem))
        self.look()

    def _forget(self) -> None:
        """Whoever came in: nothing that was typed stays."""
        self._session = None
        self._delays.clear()
        self._set(SignInState(people=self._state.people))

    # -- showing -----------------------------------------------------------------------------------------------------------

    def _people(self, people: Sequence[StaffSeen]) -> None:
        active = [person for person in people if person.withdrawn_at is None]
        for person in active:
            if person.seconds_left:
                self._delays[person.number] = self._now() + person.seconds_left
            else:
                self._delays.pop(person.number, None)
        self._set(with_people(self._state, active))

    def _people_away(self, problem: Unavailable) -> None:
        if self._state.people is not None:
            self._set(replace(self._state, told=Told(*_halves(sentence(problem)))))

    def _set(self, state: SignInState) -> None:
        self._state = state
        self._refresh()

    def _refresh(self) -> None:
        chosen = self._state.chosen
        waits = self._delays.get(chosen, 0.0) - self._now() if chosen is not None else 0.0
        self._rows.show(person_rows(self._state))
        self._show(derive_sign_in_view(self._state, counter=self._counter, waits=waits))

    # -- what QML reads ----------------------------------------------------------------------------------------------------

    @Property(QObject, notify=viewChanged)
    def people(self) -> RecordList[PersonRow]:
        return self._rows

    @Property(str, notify=viewChanged)
    def title(self) -> str:
        return self._view.title

    @Property(str, notify=viewChanged)
    def hint(self) -> str:
        return self._view.hint

    @Property(int, notify=viewChanged)
    def boxes(self) -> int:
        return self._view.boxes

    @Property(int, notify=viewChanged)
    def filled(self) -> int:
        return self._view.filled

    @Property(str, notify=viewChanged)
    def fieldText(self) -> str:
        return self._view.field_text

    @Property(str, notify=viewChanged)
    def toldLead(self) -> str:
        return self._view.told_lead

    @Property(str, notify=viewChanged)
    def toldRest(self) -> str:
        return self._view.told_rest

    @Property(bool, notify=viewChanged)
    def toldWrong(self) -> bool:
        return self._view.told_wrong

    @Property(str, notify=viewChanged)
    def button(self) -> str:
        return self._view.button

    @Property(str, notify=viewChanged)
    def second(self) -> str:
        return self._view.second

    @Property(bool, notify=viewChanged)
    def canTry(self) -> bool:
        return self._view.can_try

    @Property(str, notify=viewChanged)
    def lockedLabel(self) -> str:
        return self._view.locked_label

    @Property(bool, notify=viewChanged)
    def loading(self) -> bool:
        return self._view.loading

    @Property(str, notify=viewChanged)
    def nobody(self) -> str:
        return self._view.nobody

    @Property(str, notify=viewChanged)
    def nobodyHow(self) -> str:
        return self._view.nobody_how

    @Slot(str)
    def choosePerson(self, key: str) -> None:
        self._set(choose_other(self._state) if key == OTHER else choose(self._state, StaffNumber(key)))

    @Slot()
    def signIn(self) -> None:
        self.enter(open_counter=True)

    @Slot()
    def signInClosed(self) -> None:
        self.enter(open_counter=False)
