"""Searches without a hit on a real database: numbers at once, words only from the third sighting on the second day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kiosk.application.commands.count_miss import count_miss
from kiosk.application.queries.asked import MissesOfDay, SearchMisses, most_asked, search_misses
from kiosk.application.unavailable import DatabaseUnavailable
from kiosk.domain.asked import ASKED_DAYS, SIGHTING_DAYS, WORDS_DAYS, MissedWords
from kiosk.domain.numbering import LineId, business_day
from kiosk.domain.queueing import NewTicket, TicketClass
from kiosk.infrastructure.database.fingerprints import FINGERPRINT_BYTES
from kiosk.infrastructure.database.writer_lock import WriterLock
from kiosk.roles.parts import Parts
from tests.support.halls import MONDAY_TEN, StandingClock

MONDAY = MONDAY_TEN.date()


class Counting:
    """The kiosk's worker, on the days that a test goes through."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.clock = StandingClock()

    def miss(self, text: str, *, on: date = MONDAY, times: int = 1) -> None:
        self.clock.moment = MONDAY_TEN + (on - MONDAY)
        for _ in range(times):
            count_miss(text=text, fingerprints=self.parts.fingerprints(), uow=self.parts.unit_of_work(), clock=self.clock)

    @property
    def words(self) -> list[tuple[str, int, int]]:
        return [(missed.words, missed.times, missed.days) for missed in self.misses.words]

    @property
    def misses(self) -> SearchMisses:
        return search_misses(snapshot=self.parts.snapshot(), clock=self.clock)


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


@pytest.fixture
def counting(parts: Parts) -> Counting:
    return Counting(parts)


def test_words_appear_with_the_third_sighting_on_a_second_day(counting: Counting) -> None:
    counting.miss("暖气费", times=4)
    assert counting.words == []
    counting.miss("暖气费", on=day(1))
    assert counting.misses.words == (MissedWords("暖气费", 5, 2, MONDAY, day(1)),)
    counting.miss("暖气费", on=day(1))
    counting.miss("暖气费", on=day(5))
    assert counting.misses.words == (MissedWords("暖气费", 7, 3, MONDAY, day(5)),)


def test_two_days_are_not_enough_without_a_third_sighting(counting: Counting) -> None:
    counting.miss("nqf")
    counting.miss("NQF", on=day(1))
    assert counting.words == []
    counting.miss("ＮＱＦ", on=day(1))
    assert counting.words == [("nqf", 3, 2)]


def test_the_number_of_a_day_counts_everything_that_was_searched(counting: Counting) -> None:
    counting.miss("暖气费", times=2)
    counting.miss("410105199001011234")
    counting.miss("我妈妈去年把户口本弄丢了怎么办", on=day(1))
    counting.miss("  ", on=day(1))
    assert counting.misses.days == (MissesOfDay(day(1), 1), MissesOfDay(MONDAY, 3))


def test_numbers_and_stories_never_become_words(counting: Counting) -> None:
    for number in range(3):
        counting.miss("410105199001011234", on=day(number))
        counting.miss("我妈妈去年把户口本弄丢了怎么办", on=day(number))
        counting.miss("低\u200b保", on=day(number))
    assert counting.words == []
    with counting.parts.snapshot() as snapshot:
        assert sum(snapshot.asked.misses_between(MONDAY, day(2)).values()) == 9


def test_a_text_must_become_words_within_its_days(counting: Counting) -> None:
    counting.miss("暖气费", times=2)
    counting.miss("暖气费", on=day(SIGHTING_DAYS))
    assert counting.words == [], "what was seen first has aged out"
    counting.miss("停车位", on=day(SIGHTING_DAYS), times=2)
    counting.miss("停车位", on=day(2 * SIGHTING_DAYS - 1))
    assert counting.words == [("停车位", 3, 2)]


def test_words_that_nobody_misses_any_more_are_forgotten(counting: Counting) -> None:
    counting.miss("暖气费", times=2)
    counting.miss("暖气费", on=day(1))
    counting.miss("别的", on=day(WORDS_DAYS))
    assert counting.words == [("暖气费", 3, 2)]
    counting.miss("别的", on=day(WORDS_DAYS + 1))
    assert counting.words == []


def test_a_clock_that_was_set_back_makes_no_second_day(counting: Counting) -> None:
    counting.miss("暖气费", on=day(1), times=3)
    counting.miss("暖气费", on=day(0))
    counting.miss("暖气费", on=day(1))
    assert counting.words == []


def test_a_fingerprint_is_the_same_in_every_process_of_a_hall_and_another_in_every_hall(counting: Counting) -> None:
    fingerprint = counting.parts.fingerprints().of("暖气费")
    again = Parts(data=counting.parts.data, environment={})
    try:
        assert again.fingerprints().of("暖气费") == fingerprint
        assert again.fingerprints().of("暖气票") != fingerprint
    finally:
        again.close()
    key = counting.parts.database.with_name(f"{counting.parts.database.name}.key")
    assert len(fingerprint) == FINGERPRINT_BYTES
    key.write_bytes(b"torn")
    after = Parts(data=counting.parts.data, environment={})
    try:
        assert after.fingerprints().of("暖气费") != fingerprint, "a torn key is replaced"
    finally:
        after.close()


def test_a_database_that_is_away_is_told_and_nothing_is_counted(counting: Counting, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = counting.parts.database.with_name(f"{counting.parts.database.name}.lock")
    uow = counting.parts.unit_of_work()
    monkeypatch.setattr(uow, "_patience", 0.05)
    with WriterLock(lock).held(5), pytest.raises(DatabaseUnavailable):
        count_miss(text="暖气费", fingerprints=counting.parts.fingerprints(), uow=uow, clock=counting.clock)
    assert counting.misses.days == ()


def ticket(item: str | None, on: date) -> NewTicket:
    moment = MONDAY_TEN + (on - MONDAY)
    return NewTicket(
        day=business_day(moment), line=LineId("A"), item=item, ticket_class=TicketClass.NORMAL, issued_at=moment, ahead=0, wait_low=None,
        wait_high=None, request_id=None,
    )  # fmt: skip


def test_most_asked_counts_this_halls_tickets_of_its_days(parts: Parts) -> None:
    edition = parts.edition()
    open_codes = [code for code, row in edition.rows.items() if not row.sensitive]
    secret = next(code for code, row in edition.rows.items() if row.sensitive)
    first, second, third, old = open_codes[:4]
    oldest = MONDAY - timedelta(days=ASKED_DAYS - 1)
    with parts.unit_of_work() as uow:
        for item, on, count in [
            (first, MONDAY, 5), (second, oldest, 7), (third, oldest, 3), (third, MONDAY, 3), (old, oldest - timedelta(days=1), 50),
            (secret, MONDAY, 40), (None, MONDAY, 60), (first, MONDAY + timedelta(days=1), 9),
        ]:  # fmt: skip
            for _ in range(count):
                uow.tickets.issue(ticket(item, on))
        uow.commit()
    found = most_asked(snapshot=parts.snapshot(), clock=StandingClock(), edition=edition)
    assert [(item.code, item.tickets) for item in found] == [(second, 7), (third, 6), (first, 5)]


def test_a_new_hall_tells_nothing(parts: Parts) -> None:
    assert most_asked(snapshot=parts.snapshot(), clock=StandingClock(), edition=parts.edition()) == ()
