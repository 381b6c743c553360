"""What a page's buttons 打印 and 二维码 lead to: a desk that takes every document and never answers, and the words of the real catalogue."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from kiosk.application.ports import PrintOutcome
from kiosk.application.takeaway import Takeaway
from kiosk.application.unavailable import Unavailable
from kiosk.domain.catalog import Edition, EntryCode
from kiosk.domain.refusals import Refused
from kiosk.interface.citizen.take_away import TakeAway
from kiosk.interface.citizen.takeaway_words import takeaway_of_entry
from kiosk.interface.shared.navigator import Navigator
from tests.support.halls import MONDAY_TEN, hall


@dataclass
class WaitingDesk:
    """Keeps what it is given; nothing comes out unless a test says so."""

    sheet: bool = False
    taken: list[Takeaway] = field(default_factory=list)
    futures: list[Future[PrintOutcome]] = field(default_factory=list)

    def submit(self, document: Takeaway) -> Future[PrintOutcome]:
        self.taken.append(document)
        self.futures.append(Future())
        return self.futures[-1]

    def forget(self) -> None:
        self.taken.clear()

    def close(self) -> None:
        self.forget()


class AtOnce:
    """Jobs that are done when they are asked for. What nobody took ends the test."""

    def run(
        self,
        deed: Callable[[], Any],
        done: Callable[[Any], None],
        refused: Callable[[Refused], None] | None = None,
        unavailable: Callable[[Unavailable], None] | None = None,
    ) -> None:
        try:
            result = deed()
        except Refused as refusal:
            if refused is None:
                raise
            refused(refusal)
        except Unavailable as missing:
            if unavailable is None:
                raise
            unavailable(missing)
        else:
            done(result)


def slips(edition: Edition) -> Callable[[str], Takeaway]:
    """The document of each entry, on a Monday in the test hall."""
    return lambda code: takeaway_of_entry(code=EntryCode(code), edition=edition, hall=hall(), today=MONDAY_TEN.date())


def take_away(edition: Edition, navigator: Navigator, desk: WaitingDesk | None = None) -> TakeAway:
    return TakeAway(desk=desk, document_of=slips(edition), jobs=AtOnce(), navigator=navigator)
