"""The map of keys is complete, its page tells all of it and nothing else, and one press is one press."""

from __future__ import annotations

import pytest

from kiosk.interface.counter.keyboard import KEY_PAGE, WRITING, Chord, Press, SamePress, Wish, chords, press_of

STAFF_MD = {
    "F1": Wish.KEYS, "F2": Wish.CALL_NEXT, "F3": Wish.RECALL, "F4": Wish.START, "F5": Wish.FINISH, "Shift+F5": Wish.FINISH_AND_CALL,
    "F6": Wish.MISS, "F7": Wish.TRANSFER, "F8": Wish.PAUSE, "Shift+F8": Wish.OPEN_OR_CLOSE, "F9": Wish.GO_HELP,
    "Shift+F9": Wish.CANNOT_HELP, "Ctrl+F9": Wish.HELP_STEP, "F10": Wish.PARK, "F11": Wish.SHAPE, "F12": Wish.LOCK,
    "Shift+F12": Wish.SIGN_OUT, "Ctrl+Z": Wish.UNDO, "Up": Wish.UP, "Down": Wish.DOWN, "Home": Wish.FIRST, "End": Wish.LAST,
    "Enter": Wish.ACCEPT, "Ctrl+1": Wish.AREA, "Ctrl+2": Wish.AREA, "Ctrl+3": Wish.AREA, "Tab": Wish.NEXT_AREA,
    "Shift+Tab": Wish.PREVIOUS_AREA, "Ctrl+L": Wish.LINES, "Ctrl+F": Wish.FIND, "Ctrl+I": Wish.CORRECT_ITEM, "Ctrl+J": Wish.ADD_ITEM,
    "Ctrl+D": Wish.PRINT_MISSING, "Alt+1": Wish.GUIDE_TAB, "Alt+2": Wish.GUIDE_TAB, "Alt+3": Wish.GUIDE_TAB, "PgUp": Wish.PAGE_UP,
    "PgDown": Wish.PAGE_DOWN, "Ctrl+H": Wish.HISTORY, "Ctrl+Q": Wish.RATING_CODE, "Esc": Wish.CLOSE,
    **{str(digit): Wish.PAPER_SEEN for digit in range(1, 10)}, **{f"Shift+{digit}": Wish.PAPER_MISSING for digit in range(1, 10)},
}  # fmt: skip
"""The table of the console's keys as it was agreed on."""


def chord(written: str) -> Chord:
    *held, key = written.split("+")
    return Chord(key, "Ctrl" in held, "Alt" in held, "Shift" in held)


@pytest.mark.parametrize(("written", "wish"), STAFF_MD.items())
def test_every_key_that_was_agreed_on_does_what_it_should(written: str, wish: Wish) -> None:
    press = press_of(chord(written))
    assert press is not None
    assert press.wish is wish
    if wish in (Wish.AREA, Wish.GUIDE_TAB, Wish.PAPER_SEEN, Wish.PAPER_MISSING):
        assert press.figure == int(written[-1])


def test_a_chord_with_one_modifier_more_is_another_chord() -> None:
    for known in chords():
        more = Chord(known.key, True, True, True)
        assert press_of(more) is None


def test_every_wish_has_a_key() -> None:
    assert {press.wish for press in chords().values()} == set(Wish)


def written_caps(caps: tuple[str, ...]) -> set[Chord]:
    """`("Ctrl", "1–3")` → Ctrl+1, Ctrl+2, Ctrl+3; `("↑", "↓")` → both."""
    names = {"↑": "Up", "↓": "Down", "PgDn": "PgDown"}
    held = {cap for cap in caps if cap in {"Ctrl", "Alt", "Shift"}}
    keys: list[str] = []
    for cap in caps:
        if cap in held:
            continue
        first, dash, last = cap.partition("–")
        keys += [str(n) for n in range(int(first), int(last) + 1)] if dash else [names.get(cap, cap)]
    return {Chord(key, "Ctrl" in held, "Alt" in held, "Shift" in held) for key in keys}


def test_the_page_of_keys_tells_the_whole_map_and_nothing_else() -> None:
    told = {each for _, lines in KEY_PAGE for line in lines for each in written_caps(line.caps)}
    said_in_words = {Chord("Home"), Chord("End"), Chord("Tab"), Chord("Tab", shift=True)}
    assert told | said_in_words == set(chords())
    words = " ".join(line.does for _, lines in KEY_PAGE for line in lines)
    assert "Home" in words
    assert "End" in words
    assert "Tab" in words


def test_the_same_writing_wish_within_a_second_is_one_press() -> None:
    same = SamePress()
    assert not same.repeats(Wish.CALL_NEXT, 10.0)
    assert same.repeats(Wish.CALL_NEXT, 10.9)
    assert not same.repeats(Wish.CALL_NEXT, 11.0)
    assert not same.repeats(Wish.START, 11.1)
    assert not same.repeats(Wish.CALL_NEXT, 11.2), "another wish came between"


def test_arrows_and_papers_may_follow_quickly() -> None:
    same = SamePress()
    for wish in set(Wish) - WRITING:
        assert not same.repeats(wish, 1.0)
        assert not same.repeats(wish, 1.0)


def test_a_press_is_a_value() -> None:
    assert press_of(Chord("7")) == Press(Wish.PAPER_SEEN, 7)
