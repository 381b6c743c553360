"""Work away from the screen's thread: commands, queries, printing to the queue. One worker, so that deeds keep their order.

The outcome comes back on the screen's thread, to exactly one of three callbacks. The sole broad `except` of the product stands here:
whatever is neither a refusal nor something unavailable is a bug, is logged with its trace and shows the calm fault page.

Elsewhere: deeds and questions (application), printing (infrastructure.printing has threads of its own).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from kiosk.interface.shared.qml import QObject, Signal

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from kiosk.application.unavailable import Unavailable
    from kiosk.domain.refusals import Refused

Result = TypeVar("Result")
log = logging.getLogger(__name__)


class Jobs(Protocol):
    """What view models ask for. Tests pass one that runs at once."""

    def run(
        self,
        deed: Callable[[], Result],
        done: Callable[[Result], None],
        refused: Callable[[Refused], None] | None = None,
        unavailable: Callable[[Unavailable], None] | None = None,
    ) -> None:
        """Run `deed` elsewhere; exactly one callback follows on the screen's thread. Without `refused` or `unavailable`, `failed` is told."""


class WorkerJobs(QObject):
    """One background thread. `failed` tells of a bug (or of a refusal nobody took); the role then shows the fault page."""

    failed = Signal(object)
    _settled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: ThreadPoolExecutor | None = None
        self._closed = False
        self._under_way = 0
        self._settled.connect(self._call)

    def run(
        self,
        deed: Callable[[], Result],
        done: Callable[[Result], None],
        refused: Callable[[Refused], None] | None = None,
        unavailable: Callable[[Unavailable], None] | None = None,
    ) -> None:
        if self._closed:
            return
        self._under_way += 1
        self._executor().submit(self._work, deed, done, refused or self.failed.emit, unavailable or self.failed.emit)

    def _executor(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor

        if self._worker is None:
            self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="jobs")
        return self._worker

    def _work(
        self, deed: Callable[[], Any], done: Callable[[Any], None], refused: Callable[[Any], None], unavailable: Callable[[Any], None]
    ) -> None:
        from kiosk.application.unavailable import Unavailable
        from kiosk.domain.refusals import Refused

        try:
            result = deed()
        except Refused as refusal:
            self._tell(partial(refused, refusal))
        except Unavailable as missing:
            log.warning("unavailable: %s", missing)
            self._tell(partial(unavailable, missing))
        except Exception as bug:
            log.exception("a job failed")
            self._tell(partial(self.failed.emit, bug))
        else:
            self._tell(partial(done, result))

    def _tell(self, callback: Callable[[], None]) -> None:
        if not self._closed:
            self._settled.emit(callback)

    def _call(self, callback: Callable[[], None]) -> None:
        if not self._closed:
            self._under_way -= 1
            callback()

    @property
    def idle(self) -> bool:
        """Every deed that was handed over has been answered."""
        return self._under_way == 0

    def close(self) -> None:
        """Wait for the deed in hand, drop the others. Before the application object goes."""
        self._closed = True
        if self._worker is not None:
            self._worker.shutdown(wait=True, cancel_futures=True)
