"""Which call is on the board, which ones wait behind it, and when the next one comes.

Here: the display's clock around the pace (domain.announcing). Elsewhere: where calls come from (display_watch.py), how they look (display.py).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from time import monotonic as machine_seconds
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import Qt, QTimer

from kiosk.domain.announcing import LAST_CALLS, PACE, Call, Next, Pace, TakenBack, next_of, spoken
from kiosk.interface.shared.qml import QObject, Signal

if TYPE_CHECKING:
    from kiosk.application.ports import Voice


class Announcer(QObject):
    """`changed` fires when the board or the last calls differ. `monotonic`: seconds that nobody can set."""

    changed = Signal()
    _over = Signal()

    def __init__(
        self, voice: Voice, *, pace: Pace = PACE, monotonic: Callable[[], float] = machine_seconds, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        self._pace = pace
        self._monotonic = monotonic
        self.board: Call | None = None
        self.last: tuple[Call, ...] = ()
        """Under 刚才叫过: latest first, each ticket once, without the one on the board."""
        self._waiting: deque[Call] = deque()
        self._put_up_at = 0.0
        self._said = 0
        self._saying = False
        # Queued: a voice that has nothing to say is over at once, and 200 of those must not nest.
        self._over.connect(self._said_once, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.go_on)

    @property
    def waiting(self) -> int:
        return len(self._waiting)

    @property
    def busy(self) -> bool:
        """A call is being made known; False once the last one has had its time."""
        if self.board is None:
            return False
        return self._saying or bool(self._waiting) or self._next() is not Next.LEAVE

    def begin(self, latest: Sequence[Call]) -> None:
        """What was called before the display looked for the first time: shown, not said."""
        self.last = tuple(latest)
        self.changed.emit()

    def hear(self, news: Iterable[Call | TakenBack]) -> None:
        """Calls queue up; one that was taken back is shown and said no more."""
        changed = False
        for each in news:
            match each:
                case Call():
                    self._waiting.append(each)
                case TakenBack():
                    changed |= self._take_back(each)
                case _:
                    assert_never(each)
        if changed:
            self.changed.emit()
        self.go_on()

    def go_on(self) -> None:
        """Whatever is due now. Asked by the clock, by the voice and by new calls; asking too often does no harm."""
        self._timer.stop()
        if self._saying:
            return
        if self.board is None:
            if self._waiting:
                self._put_up(self._waiting.popleft())
                self._say()
            return
        match self._next():
            case Next.SAY:
                self._say()
            case Next.STAY:
                crowded = len(self._waiting) >= self._pace.crowd
                self._again_at(self._pace.crowd_board if crowded else self._pace.board)
            case Next.LEAVE if self._waiting:
                self._put_up(self._waiting.popleft())
                self._say()
            case Next.LEAVE if self._shown >= self._pace.quiet:
                self._take_down()
                self.changed.emit()
            case Next.LEAVE:
                self._again_at(self._pace.quiet)

    def close(self) -> None:
        """Before the voice goes."""
        self._timer.stop()
        self._over.disconnect(self._said_once)
        self._waiting.clear()

    @property
    def _shown(self) -> float:
        return self._monotonic() - self._put_up_at

    def _next(self) -> Next:
        return next_of(said=self._said, shown=self._shown, behind=len(self._waiting), pace=self._pace)

    def _again_at(self, shown: float) -> None:
        self._timer.start(max(1, round(1000 * (shown - self._shown))))

    def _put_up(self, call: Call) -> None:
        self._take_down()
        self.last = tuple(each for each in self.last if each.ticket != call.ticket)
        self.board, self._put_up_at, self._said = call, self._monotonic(), 0
        self.changed.emit()

    def _take_down(self) -> None:
        """The call drops to the top of the last ones."""
        if self.board is not None:
            others = (each for each in self.last if each.ticket != self.board.ticket)
            self.last = (self.board, *others)[:LAST_CALLS]
            self.board = None

    def _take_back(self, taken: TakenBack) -> bool:
        """True when something of it was to be seen."""
        self._waiting = deque(each for each in self._waiting if each.id != taken.call)
        before = (self.board, self.last)
        if self.board is not None and self.board.id == taken.call:
            # What is being said is not cut in the middle of a word; it is not said a second time.
            self.board = None
        self.last = tuple(each for each in self.last if each.id != taken.call)
        return before != (self.board, self.last)

    def _say(self) -> None:
        call = self.board
        if call is None:
            return
        self._saying = True
        crowded = len(self._waiting) >= self._pace.crowd
        self._voice.say(spoken(call), chime=self._said == 0 and not crowded).add_done_callback(self._told)

    def _told(self, _over: Future[None]) -> None:
        """On the voice's thread."""
        self._over.emit()

    def _said_once(self) -> None:
        self._saying = False
        self._said += 1
        self.go_on()
