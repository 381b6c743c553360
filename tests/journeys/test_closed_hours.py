"""No numbers now: features/closed_hours.feature."""

from __future__ import annotations

from datetime import datetime

import pytest
from pytest_bdd import given, scenarios

from kiosk.application.commands.take_ticket import take_ticket
from kiosk.domain.queueing import TicketClass
from kiosk.roles.parts import Parts
from tests.journeys.kiosk_at_hand import KioskAtHand
from tests.support.halls import StandingClock

scenarios("closed_hours.feature")
pytestmark = pytest.mark.usefixtures("at_hand")


@given("前面已经等着很多人")
def many_wait(kiosk: KioskAtHand) -> None:
    """They came in the morning, when there was time for all."""
    morning: datetime = kiosk.clock.moment.replace(hour=9)
    parts = Parts(data=kiosk.data, environment={})
    for _ in range(30):
        take_ticket(
            line="A",
            item=None,
            ticket_class=TicketClass.NORMAL,
            request_id=None,
            uow=parts.unit_of_work(),
            clock=StandingClock(morning),
            hall=parts.hall,
            known_items=(),
        )
    parts.close()
    kiosk.set_clock(kiosk.clock.moment)
    kiosk.begin_visit()
