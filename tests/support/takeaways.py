"""Documents to take away, made from the real edition for the demo hall."""

from __future__ import annotations

from datetime import date
from functools import cache

from kiosk.application.takeaway import Takeaway
from kiosk.domain.catalog import EntryCode
from kiosk.infrastructure.settings import demo_settings
from kiosk.interface.citizen.takeaway_words import takeaway_of_entry
from tests.support.guide_screens import real_edition

TODAY = date(2026, 11, 23)
HARD_ITEM = EntryCode("WHL-MZ-001")
"""申请低保: the most words of all items."""
ABOLISHED = EntryCode("QX-17")
RETAINED = EntryCode("BL-20")


@cache
def takeaway(code: EntryCode) -> Takeaway:
    return takeaway_of_entry(code=code, edition=real_edition(), hall=demo_settings().hall, today=TODAY)


def all_codes() -> tuple[EntryCode, ...]:
    return tuple(real_edition().rows)
