"""A whole kiosk without a window: in the first minute of a day it settles the waits of the day before."""

from __future__ import annotations

from datetime import timedelta

from pytestqt.qtbot import QtBot

from kiosk.application.commands.calling import rehearse_call
from kiosk.application.commands.take_ticket import take_ticket
from kiosk.application.queries.waits import estimate_scores
from kiosk.domain.queueing import TicketClass
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.citizen import CitizenKiosk
from kiosk.roles.parts import Parts
from tests.support.halls import MONDAY_TEN, StandingClock, hall


def test_yesterday_is_scored_a_minute_after_the_start(data: DataDirectory, qtbot: QtBot) -> None:
    parts = Parts(data=data, environment={"KIOSK_NOW": (MONDAY_TEN + timedelta(days=1)).isoformat()})
    yesterday = StandingClock()
    made = hall()
    take_ticket(line="A", item=None, ticket_class=TicketClass.NORMAL, request_id=None, uow=parts.unit_of_work(), clock=yesterday, hall=made,
                known_items=())  # fmt: skip
    rehearse_call(counter=1, actor="os:test", uow=parts.unit_of_work(), clock=yesterday, hall=made)
    kiosk = CitizenKiosk(parts)
    try:
        kiosk.wake()
        qtbot.waitUntil(lambda: kiosk.jobs.idle, timeout=20_000)
        assert estimate_scores(snapshot=parts.snapshot(), clock=parts.clock) == (), "not while the kiosk is starting"
        kiosk.wall_clock.minutePassed.emit()
        qtbot.waitUntil(lambda: kiosk.jobs.idle, timeout=20_000)
        (scored,) = estimate_scores(snapshot=parts.snapshot(), clock=parts.clock)
        assert (scored.day, scored.tickets) == (MONDAY_TEN.date(), 1)
    finally:
        kiosk.close()
