"""A call for help in the full window: which screen, why, how long it rings, who went today.

Elsewhere: the calls themselves (help_desk.py), the rules (domain.assistance).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kiosk.application.queries.assistance import HelpCallSeen, HelpNow
from kiosk.domain.assistance import ESCALATE_AFTER, HelpCallState
from kiosk.interface.counter.help_desk import REASON_WORDS, HelpState
from kiosk.interface.counter.keyboard import Press, Wish
from kiosk.interface.counter.wishes import HelpStanding
from kiosk.interface.shared.moments import clock_words
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.showing import Showing

QML_IMPORT_NAME = "Kiosk.CounterModels"
QML_IMPORT_MAJOR_VERSION = 1

TODAY_ROWS = 3


@dataclass(frozen=True, slots=True)
class HelpRow:
    key: str
    time: str
    kiosk: str
    reason: str
    who: str
    minutes: str


@dataclass(frozen=True, slots=True)
class HelpPageView:
    """`shown`: it takes the place of the item and the guide. `rung`: the share of the time until it is told louder."""

    shown: bool = False
    title: str = ""
    place: str = ""
    reason: str = ""
    since: str = ""
    rung: float = 0.0
    late: bool = False
    rang_words: str = ""
    until_words: str = ""
    main: str = ""
    main_cap: str = ""
    main_wish: str = ""
    second: str = ""
    note: str = ""
    rows: tuple[HelpRow, ...] = ()
    summary: str = ""


def derive_help_page(now: HelpNow | None, helping: HelpState, *, moment: datetime, busy: bool) -> HelpPageView:
    """`busy`: a number is in hand: then only the bar tells of the call."""
    known = helping.taken or helping.call
    if now is None or busy or known is None:
        return HelpPageView()
    rings = helping.standing is HelpStanding.RINGING
    rang = helping.rang(moment)
    late = helping.late(moment)
    until = "已叫值班长" if late else f"到 {int(ESCALATE_AFTER.total_seconds())} 秒叫值班长"
    step = "到了" if helping.standing is HelpStanding.ON_THE_WAY else "帮完了"
    return HelpPageView(
        shown=True,
        title=f"{known.kiosk} 号机有人找金小二" if rings else f"您去 {known.kiosk} 号机",
        place=known.place,
        reason=REASON_WORDS[known.reason],
        since=clock_words(known.rung_at),
        rung=min(1.0, rang / ESCALATE_AFTER.total_seconds()) if rings else 0.0,
        late=late,
        rang_words=f"响了 {rang} 秒" if rings else "",
        until_words=until if rings else "",
        main="我去" if rings else step,
        main_cap="F9" if rings else "Ctrl+F9",
        main_wish=Wish.GO_HELP if rings else Wish.HELP_STEP,
        second="走不开" if rings else "",
        note="开着的窗口一起响，谁先接就是谁" if rings else "别的窗口已经不响了",
        rows=tuple(_row(seen) for seen in now.today if seen.state is not HelpCallState.RINGING)[:TODAY_ROWS],
        summary=_summary(now),
    )


def _row(seen: HelpCallSeen) -> HelpRow:
    match seen.state:
        case HelpCallState.TAKEN:
            who = f"{seen.counter} 号窗口在帮"
        case HelpCallState.DONE:
            who = f"{seen.counter} 号窗口去了"
        case HelpCallState.CANCELLED:
            who = "居民说不用了"
        case _:
            who = "没有人去"
    minutes = ""
    if seen.taken_at is not None and seen.ended_at is not None:
        minutes = f"{max(1, int((seen.ended_at - seen.taken_at).total_seconds() // 60))} 分"
    return HelpRow(str(seen.id), clock_words(seen.rung_at), f"{seen.kiosk} 号机", REASON_WORDS[seen.reason], who, minutes)


def _summary(now: HelpNow) -> str:
    went = [seen for seen in now.today if seen.state in (HelpCallState.TAKEN, HelpCallState.DONE)]
    quick = sum(seen.seconds <= ESCALATE_AFTER.total_seconds() for seen in went)
    if not went:
        return "今天头一回"
    return f"{len(went)} 次都在 60 秒内有人去" if quick == len(went) else f"去了 {len(went)} 次，{quick} 次在 60 秒内"


@QmlElement
@QmlUncreatable("made by the role")
class HelpPageViewModel(QObject, Showing[HelpPageView]):
    viewChanged = Signal()

    def __init__(self, pressed: Callable[[Press], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pressed = pressed
        self._view = HelpPageView()
        self._rows: RecordList[HelpRow] = RecordList(HelpRow, parent=self)

    def show(self, view: HelpPageView) -> None:
        self._rows.show(view.rows)
        self._show(view)

    @Slot(str)
    def press(self, wish: str) -> None:
        self._pressed(Press(Wish(wish)))

    @Property(bool, notify=viewChanged)
    def shown(self) -> bool:
        return self._view.shown

    @Property(str, notify=viewChanged)
    def title(self) -> str:
        return self._view.title

    @Property(str, notify=viewChanged)
    def place(self) -> str:
        return self._view.place

    @Property(str, notify=viewChanged)
    def reason(self) -> str:
        return self._view.reason

    @Property(str, notify=viewChanged)
    def since(self) -> str:
        return self._view.since

    @Property(float, notify=viewChanged)
    def rung(self) -> float:
        return self._view.rung

    @Property(bool, notify=viewChanged)
    def late(self) -> bool:
        return self._view.late

    @Property(str, notify=viewChanged)
    def rangWords(self) -> str:
        return self._view.rang_words

    @Property(str, notify=viewChanged)
    def untilWords(self) -> str:
        return self._view.until_words

    @Property(str, notify=viewChanged)
    def main(self) -> str:
        return self._view.main

    @Property(str, notify=viewChanged)
    def mainCap(self) -> str:
        return self._view.main_cap

    @Property(str, notify=viewChanged)
    def mainWish(self) -> str:
        return self._view.main_wish

    @Property(str, notify=viewChanged)
    def second(self) -> str:
        return self._view.second

    @Property(str, notify=viewChanged)
    def note(self) -> str:
        return self._view.note

    @Property(QObject, notify=viewChanged)
    def rows(self) -> RecordList[HelpRow]:
        return self._rows

    @Property(str, notify=viewChanged)
    def summary(self) -> str:
        return self._view.summary
