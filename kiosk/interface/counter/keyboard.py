"""The console's keys: which chord means which wish, and how the page of all keys is written.

Here: chords, wishes and the complete map (mock-ups STAFF.md §4). Elsewhere: whether a wish is to be had now and what is said when it is not
(wishes.py), what it does (console.py), Qt's own numbers of keys (key_events.py). A chord is the key's plain name with its modifiers; a digit is
a digit whether the row above the letters or the number pad wrote it, and whatever sign Shift makes of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Wish(StrEnum):
    """What a key asks for. Those that take a figure carry it in `Press.figure`."""

    CALL_NEXT = "call_next"
    RECALL = "recall"
    START = "start"
    FINISH = "finish"
    FINISH_AND_CALL = "finish_and_call"
    MISS = "miss"
    TRANSFER = "transfer"
    PAUSE = "pause"
    OPEN_OR_CLOSE = "open_or_close"
    PARK = "park"
    UNDO = "undo"
    GO_HELP = "go_help"
    CANNOT_HELP = "cannot_help"
    HELP_STEP = "help_step"
    PAPER_SEEN = "paper_seen"
    PAPER_MISSING = "paper_missing"
    CORRECT_ITEM = "correct_item"
    ADD_ITEM = "add_item"
    PRINT_MISSING = "print_missing"
    SHAPE = "shape"
    LOCK = "lock"
    SIGN_OUT = "sign_out"
    KEYS = "keys"
    CLOSE = "close"
    UP = "up"
    DOWN = "down"
    FIRST = "first"
    LAST = "last"
    ACCEPT = "accept"
    AREA = "area"
    NEXT_AREA = "next_area"
    PREVIOUS_AREA = "previous_area"
    LINES = "lines"
    FIND = "find"
    GUIDE_TAB = "guide_tab"
    PAGE_UP = "page_up"
    PAGE_DOWN = "page_down"
    HISTORY = "history"
    RATING_CODE = "rating_code"
    FIGURES = "figures"
    STOP = "stop"
    ISSUE = "issue"


WRITING = frozenset(
    {
        Wish.CALL_NEXT, Wish.RECALL, Wish.START, Wish.FINISH, Wish.FINISH_AND_CALL, Wish.MISS, Wish.PAUSE, Wish.OPEN_OR_CLOSE, Wish.UNDO,
        Wish.GO_HELP, Wish.CANNOT_HELP, Wish.HELP_STEP, Wish.PRINT_MISSING, Wish.SIGN_OUT,
    }
)  # fmt: skip
"""Deeds that change something at once: the same one within a second is the same press."""

SAME_PRESS_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Chord:
    """`key`: `F2`, `Z`, `7`, `Up`, `Enter`."""

    key: str
    ctrl: bool = False
    alt: bool = False
    shift: bool = False


@dataclass(frozen=True, slots=True)
class Press:
    wish: Wish
    figure: int = 0


_DIGITS = "123456789"

_CHORDS: Mapping[Chord, Press] = {
    Chord("F1"): Press(Wish.KEYS),
    Chord("F2"): Press(Wish.CALL_NEXT),
    Chord("F3"): Press(Wish.RECALL),
    Chord("F4"): Press(Wish.START),
    Chord("F5"): Press(Wish.FINISH),
    Chord("F5", shift=True): Press(Wish.FINISH_AND_CALL),
    Chord("F6"): Press(Wish.MISS),
    Chord("F7"): Press(Wish.TRANSFER),
    Chord("F8"): Press(Wish.PAUSE),
    Chord("F8", shift=True): Press(Wish.OPEN_OR_CLOSE),
    Chord("F9"): Press(Wish.GO_HELP),
    Chord("F9", shift=True): Press(Wish.CANNOT_HELP),
    Chord("F9", ctrl=True): Press(Wish.HELP_STEP),
    Chord("F10"): Press(Wish.PARK),
    Chord("F11"): Press(Wish.SHAPE),
    Chord("F12"): Press(Wish.LOCK),
    Chord("F12", shift=True): Press(Wish.SIGN_OUT),
    Chord("Z", ctrl=True): Press(Wish.UNDO),
    Chord("Up"): Press(Wish.UP),
    Chord("Down"): Press(Wish.DOWN),
    Chord("Home"): Press(Wish.FIRST),
    Chord("End"): Press(Wish.LAST),
    Chord("Enter"): Press(Wish.ACCEPT),
    **{Chord(digit, ctrl=True): Press(Wish.AREA, int(digit)) for digit in "123"},
    Chord("Tab"): Press(Wish.NEXT_AREA),
    Chord("Tab", shift=True): Press(Wish.PREVIOUS_AREA),
    Chord("L", ctrl=True): Press(Wish.LINES),
    Chord("F", ctrl=True): Press(Wish.FIND),
    **{Chord(digit): Press(Wish.PAPER_SEEN, int(digit)) for digit in _DIGITS},
    **{Chord(digit, shift=True): Press(Wish.PAPER_MISSING, int(digit)) for digit in _DIGITS},
    Chord("I", ctrl=True): Press(Wish.CORRECT_ITEM),
    Chord("J", ctrl=True): Press(Wish.ADD_ITEM),
    Chord("D", ctrl=True): Press(Wish.PRINT_MISSING),
    **{Chord(digit, alt=True): Press(Wish.GUIDE_TAB, int(digit)) for digit in "123"},
    Chord("PgUp"): Press(Wish.PAGE_UP),
    Chord("PgDown"): Press(Wish.PAGE_DOWN),
    Chord("H", ctrl=True): Press(Wish.HISTORY),
    Chord("Q", ctrl=True): Press(Wish.RATING_CODE),
    Chord("T", ctrl=True): Press(Wish.FIGURES),
    Chord("B", ctrl=True): Press(Wish.STOP),
    Chord("N", ctrl=True): Press(Wish.ISSUE),
    Chord("Esc"): Press(Wish.CLOSE),
}


def press_of(chord: Chord) -> Press | None:
    """None for a chord that means nothing here."""
    return _CHORDS.get(chord)


def chords() -> Mapping[Chord, Press]:
    """The whole map."""
    return _CHORDS


class SamePress:
    """The same wish within a second is one press, however often the key came. `now`: seconds that only go forward."""

    def __init__(self) -> None:
        self._last: tuple[Wish, float] | None = None

    def repeats(self, wish: Wish, now: float) -> bool:
        if wish not in WRITING:
            return False
        again = self._last is not None and self._last[0] is wish and now - self._last[1] < SAME_PRESS_SECONDS
        if not again:
            self._last = wish, now
        return again


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A line of the page of all keys. `caps`: how the keys are labelled, each a keycap."""

    caps: tuple[str, ...]
    does: str
    when: str


KEY_PAGE: Sequence[tuple[str, Sequence[KeyLine]]] = (
    (
        "叫号办理",
        (
            KeyLine(("F2",), "呼叫下一位", "没有在叫、在办的号"),
            KeyLine(("F3",), "重呼", "叫了还没来"),
            KeyLine(("F4",), "开始", "人来了"),
            KeyLine(("F5",), "办结", "办理中"),
            KeyLine(("Shift", "F5"), "办结并呼叫下一位", "办理中"),
            KeyLine(("F6",), "过号", "叫了不来"),
            KeyLine(("F7",), "转：1–8 窗口、A B H 队列", "叫了或办理中"),
            KeyLine(("F10",), "搁置：1–5 原因", "办理中"),
            KeyLine(("Ctrl", "Z"), "撤销刚才那一下", "10 秒内"),
        ),
    ),
    (
        "窗口",
        (
            KeyLine(("F8",), "暂停、恢复", "没有在办的号"),
            KeyLine(("Shift", "F8"), "开窗口、关窗口", "没有在办的号"),
            KeyLine(("F11",), "大窗、收起", "随时"),
            KeyLine(("F12",), "锁屏", "随时"),
            KeyLine(("Shift", "F12"), "交班退出", "随时"),
            KeyLine(("Ctrl", "T"), "大厅数字，回车存成 Excel", "随时"),
            KeyLine(("Ctrl", "N"), "给不会用屏幕的人发号", "随时"),
            KeyLine(("Ctrl", "B"), "今天停办、恢复：事项或队列", "随时"),
            KeyLine(("F1",), "看全部按键", "随时"),
            KeyLine(("Esc",), "关掉打开的，什么都不改", "随时"),
        ),
    ),
    (
        "帮办",
        (
            KeyLine(("F9",), "我去", "有人找金小二"),
            KeyLine(("Shift", "F9"), "走不开", "有人找金小二"),
            KeyLine(("Ctrl", "F9"), "到了，再按帮完了", "接了以后"),
        ),
    ),
    (
        "名单",
        (
            KeyLine(("↑", "↓"), "选一个号，Home 最前，End 最后", "大窗"),
            KeyLine(("Enter",), "叫这个号、取回、过号的来了", "选中以后"),
            KeyLine(("Ctrl", "L"), "换队列：A、B、H、全部", "大窗"),
            KeyLine(("Ctrl", "F"), "找号码或事项", "大窗"),
            KeyLine(("Ctrl", "1–3"), "到等候、当前、指南，Tab 顺着走", "大窗"),
        ),
    ),
    (
        "这个号",
        (
            KeyLine(("1–9",), "这样看过了", "办理中"),
            KeyLine(("Shift", "1–9"), "这样缺着", "办理中"),
            KeyLine(("Ctrl", "I"), "改事项", "办理中"),
            KeyLine(("Ctrl", "J"), "加一件事", "办理中"),
            KeyLine(("Ctrl", "D"), "打印缺件单", "办理中"),
            KeyLine(("Ctrl", "H"), "这个号的经过", "叫了或办理中"),
            KeyLine(("Ctrl", "Q"), "给居民看好差评码", "叫了或办理中"),
            KeyLine(("Alt", "1–3"), "指南：怎么办、材料、依据", "大窗"),
            KeyLine(("PgUp", "PgDn"), "指南翻页", "大窗"),
        ),
    ),
)
"""What F1 shows. A test holds it against the map: no key is left out, none is told that is not there."""
