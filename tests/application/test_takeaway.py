"""How a text is divided among codes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.application.takeaway import QR_LONGEST, qr_texts_of

LINES = st.lists(st.text(alphabet="户口簿身份证，：1", min_size=0, max_size=200), max_size=12)


def test_a_short_text_is_one_code_without_a_count() -> None:
    assert qr_texts_of("申请低保", ["自己带 1 样：户口簿", "", "不收费"]) == ("申请低保\n自己带 1 样：户口簿\n不收费",)


def test_of_several_codes_each_says_what_and_which_it_is() -> None:
    texts = qr_texts_of("申请低保", ["一" * 90, "二" * 90, "三" * 10])
    assert texts == (f"申请低保（1/2）\n{'一' * 90}", f"申请低保（2/2）\n{'二' * 90}\n{'三' * 10}")


def test_a_line_that_is_too_long_by_itself_goes_on_in_the_next_code() -> None:
    texts = qr_texts_of("申请低保", ["一" * 300])
    assert len(texts) == 3
    assert "".join(text.split("\n", 1)[1] for text in texts) == "一" * 300


@given(lines=LINES)
def test_nothing_is_lost_and_no_code_is_too_long(lines: list[str]) -> None:
    texts = qr_texts_of("申请低保", lines)
    assert all(len(text) <= QR_LONGEST for text in texts)
    bodies = [text.partition("\n")[2] for text in texts]
    assert "".join("".join(bodies).split("\n")) == "".join(lines)
    if len(texts) > 1:
        assert [text.partition("\n")[0] for text in texts] == [f"申请低保（{n}/{len(texts)}）" for n in range(1, len(texts) + 1)]
