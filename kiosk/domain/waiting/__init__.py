"""How long a person may wait, and how wrong that was.

Here: the names that everybody uses, of the first honest range. Elsewhere, imported by their modules where they are needed: what this hall's own
service times say (service_times.py), what follows for one ticket (foresight.py), how right the estimates of a day were (scores.py).
"""

from kiosk.domain.waiting.first_range import UNKNOWN_WAIT, WaitRange, minutes_each, surely_beyond, wait_range

__all__ = ["UNKNOWN_WAIT", "WaitRange", "minutes_each", "surely_beyond", "wait_range"]
