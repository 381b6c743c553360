"""The slim bar: the number in hand, seven keys that never move, who waits, whether somebody asks for help.

Here: what it says in every state. Elsewhere: what its keys do (console.py), when a key is to be had (wishes.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.application.queries.counter_desk import CounterDesk, DeskTicket, UndoOffer
from kiosk.domain.catalog import Edition
from kiosk.domain.queueing.deeds import MAX_RECALLS, Deed
from kiosk.domain.staff import StaffNumber
from kiosk.interface.counter.desk_words import CLASS_WORDS, item_name, items_name, stopwatch, waited_words
from kiosk.interface.counter.help_desk import HelpState
from kiosk.interface.counter.keyboard import Press, Wish
from kiosk.interface.counter.prompt import Prompt
from kiosk.interface.counter.wishes import HelpStanding, Standing, Words, not_theirs, standing_of, why_not
from kiosk.interface.shared.moments import clock_words
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.showing import Showing

QML_IMPORT_NAME = "Kiosk.CounterModels"
QML_IMPORT_MAJOR_VERSION = 1

_KEYS = (
    (Wish.CALL_NEXT, "呼叫下一位", "F2"),
    (Wish.RECALL, "重呼", "F3"),
    (Wish.START, "开始", "F4"),
    (Wish.FINISH, "办结", "F5"),
    (Wish.MISS, "过号", "F6"),
    (Wish.TRANSFER, "转", "F7"),
    (Wish.PAUSE, "暂停", "F8"),
)

_NEXT_STEP = {
    Standing.FREE: Wish.CALL_NEXT,
    Standing.CALLED: Wish.START,
    Standing.SERVING: Wish.FINISH,
    Standing.PAUSED: Wish.PAUSE,
}

_DONE = {
    Deed.CALL_NEXT: "叫了",
    Deed.CALL_THIS: "叫了",
    Deed.START: "开始办了",
    Deed.FINISH: "已办结",
    Deed.MISS: "已过号",
    Deed.REJOIN: "又排上了",
    Deed.PARK: "已搁置",
    Deed.TAKE_BACK: "取回来了",
    Deed.TRANSFER: "转走了",
    Deed.CORRECT_ITEM: "事项改了",
    Deed.ADD_ITEM: "加了一件事",
}


@dataclass(frozen=True, slots=True)
class BarKeyRow:
    """`key` is the wish's name, `main`: the next step of this state."""

    key: str
    label: str
    cap: str
    main: bool
    ready: bool


@dataclass(frozen=True, slots=True)
class ChipRow:
    key: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Block:
    """The left block: the number in hand and how it stands. `strong` is the middle of the quiet line, in bold. `glyph`: pause or nothing."""

    number: str = ""
    title: str = ""
    before: str = ""
    strong: str = ""
    after: str = ""
    glyph: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What the left block offers besides the seven keys: 撤销 or 开窗口."""

    label: str = ""
    cap: str = ""
    wish: str = ""


@dataclass(frozen=True, slots=True)
class HelpBlock:
    """The gold block at the end. `label` empty: nothing to press, somebody else went."""

    shown: bool = False
    late: bool = False
    title: str = ""
    text: str = ""
    label: str = ""
    cap: str = ""
    wish: str = ""


_FLAT_KEYS = tuple(BarKeyRow(wish.value, label, cap, False, False) for wish, label, cap in _KEYS)


@dataclass(frozen=True, slots=True)
class BarView:
    """`message` takes the place of the block's quiet line, `asks` with its `chips` that of the whole block."""

    keys: tuple[BarKeyRow, ...] = _FLAT_KEYS
    block: Block = Block()
    message: Words | None = None
    away: bool = False
    asks: str = ""
    chips: tuple[ChipRow, ...] = ()
    offer: Offer = Offer()
    waiting: str = ""
    waiting_unit: str = ""
    help: HelpBlock = HelpBlock()


def derive_bar_view(
    *,
    desk: CounterDesk | None,
    edition: Edition,
    moment: datetime,
    away: bool = False,
    finishing: str = "",
    message: Words | None = None,
    prompt: Prompt | None = None,
    missing: int = 0,
    clerk: StaffNumber | None = None,
    locked: bool = False,
    elsewhere: bool = False,
    helping: HelpState | None = None,
) -> BarView:
    """`away`: the hall cannot be asked, `desk` is as it was. `finishing`: a number whose 办结 waits for the hall to come back. `missing`: papers
    that the number in hand lacks. `clerk`: who is signed in. `elsewhere`: the call for help stands large in the window; there is its next step, the bar has none."""
    ring = _help(helping or HelpState(), moment, elsewhere)
    if desk is None:
        block = Block(title="连不上大厅", before="先用纸号叫，连上了再补") if away else Block(title="正在问大厅")
        return BarView(block=block, message=message, away=away, help=ring)
    standing = standing_of(desk)
    foreign = not_theirs(desk, clerk) if not away else None
    offered = foreign is None and standing not in (Standing.PAUSED, Standing.CLOSED) and not away and message is None and prompt is None
    undo = _undo(desk.undo, moment) if offered else ""
    block = _block(desk, standing, edition, moment, missing, brief=bool(undo))
    if undo and desk.undo is not None and standing is Standing.FREE:
        block = replace(block, title=f"{desk.undo.number} {_DONE.get(desk.undo.deed, '已记下')}")
    if foreign is not None and standing is Standing.FREE:
        block = Block(title="窗口没开" if desk.staff is None else f"{desk.staff} 号在用这个窗口", before="开了窗口才能叫号", glyph="pause")
    return BarView(
        keys=_FLAT_KEYS
        if locked or foreign is not None
        else tuple(_key(wish, label, cap, desk, standing, away, elsewhere) for wish, label, cap in _KEYS),
        block=block,
        message=message or (_away_words(finishing) if away else foreign if desk.current is not None else None),
        away=away and message is None,
        asks=prompt.words if prompt is not None else "",
        chips=tuple(ChipRow(each.key, f"{each.key} {each.label}".rstrip(), each.key == prompt.chosen) for each in prompt.choices)
        if prompt
        else (),
        offer=_offer(standing, undo, away, foreign=foreign is not None),
        waiting=str(len(desk.waiting)),
        waiting_unit=f"人等\n{clock_words(desk.at)} 时" if away else "人等",
        help=ring,
    )


def _key(wish: Wish, label: str, cap: str, desk: CounterDesk, standing: Standing, away: bool, elsewhere: bool) -> BarKeyRow:
    if wish is Wish.PAUSE and standing is Standing.PAUSED:
        label = "恢复"
    ready = why_not(wish, desk) is None and (not away or wish is Wish.FINISH)
    return BarKeyRow(wish, label, cap, main=ready and not elsewhere and _NEXT_STEP.get(standing) is wish, ready=ready)


def _offer(standing: Standing, undo: str, away: bool, *, foreign: bool) -> Offer:
    if undo:
        return Offer(undo, "Ctrl+Z", Wish.UNDO)
    if (standing is Standing.CLOSED or foreign) and not away:
        return Offer("开窗口", "Shift+F8", Wish.OPEN_OR_CLOSE)
    return Offer()


def _block(desk: CounterDesk, standing: Standing, edition: Edition, moment: datetime, missing: int, brief: bool) -> Block:
    """`brief`: something is offered beside it, which leaves half the room."""
    current = desk.current
    if current is not None:
        block = Block(number=current.number, title=items_name(current.items, edition))
        return (
            _serving(block, current, moment, missing, brief)
            if standing is Standing.SERVING
            else replace(block, before=_called(current, moment, brief))
        )
    if standing is Standing.PAUSED:
        since = f" {clock_words(desk.since)}" if desk.since is not None else ""
        return Block(title=f"窗口暂停{since}", before="大屏写着“暂停”，不会叫到这里", glyph="pause")
    if standing is Standing.CLOSED:
        return Block(title="窗口没开", before="大屏不会叫到这里", glyph="pause")
    return _next_one(desk, edition, moment)


def _called(current: DeskTicket, moment: datetime, brief: bool) -> str:
    if brief:
        return f"叫了 {stopwatch(current.called_at, moment)}"
    calls = 1 + MAX_RECALLS - current.recalls_left
    left = f"还能重呼 {current.recalls_left} 次" if current.recalls_left else "不能再重呼"
    return f"叫了 {calls} 次 · {stopwatch(current.called_at, moment)} · {left}"


def _serving(block: Block, current: DeskTicket, moment: datetime, missing: int, brief: bool) -> Block:
    waited = waited_words(current.issued_at, current.called_at)
    served = f"办了 {stopwatch(current.since, moment)}"
    if brief:
        return replace(block, strong=f"缺 {missing} 样", after=f"· {served}") if missing else replace(block, before=served)
    if not missing:
        return replace(block, before=f"{waited} · {served}")
    return replace(block, before=f"{waited} ·", strong=f"缺 {missing} 样", after=f"· {served}")


def _next_one(desk: CounterDesk, edition: Edition, moment: datetime) -> Block:
    title = "没有在办的号"
    if not desk.waiting:
        return Block(title=title, before="没有人等，新号来了会响一声")
    first = desk.waiting[0]
    rest = CLASS_WORDS[first.ticket_class] or waited_words(first.issued_at, moment)
    return Block(title=title, before="下一个", strong=first.number, after=f"{item_name(first.item, edition)} · {rest}")


def _undo(offer: UndoOffer | None, moment: datetime) -> str:
    """Counted down; nothing once it is over."""
    if offer is None:
        return ""
    seconds = -int(-(offer.until - moment).total_seconds() // 1)
    return f"撤销 {seconds} 秒" if seconds > 0 else ""


def _away_words(finishing: str) -> Words:
    return Words("连不上大厅", f"，{finishing} 的办结先记在本机" if finishing else "，办结先记在本机")


def _help(helping: HelpState, moment: datetime, elsewhere: bool) -> HelpBlock:
    standing = helping.standing
    if standing is HelpStanding.QUIET:
        return HelpBlock(shown=True, title=helping.gone, text="这里不用去了") if helping.gone else HelpBlock()
    if elsewhere:
        return HelpBlock(shown=True, late=helping.late(moment), title="帮办来电", text=f"{helping.kiosk} 号机")
    rings = standing is HelpStanding.RINGING
    return HelpBlock(
        shown=True,
        late=helping.late(moment),
        title=f"{helping.kiosk} 号机",
        text=helping.words(moment),
        label="我去" if rings else "到了" if standing is HelpStanding.ON_THE_WAY else "帮完了",
        cap="F9" if rings else "Ctrl+F9",
        wish=Wish.GO_HELP if rings else Wish.HELP_STEP,
    )


@QmlElement
@QmlUncreatable("made by the role")
class BarViewModel(QObject, Showing[BarView]):
    """Binds the bar; what is pressed goes to the console."""

    viewChanged = Signal()

    def __init__(self, pressed: Callable[[Press], None], chosen: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pressed = pressed
        self._chosen = chosen
        self._chips: RecordList[ChipRow] = RecordList(ChipRow, parent=self)
        self._view = BarView()
        self._keys: RecordList[BarKeyRow] = RecordList(BarKeyRow, places=True, parent=self)
        self._keys.show(self._view.keys)

    def show(self, view: BarView) -> None:
        self._keys.show(view.keys)
        self._chips.show(view.chips)
        self._show(view)

    @property
    def view(self) -> BarView:
        return self._view

    @Property(QObject, notify=viewChanged)
    def keys(self) -> RecordList[BarKeyRow]:
        return self._keys

    @Property(QObject, notify=viewChanged)
    def chips(self) -> RecordList[ChipRow]:
        return self._chips

    @Property(str, notify=viewChanged)
    def prompt(self) -> str:
        return self._view.asks

    @Property(str, notify=viewChanged)
    def number(self) -> str:
        return self._view.block.number

    @Property(str, notify=viewChanged)
    def title(self) -> str:
        return self._view.block.title

    @Property(str, notify=viewChanged)
    def before(self) -> str:
        return self._view.block.before

    @Property(str, notify=viewChanged)
    def strong(self) -> str:
        return self._view.block.strong

    @Property(str, notify=viewChanged)
    def after(self) -> str:
        return self._view.block.after

    @Property(str, notify=viewChanged)
    def glyph(self) -> str:
        return self._view.block.glyph

    @Property(str, notify=viewChanged)
    def messageLead(self) -> str:
        return self._view.message.lead if self._view.message is not None else ""

    @Property(str, notify=viewChanged)
    def messageRest(self) -> str:
        return self._view.message.rest if self._view.message is not None else ""

    @Property(bool, notify=viewChanged)
    def messageAway(self) -> bool:
        return self._view.away

    @Property(str, notify=viewChanged)
    def offer(self) -> str:
        return self._view.offer.label

    @Property(str, notify=viewChanged)
    def offerCap(self) -> str:
        return self._view.offer.cap

    @Property(str, notify=viewChanged)
    def offerWish(self) -> str:
        return self._view.offer.wish

    @Property(str, notify=viewChanged)
    def waitingText(self) -> str:
        return self._view.waiting

    @Property(str, notify=viewChanged)
    def waitingUnit(self) -> str:
        return self._view.waiting_unit

    @Property(bool, notify=viewChanged)
    def helpRinging(self) -> bool:
        return self._view.help.shown

    @Property(bool, notify=viewChanged)
    def helpLate(self) -> bool:
        return self._view.help.late

    @Property(str, notify=viewChanged)
    def helpTitle(self) -> str:
        return self._view.help.title

    @Property(str, notify=viewChanged)
    def helpText(self) -> str:
        return self._view.help.text

    @Property(str, notify=viewChanged)
    def helpLabel(self) -> str:
        return self._view.help.label

    @Property(str, notify=viewChanged)
    def helpCap(self) -> str:
        return self._view.help.cap

    @Property(str, notify=viewChanged)
    def helpWish(self) -> str:
        return self._view.help.wish

    @Slot(str)
    def press(self, wish: str) -> None:
        self._pressed(Press(Wish(wish)))

    @Slot(str)
    def choose(self, key: str) -> None:
        """A click on a chip chooses and does it at once."""
        self._chosen(key)
