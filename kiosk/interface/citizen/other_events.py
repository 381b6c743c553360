"""别的事情: the life events that the elder version's home has no place for. Which those are is the home screen's matter (home.py).

Elsewhere: one life event (life_event.py).
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.interface.citizen.home import HomeViewModel, LifeEventBoard
from kiosk.interface.shared.idle import USUAL, Patience
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.showing import Showing

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class OtherEventsView:
    """The boards, in the order of life."""

    events: tuple[LifeEventBoard, ...] = ()


@QmlElement
@QmlUncreatable("made by the role")
class OtherEventsViewModel(QObject, Showing[OtherEventsView]):
    """Shows what home tells it when the person comes here, and leaves it so while they read."""

    viewChanged = Signal()

    def __init__(self, *, home: HomeViewModel, navigator: Navigator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self._navigator = navigator
        self._view = OtherEventsView()
        self._events: RecordList[LifeEventBoard] = RecordList(LifeEventBoard, parent=self)

    @property
    def patience(self) -> Patience:
        return USUAL

    def enter(self, argument: str, returning: bool) -> None:
        if argument:
            raise KeyError(argument)
        view = OtherEventsView(self._home.other_events)
        self._events.show(view.events)
        self._show(view)

    def forget(self) -> None:
        """Nothing is chosen here."""

    @Property(QObject, notify=viewChanged)
    def events(self) -> RecordList[LifeEventBoard]:
        return self._events

    @Slot(str)
    def openLifeEvent(self, key: str) -> None:
        self._navigator.go("life-event", key)
