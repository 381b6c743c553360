"""What a ticket number looks like, and which day a moment belongs to."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.numbering import LineId, TicketNumber, business_day
from tests.support.halls import SHANGHAI

numbers = st.builds(TicketNumber, st.sampled_from("ABHZ").map(LineId), st.integers(1, 999_999_999))


@pytest.mark.parametrize(("sequence", "text"), [(1, "A001"), (12, "A012"), (999, "A999"), (1000, "A1000"), (12345, "A12345")])
def test_a_number_has_at_least_three_digits(sequence: int, text: str) -> None:
    assert str(TicketNumber(LineId("A"), sequence)) == text


@given(numbers)
def test_every_number_is_read_back(number: TicketNumber) -> None:
    assert TicketNumber.parse(str(number)) == number


@given(numbers, numbers)
def test_two_numbers_never_look_the_same(one: TicketNumber, other: TicketNumber) -> None:
    assert (str(one) == str(other)) == (one == other)


@pytest.mark.parametrize(
    "text", ["", "A", "A0", "A000", "A01", "A0012", "1A1", "AA01", "A-01", "A００１", "A001\nA002", "A" + "9" * 4096, "\x00"]
)
def test_anything_else_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match="not a ticket number"):
        TicketNumber.parse(text)


def test_small_letters_and_blanks_are_forgiven() -> None:
    assert TicketNumber.parse(" a012 ") == TicketNumber(LineId("A"), 12)


def test_a_series_starts_at_one() -> None:
    with pytest.raises(ValueError, match="starts at 1"):
        TicketNumber(LineId("A"), 0)


def test_the_day_is_the_halls_and_not_greenwichs() -> None:
    early = datetime(2026, 11, 23, 0, 30, tzinfo=SHANGHAI)
    assert business_day(early) == date(2026, 11, 23)
    assert business_day(early.astimezone(UTC)) == date(2026, 11, 22)
    with pytest.raises(ValueError, match="without a zone"):
        business_day(early.replace(tzinfo=None))
