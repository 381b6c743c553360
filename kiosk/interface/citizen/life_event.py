"""STUB: LifeEventPage. To be replaced by its owner."""

from __future__ import annotations

from typing import Any

from kiosk.interface.shared.idle import USUAL, Patience
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the role")
class LifeEventViewModel(QObject):
    viewChanged = Signal()  # noqa: N815

    def __init__(self, *, parent: QObject | None = None, **parts: Any) -> None:
        super().__init__(parent)
        self._argument = ""

    @property
    def patience(self) -> Patience:
        return USUAL

    def enter(self, argument: str, returning: bool) -> None:
        self._argument = argument
        self.viewChanged.emit()

    def forget(self) -> None:
        self._argument = ""

    @Property(str, notify=viewChanged)
    def title(self) -> str:
        return self._argument
