"""AskedRepository over SQL. Each count is one upsert, so that two processes that see the same text at once both count.

Elsewhere: what may be kept (domain.asked), the fingerprints (fingerprints.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import BindParameter, Connection, bindparam, case, delete, func, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from kiosk.domain.asked import SIGHTING_DAYS, WORDS_DAYS, MissedWords, Sightings
from kiosk.domain.numbering import BusinessDay
from kiosk.infrastructure.database.schema import search_miss_day, search_miss_sighting, search_miss_words, ticket

_DAY: BindParameter[date] = bindparam("day")
_one_more = upsert(search_miss_day).values(day=_DAY, times=1)
_COUNT = _one_more.on_conflict_do_update(index_elements=[search_miss_day.c.day], set_={"times": search_miss_day.c.times + 1})

_first_sight = upsert(search_miss_sighting).values(fingerprint=bindparam("seen"), times=1, days=1, first_day=_DAY, last_day=_DAY)
_seen = search_miss_sighting.c
_new_day = _first_sight.excluded.last_day > _seen.last_day
_SIGHT = _first_sight.on_conflict_do_update(
    index_elements=[_seen.fingerprint],
    set_={
        "times": _seen.times + 1,
        # A clock that was set back makes no new day.
        "days": _seen.days + case((_new_day, 1), else_=0),
        "last_day": case((_new_day, _first_sight.excluded.last_day), else_=_seen.last_day),
    },
).returning(_seen.times, _seen.days)

_kept = search_miss_words.c
_later = _kept.last_day < bindparam("today")
_AGAIN = (
    update(search_miss_words)
    .where(_kept.words == bindparam("known"))
    .values(
        times=_kept.times + 1,
        days=_kept.days + case((_later, 1), else_=0),
        last_day=case((_later, bindparam("today")), else_=_kept.last_day),
    )
)
_PROMOTE = (
    delete(search_miss_sighting)
    .where(_seen.fingerprint == bindparam("seen"))
    .returning(_seen.times, _seen.days, _seen.first_day, _seen.last_day)
)
_KEEP = insert(search_miss_words)


class SqlAskedRepository:
    """Lives as long as its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count_miss(self, day: BusinessDay) -> None:
        self._connection.execute(_COUNT, {"day": day})

    def count_words(self, words: str, day: BusinessDay) -> bool:
        return self._connection.execute(_AGAIN, {"known": words, "today": day}).rowcount == 1

    def sight(self, fingerprint: bytes, day: BusinessDay) -> Sightings:
        times, days = self._connection.execute(_SIGHT, {"seen": fingerprint, "day": day}).one()
        return Sightings(times, days)

    def keep_words(self, words: str, fingerprint: bytes) -> None:
        times, days, first_day, last_day = self._connection.execute(_PROMOTE, {"seen": fingerprint}).one()
        row = {"words": words, "times": times, "days": days, "first_day": first_day, "last_day": last_day}
        self._connection.execute(_KEEP, row)

    def forget_old(self, day: BusinessDay) -> None:
        self._connection.execute(
            delete(search_miss_sighting).where(or_(_seen.first_day <= day - timedelta(days=SIGHTING_DAYS), _seen.first_day > day))
        )
        self._connection.execute(delete(search_miss_words).where(_kept.last_day <= day - timedelta(days=WORDS_DAYS)))

    def missed_words(self) -> Sequence[MissedWords]:
        rows = self._connection.execute(select(search_miss_words).order_by(_kept.times.desc(), _kept.last_day.desc(), _kept.words))
        return [MissedWords(row.words, row.times, row.days, row.first_day, row.last_day) for row in rows]

    def misses_between(self, first: date, last: date) -> Mapping[date, int]:
        days = select(search_miss_day).where(search_miss_day.c.day.between(first, last)).order_by(search_miss_day.c.day.desc())
        return {row.day: row.times for row in self._connection.execute(days)}

    def tickets_by_item(self, first: date, last: date) -> Mapping[str, int]:
        counted = (
            select(ticket.c.item, func.count()).where(ticket.c.day.between(first, last), ticket.c.item.is_not(None)).group_by(ticket.c.item)
        )
        return {str(item): int(count) for item, count in self._connection.execute(counted)}
