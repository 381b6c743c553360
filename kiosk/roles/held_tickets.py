"""The hall's side of 到我了吗: looking a number up, and what its holder may do, each on this hall's database.

Elsewhere: the rest of the citizen's deeds (citizen_hall.py), who counts as holder (domain.queueing).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.roles.parts import twice_when_full

if TYPE_CHECKING:
    from kiosk.application.commands.take_ticket import TakenTicket
    from kiosk.application.queries.queueing import TurnSeen
    from kiosk.domain.numbering import TicketNumber
    from kiosk.domain.queueing import HeldNumber, Ticket
    from kiosk.roles.parts import Parts


class HeldTickets:
    """Every method runs on the worker. `usable` gives the parts of a hall that can serve, and raises why it cannot."""

    def __init__(self, usable: Callable[[], Parts]) -> None:
        self._usable = usable

    def look(self, number: TicketNumber) -> TurnSeen:
        from kiosk.application.queries.queueing import turn_of

        parts = self._usable()
        return turn_of(number=number, snapshot=parts.snapshot(), clock=parts.clock, hall=parts.hall)

    def check(self, held: HeldNumber) -> Ticket:
        from kiosk.application.commands.held_ticket import check_held

        parts = self._usable()
        return check_held(held=held, uow=parts.unit_of_work(), clock=parts.clock)

    def cancel(self, held: HeldNumber) -> Ticket:
        from kiosk.application.commands.held_ticket import cancel_ticket

        parts = self._usable()
        return twice_when_full(lambda: cancel_ticket(held=held, uow=parts.unit_of_work(), clock=parts.clock))

    def reprint(self, held: HeldNumber) -> TakenTicket:
        from kiosk.application.commands.held_ticket import reprint_ticket

        parts = self._usable()
        return twice_when_full(lambda: reprint_ticket(held=held, uow=parts.unit_of_work(), clock=parts.clock))
