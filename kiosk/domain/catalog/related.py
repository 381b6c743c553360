"""What stands at the foot of a guide: entries that a person with this matter may want next.

Here: which entries, and in which order. Elsewhere: how they look (interface), whether links lead somewhere (catalog_files.checker).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from kiosk.domain.catalog.edition import Edition
from kiosk.domain.catalog.entries import ServiceItem
from kiosk.domain.catalog.lists import EntryCode

MOST_RELATED = 4


def related_entries(edition: Edition, item: ServiceItem) -> tuple[EntryCode, ...]:
    """At most MOST_RELATED codes of `edition`, each once, never the item itself.

    First what the catalogue names: items, then proofs, in its order. Then the item's neighbours in its groups of life events: what a person
    does after it, from near to far, then what comes before it. From an item that is not sensitive no sensitive entry is suggested, even where
    the catalogue names it: nobody in the queue behind shall read a hardship off the screen of a person who asked for something else.
    """
    suggested = (code for code in _nearest_first(edition, item) if code in edition and (item.sensitive or not edition.rows[code].sensitive))
    return tuple(islice(dict.fromkeys(suggested), MOST_RELATED))


def _nearest_first(edition: Edition, item: ServiceItem) -> Iterator[EntryCode]:
    """With repetitions."""
    yield from (code for code in item.related_items + item.proofs if code != item.code)
    groups = [group.items for event in edition.life_events.values() for group in event.groups if item.code in group.items]
    for items in groups:
        yield from items[items.index(item.code) + 1 :]
    for items in groups:
        yield from reversed(items[: items.index(item.code)])
