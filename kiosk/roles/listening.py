"""What other processes write is heard by a role with a screen, whatever file lies in the database's place.

Here: when the change feed is started, and started anew. Elsewhere: the feed itself (infrastructure.database.change_feed), what each role looks at
when it hears of something (its own module).
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from kiosk.interface.shared.qml import QObject, Signal

if TYPE_CHECKING:
    from kiosk.application.ports import ChangeFeed
    from kiosk.application.unavailable import Unavailable
    from kiosk.interface.shared.jobs import Jobs
    from kiosk.roles.parts import Parts

log = logging.getLogger(__name__)


class Listening(QObject):
    """`heard` brings each `Changed` to the screen's thread. `began`: from now on it is heard; what was written before was told by nobody."""

    heard = Signal(object)
    began = Signal()

    def __init__(self, parts: Parts, jobs: Jobs, *, look_seconds: float | None = None, parent: QObject | None = None) -> None:
        """`look_seconds`: as in Parts.change_feed."""
        super().__init__(parent)
        self._parts = parts
        self._jobs = jobs
        self._look_seconds = look_seconds
        self._wanted = False
        self._opening = 0
        """Which opening of the database is listened to; 0: none."""
        self._feeds: list[ChangeFeed] = []
        """The one that is listened to, last; before it, for a moment, that of the file before."""

    def start(self) -> None:
        """The first frame stands: whatever answers from now on is listened to. A picture never starts it."""
        self._wanted = True

    def follow(self) -> None:
        """The database answers: listen to it, unless this opening of it is listened to already. A recovered one is another."""
        if self._wanted and self._opening != self._parts.openings:
            self._opening = self._parts.openings
            self._jobs.run(self._start, self._started, unavailable=self._missing)

    def _start(self) -> ChangeFeed:
        """On the worker."""
        feed = self._parts.change_feed(self._look_seconds)
        self._feeds.append(feed)
        feed.start(self.heard.emit)
        return feed

    def _started(self, feed: ChangeFeed) -> None:
        while self._feeds[0] is not feed:
            self._feeds.pop(0).close()
        self.began.emit()

    def _missing(self, why: Unavailable) -> None:
        """Tried again with the next answer."""
        log.info("not listening yet: %s", why)
        self._opening = 0

    def close(self) -> None:
        """After the worker: it may have just started one."""
        while self._feeds:
            self._feeds.pop().close()
