"""Qt's keys as chords (keyboard.py), before any item of the window sees them.

A digit under Shift comes as the sign above it, Shift+Tab as Backtab, the number pad's Enter as another Enter: here they are told apart again.

Elsewhere: what a chord does (keyboard.py).
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.interface.counter.keyboard import Chord
from kiosk.interface.shared.qml import QObject

_SHIFTED = dict(zip("!@#$%^&*()", "1234567890", strict=True))
"""Signs above the digits of the keyboards that halls have."""

_NAMES = {
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Home: "Home",
    Qt.Key.Key_End: "End",
    Qt.Key.Key_PageUp: "PgUp",
    Qt.Key.Key_PageDown: "PgDown",
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Escape: "Esc",
    Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Backtab: "Tab",
    Qt.Key.Key_Backspace: "Backspace",
    **{getattr(Qt.Key, f"Key_F{n}"): f"F{n}" for n in range(1, 13)},
}
_TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin})


def chord_of(event: QKeyEvent) -> Chord | None:
    """None for a modifier alone, and for keys that this console has no name for."""
    held = event.modifiers()
    ctrl = bool(held & Qt.KeyboardModifier.ControlModifier)
    alt = bool(held & Qt.KeyboardModifier.AltModifier)
    shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
    name = _NAMES.get(Qt.Key(event.key()))
    if name is None:
        name = _sign(event.key())
        name, shift = (_SHIFTED[name], True) if shift and name in _SHIFTED else (name, shift)
    return Chord(name, ctrl, alt, shift) if name else None


def _sign(key: int) -> str:
    """Letters, digits and signs have their own code as their number."""
    return chr(key).upper() if 0x20 < key < 0x7F else ""


class KeyGate(QObject):
    """An event filter for the window: every key goes to `key(chord, text, repeated)`, which says whether it used it; `touched` hears the
    mouse."""

    def __init__(self, key: Callable[[Chord, str, bool], bool], touched: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._touched = touched

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            chord = chord_of(event)
            text = event.text()
            # Unnamed keys may still write something: a letter of a password.
            return self._key(chord or Chord(""), text if text.isprintable() else "", event.isAutoRepeat())
        if kind is QEvent.Type.ShortcutOverride:
            return False
        if kind in _TOUCHES:
            self._touched()
        return False
