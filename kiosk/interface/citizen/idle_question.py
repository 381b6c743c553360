"""还在吗: the question that stands over a page after a quiet while, with the seconds in which it is answered.

Elsewhere: the clock behind it (shared.idle), what happens when nobody answers (citizen.py).
"""

from __future__ import annotations

from kiosk.interface.shared.idle import USUAL, IdleClock, IdleState, Patience
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.showing import Showing

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the role")
class IdleQuestionViewModel(QObject, Showing[int]):
    """Shows one figure: the seconds left. The page below keeps everything that was chosen."""

    viewChanged = Signal()

    def __init__(self, *, idle: IdleClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._idle = idle
        self._view = USUAL.answer
        idle.changed.connect(self.refresh)
        self.refresh()

    @property
    def patience(self) -> Patience:
        return USUAL

    def enter(self, argument: str, returning: bool) -> None:
        self.refresh()

    def forget(self) -> None:
        """Knows nothing of the person."""

    @Slot()
    def refresh(self) -> None:
        """A second has passed."""
        if self._idle.state is IdleState.ASKING:
            self._show(self._idle.seconds_left)

    @Slot()
    def stay(self) -> None:
        """Answers the question: the quiet time starts anew, the page below comes back as it was."""
        self._idle.restart()

    @Property(int, notify=viewChanged)
    def seconds(self) -> int:
        return self._view
