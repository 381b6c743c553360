"""How a view model shows: one frozen view, swapped whole, announced once.

A view model derives its view with a pure function and hands it to `_show`. All its properties read from the view and share the one
signal `viewChanged` (0.07 ms for 40 bindings; splitting signals is only worth it where a figure or a motion asks for it).

Elsewhere: lists (record_list.py), the decorators (qml.py), why properties are spelled out (docs/adr/0028).
"""

from __future__ import annotations

from typing import Generic, TypeVar

from kiosk.interface.shared.qml import SignalInstance

View = TypeVar("View")


class Showing(Generic[View]):
    """Mix into a QObject that declares `viewChanged = Signal()` and sets `_view` before anything reads it."""

    viewChanged: SignalInstance
    _view: View

    def _show(self, view: View) -> None:
        """Swap first, then say so: a binding that reads during the signal already sees the new view. Equal views stay silent."""
        if view == self._view:
            return
        self._view = view
        self.viewChanged.emit()
