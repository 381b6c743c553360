"""稍等一下: something went wrong that nobody foresaw. Says what is safe and what is gone, and leaves by itself; details are in the log.

Elsewhere: who shows it (citizen.py), the words of what is away (shared.sentences).
"""

from __future__ import annotations

from PySide6.QtCore import QTimer

from kiosk.interface.shared.idle import USUAL, Patience
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.showing import Showing

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = "fault"
SECONDS = 8
"""Long enough to read three lines."""


@QmlElement
@QmlUncreatable("made by the role")
class FaultViewModel(QObject, Showing[int]):
    """Shows one figure: the seconds until home."""

    viewChanged = Signal()

    def __init__(self, *, navigator: Navigator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._view = SECONDS
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.tick)

    @property
    def patience(self) -> Patience:
        return USUAL

    def enter(self, argument: str, returning: bool) -> None:
        if argument:
            raise KeyError(argument)
        self._show(SECONDS)
        self._second.start()

    def forget(self) -> None:
        self._second.stop()

    @Slot()
    def tick(self) -> None:
        """One second passed. Tests call it; the timer does in life. Who went on to another page is not taken away from it."""
        if self._navigator.here.page != PAGE:
            self._second.stop()
        elif self._view > 1:
            self._show(self._view - 1)
        else:
            self._second.stop()
            self._navigator.home()

    @Slot()
    def leave(self) -> None:
        self._navigator.home()

    @Property(int, notify=viewChanged)
    def seconds(self) -> int:
        return self._view
