"""换打印纸: for staff at the kiosk, in pictures, with the printer's own word on how it stands.

Here: the steps and their words. Elsewhere: the state (paper_sign.py); a staff page with everything else comes with the consoles.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.interface.citizen.paper_sign import PaperSign
from kiosk.interface.shared.idle import READING, Patience
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.showing import Showing

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class RollStep:
    """`picture`: its file in resources/pictures."""

    key: str
    picture: str
    words: str
    note: str


STEPS = (
    RollStep("1", "roll-1", "打开打印机盖子", "往上掀到底"),
    RollStep("2", "roll-2", "取出旧纸芯", "里面的纸屑也拿走"),
    RollStep("3", "roll-3", "放进新纸卷", "纸头从下面出来，朝自己"),
    RollStep("4", "roll-4", "合上盖子", "纸头留在外面"),
)


@dataclass(frozen=True, slots=True)
class ChangeRollView:
    """`tone`: good where the printer says that it is ready, alarm where it wants something, plain where nobody knows."""

    state: str = ""
    tone: str = "plain"


def derive_change_roll_view(words: str, *, known: bool, ready: bool) -> ChangeRollView:
    """`words`: the sign's, empty when there is nothing to do."""
    if words:
        return ChangeRollView(f"打印机：{words}", "alarm")
    return ChangeRollView("打印机好了，可以接着用", "good") if known and ready else ChangeRollView("还不知道打印机好没好，取一个号看看")


@QmlElement
@QmlUncreatable("made by the role")
class ChangeRollViewModel(QObject, Showing[ChangeRollView]):
    """Nothing of a person is here."""

    viewChanged = Signal()

    def __init__(self, *, sign: PaperSign, navigator: Navigator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sign = sign
        self._navigator = navigator
        self._view = ChangeRollView()
        self._steps: RecordList[RollStep] = RecordList(RollStep, parent=self)
        self._steps.show(STEPS)
        sign.changed.connect(self.refresh)
        self.refresh()

    @property
    def patience(self) -> Patience:
        return READING

    def enter(self, argument: str, returning: bool) -> None:
        if argument:
            raise KeyError(argument)
        self.refresh()

    def forget(self) -> None:
        """Nothing is chosen here."""

    @Slot()
    def refresh(self) -> None:
        """The printer has spoken."""
        self._show(derive_change_roll_view(self._sign.words, known=self._sign.known, ready=self._sign.ready))

    @Slot()
    def leave(self) -> None:
        self._navigator.home()

    @Property(QObject, notify=viewChanged)
    def steps(self) -> RecordList[RollStep]:
        return self._steps

    @Property(str, notify=viewChanged)
    def stateText(self) -> str:
        return self._view.state

    @Property(str, notify=viewChanged)
    def tone(self) -> str:
        return self._view.tone
