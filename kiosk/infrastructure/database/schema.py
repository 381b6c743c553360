"""The tables. Migrations make them (migrations/versions); a test compares the two.

Moments are text, RFC 3339 in the hall's zone: readable, and order never depends on them. Business days are dates.

Elsewhere: what the rows mean (domain), who reads and writes them (one repository per subject).
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

series = Table(
    "series",
    metadata,
    Column("day", Date, primary_key=True),
    Column("line", Text, primary_key=True),
    Column("last", Integer, nullable=False),
)
"""The last sequence of each line and business day."""

ticket = Table(
    "ticket",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("day", Date, nullable=False),
    Column("line", Text, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("item", Text),
    Column("ticket_class", Text, nullable=False),
    Column("issued_at", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("ahead", Integer, nullable=False),
    Column("wait_low", Integer),
    Column("wait_high", Integer),
    Column("request_id", Text, unique=True),
    Column("counter", Integer),
    Column("called_at", Text),
    Column("since", Text),
    Column("recalls", Integer, nullable=False, server_default="0"),
    Column("moved_to", Text),
    Column("for_counter", Integer),
    Column("place", BigInteger),
    Column("more_items", Text, nullable=False, server_default=""),
    Column("first_asked", Text),
    Column("parked_for", Text),
    Column("version", Integer, nullable=False, server_default="0"),
    UniqueConstraint("day", "line", "sequence"),
    CheckConstraint("sequence > 0", name="sequence"),
)
"""`version` counts the deeds: every change asks for the one it has seen. `more_items`: codes with blanks between."""
Index(None, ticket.c.day, ticket.c.state, ticket.c.line, ticket.c.ticket_class)
Index(
    "uq_ticket_at_a_counter",
    ticket.c.day,
    ticket.c.counter,
    unique=True,
    sqlite_where=text("state IN ('called', 'serving')"),
    postgresql_where=text("state IN ('called', 'serving')"),
)
"""A counter has one ticket at a time, whoever presses what at how many consoles."""

ticket_event = Table(
    "ticket_event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("ticket_id", ForeignKey("ticket.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("detail", Text),
    Column("counter", Integer),
    Column("staff", Text),
    Column("undoes", ForeignKey("ticket_event.id")),
)
"""What happened to a ticket, never changed. `counter` and `staff`: where and by whom, if at a counter. `undoes`: the event that this one takes
back; the constraint lets nobody take it back twice. `detail`: the state of a print job; of a deed one JSON object, `deed` and, where it may be
undone, `was` (tickets.py)."""
Index(None, ticket_event.c.ticket_id, ticket_event.c.kind)
Index(None, ticket_event.c.counter)
Index("uq_ticket_event_undoes", ticket_event.c.undoes, unique=True)

calling_run = Table(
    "calling_run",
    metadata,
    Column("day", Date, primary_key=True),
    Column("line", Text, primary_key=True),
    Column("priority_streak", Integer, nullable=False),
)
"""How many priority calls in a row the counters of a line have just made."""

counter_event = Table(
    "counter_event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("day", Date, nullable=False),
    Column("counter", Integer, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("staff", Text),
    Column("at", Text, nullable=False),
    UniqueConstraint("day", "counter", "turn"),
)
"""What was said of a counter, a row for each opening, pause and closing, never changed. `turn` counts them through a counter's day, so that two
consoles cannot both have the next word. The last row of the day is how it stands."""

print_job = Table(
    "print_job",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("ticket_id", ForeignKey("ticket.id"), nullable=False, index=True),
    Column("state", Text, nullable=False),
    Column("cause", Text),
    Column("queued_at", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
    Column("copy", Integer, nullable=False, server_default="0"),
    CheckConstraint("copy IN (0, 1)", name="copy"),
)
Index(None, print_job.c.ticket_id, print_job.c.copy, unique=True)
"""`copy` 1 is the one copy a holder may have: the index settles it between kiosks."""

printer_event = Table(
    "printer_event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("printer", Text, nullable=False, index=True),
    Column("condition", Text, nullable=False),
    Column("paper_low", Boolean),
    Column("at", Text, nullable=False),
)
"""What a printer said of itself, a row for each change, never changed. `printer`: its address as in hall.toml. The last row is how it stands."""

voice_event = Table(
    "voice_event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("display", Text, nullable=False, index=True),
    Column("silent", Text),
    Column("at", Text, nullable=False),
)
"""Whether a display's calls are heard, a row for each change, never changed. `display`: the machine's name; `silent`: a VoiceCause, empty while
they are heard. The last row is how it stands."""

calendar_day = Table(
    "calendar_day",
    metadata,
    Column("date", Date, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
)

calendar_year = Table("calendar_year", metadata, Column("year", Integer, primary_key=True, autoincrement=False))
"""Years whose special days are complete."""

ticket_choices = Table(
    "ticket_choices",
    metadata,
    Column("ticket_id", ForeignKey("ticket.id"), primary_key=True, autoincrement=False),
    Column("day", Date, nullable=False),
    Column("edition", Text, nullable=False),
    Column("answers", Text, nullable=False),
    Column("ticks", Text, nullable=False),
)
"""What persons told and ticked: the only personal table, emptied when its day is over (choices.py). `edition`: the content hash of the
catalogue that the answers belong to; `answers` and `ticks` are JSON lists."""

audit_entry = Table(
    "audit_entry",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("details", Text, nullable=False),
    Column("former", Text, nullable=False, unique=True),
    Column("digest", Text, nullable=False),
)
"""Acts of staff and of the command line. `subject` is `ticket:12`, `catalog:3`, `hall:calendar`, `staff:07`; `details` one JSON object.
`digest` hashes the entry with `former`, the digest of the one before it (domain.audit); that it is unique leaves no room for a fork."""

staff_member = Table(
    "staff_member",
    metadata,
    Column("number", Text, primary_key=True),
    Column("label", Text),
    Column("roles", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("secret", Text, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("wrong_tries", Integer, nullable=False),
    Column("code_expires_at", Text),
    Column("added_at", Text, nullable=False),
    Column("withdrawn_at", Text),
    CheckConstraint("wrong_tries >= 0", name="wrong_tries"),
)
"""Accounts. `roles`: names with blanks between; `secret`: a hash that tells its own parameters. A number is never deleted."""

staff_countdown = Table(
    "staff_countdown",
    metadata,
    Column("number", ForeignKey("staff_member.number"), primary_key=True),
    Column("purpose", Text, primary_key=True),
    Column("boot", Text, primary_key=True),
    Column("left", Float, nullable=False),
    Column("uptime", Float, nullable=False),
    CheckConstraint("purpose IN ('delay', 'code')", name="purpose"),
)
"""What is left of the wait after wrong tries and of a one-time code's life, counted by each start of a machine (domain.countdown)."""

search_miss_day = Table(
    "search_miss_day",
    metadata,
    Column("day", Date, primary_key=True),
    Column("times", Integer, nullable=False),
)
"""How many searches found nothing, whatever was searched."""

search_miss_sighting = Table(
    "search_miss_sighting",
    metadata,
    Column("fingerprint", LargeBinary, primary_key=True),
    Column("times", Integer, nullable=False),
    Column("days", Integer, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
)
"""Texts that were not seen often enough to be words, known by a keyed fingerprint alone (docs/adr/0013)."""

search_miss_words = Table(
    "search_miss_words",
    metadata,
    Column("words", Text, primary_key=True),
    Column("times", Integer, nullable=False),
    Column("days", Integer, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
)

wait_estimate = Table(
    "wait_estimate",
    metadata,
    Column("ticket_id", ForeignKey("ticket.id"), primary_key=True, autoincrement=False),
    Column("expected_seconds", Integer, nullable=False),
    Column("ground", Text, nullable=False),
)
"""What was expected when a ticket was given, and on what ground (domain.waiting.estimate); the range that was told stands with the ticket."""

wait_score = Table(
    "wait_score",
    metadata,
    Column("day", Date, primary_key=True),
    Column("line", Text, primary_key=True),
    Column("tickets", Integer, nullable=False),
    Column("own", Integer, nullable=False),
    Column("inside", Integer, nullable=False),
    Column("minutes_off", Float, nullable=False),
    Column("minutes_longer", Float, nullable=False),
)
"""How right the estimates of a day were, a row for each line that had any (domain.waiting.scores)."""

service_times = Table(
    "service_times",
    metadata,
    Column("until", Date, primary_key=True),
    Column("times", Text),
)
"""What was learnt from the events up to a day, that day included: one row, one JSON object (domain.waiting.service_times). Empty: too little is
known yet. It can be learnt again from the events at any time."""

alert = Table(
    "alert",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("item", Text),
    Column("line", Text),
    Column("reason", Text, nullable=False),
    Column("since", Text, nullable=False),
    Column("until", Text, nullable=False),
    Column("ended_at", Text),
    CheckConstraint("(item IS NULL) <> (line IS NULL)", name="target"),
)
"""今日停办, of an item or of a line. Who set and lifted it stands in the audit."""
Index("ix_alert_item", alert.c.item, unique=True, sqlite_where=text("ended_at IS NULL"), postgresql_where=text("ended_at IS NULL"))
Index("ix_alert_line", alert.c.line, unique=True, sqlite_where=text("ended_at IS NULL"), postgresql_where=text("ended_at IS NULL"))

help_call = Table(
    "help_call",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("day", Date, nullable=False, index=True),
    Column("kiosk", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("rung_at", Text, nullable=False),
    Column("counter", Integer),
    Column("taken_by", Text),
    Column("taken_at", Text),
    Column("ended_at", Text),
)
"""Somebody at a screen asked for a helper: which screen and why, nothing of the person. `taken_by`: the actor of the audit."""
Index(
    "ix_help_call_ringing",
    help_call.c.kiosk,
    unique=True,
    sqlite_where=text("state = 'ringing'"),
    postgresql_where=text("state = 'ringing'"),
)

help_call_event = Table(
    "help_call_event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("call_id", ForeignKey("help_call.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("at", Text, nullable=False),
)
"""What became of a help call, never changed. `kind`: the state it came to."""
