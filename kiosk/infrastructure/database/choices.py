"""ChoicesRepository over SQL: the one table with what persons told (ADR 0014).

Deleting is meant literally. Every connection has `secure_delete` on (sqlite.py), so SQLite writes zeros over what is deleted; rows that moved
between pages while the table grew may have left copies in a page's unused part, which only a page given up whole is cleared of. Therefore the
table is emptied as a whole where nothing of today stands in it, which is how every day begins. What the write-ahead log still holds is cut
off by `Database.cut_log`.

Elsewhere: what they are (domain.my_list), when they are deleted (application.commands).
"""

from __future__ import annotations

import json

from sqlalchemy import Connection, bindparam, delete, exists, insert, select

from kiosk.domain.my_list import Choices
from kiosk.domain.numbering import BusinessDay
from kiosk.domain.queueing import TicketId
from kiosk.infrastructure.database.schema import ticket_choices

_KEEP = insert(ticket_choices)
_OF = select(ticket_choices).where(ticket_choices.c.ticket_id == bindparam("of"))
_ANY_OF_DAY = select(exists().where(ticket_choices.c.day == bindparam("today")))
_ANY_OTHER = select(exists().where(ticket_choices.c.day != bindparam("today")))
_EMPTY = delete(ticket_choices)
_OTHERS = delete(ticket_choices).where(ticket_choices.c.day != bindparam("today"))


class SqlChoicesRepository:
    """Lives as long as its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, of: TicketId, day: BusinessDay, choices: Choices) -> None:
        row = {
            "ticket_id": of,
            "day": day,
            "edition": choices.edition,
            "answers": json.dumps(choices.answers, ensure_ascii=False),
            "ticks": json.dumps(choices.ticks),
        }
        self._connection.execute(_KEEP, row)

    def of(self, ticket: TicketId) -> Choices | None:
        row = self._connection.execute(_OF, {"of": ticket}).one_or_none()
        if row is None:
            return None
        answers = tuple((asked, answered) for asked, answered in json.loads(row.answers))
        return Choices(edition=row.edition, answers=answers, ticks=tuple(json.loads(row.ticks)))

    def forget_other_days(self, today: BusinessDay) -> bool:
        day = {"today": today}
        if not self._connection.execute(_ANY_OTHER, day).scalar_one():
            return False
        if self._connection.execute(_ANY_OF_DAY, day).scalar_one():
            self._connection.execute(_OTHERS, day)
        else:
            self._connection.execute(_EMPTY)
        return True
