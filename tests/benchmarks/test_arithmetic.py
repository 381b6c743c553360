"""The benchmark's own arithmetic: how runs become figures, which misses are explained, what the run answers. Nothing is timed here."""

import json
from itertools import islice
from pathlib import Path

import pytest

from tests.benchmarks import __main__ as bench
from tests.benchmarks.figure import Figure, at_least, at_most, median, percentile, ratio_at_most, told
from tests.benchmarks.page_probe import back_and_forth
from tests.benchmarks.pages import grown
from tests.benchmarks.slow import derive as derive_slow
from tests.benchmarks.tickets import missing, repeated
from tests.benchmarks.touch_probe import Tap
from tests.benchmarks.touches import derive
from tests.benchmarks.verdict import exit_code, explained_misses, table, unexplained

PAGE = """
# Performance

| `first_frame` | not in the section: explains nothing |

## Missed targets

| Figure | Why |
|---|---|
| `first_frame` | the pages are larger than nothing |
| `idle_memory` | |
| next_screen_p95 | without backticks |

## Other

| `ticket_gaps` | another section |
"""


@pytest.mark.parametrize(
    ("values", "percent", "expected"),
    [
        ([5], 95, 5),
        ([1, 2, 3], 50, 2),
        ([3, 1, 2], 95, 3),
        (range(1, 21), 95, 19),
        (range(1, 101), 99, 99),
        (range(1, 101), 7, 7),
        (range(1, 101), 100, 100),
        (range(1, 102), 99, 100),
        ([4, 9], 0, 4),
    ],
)
def test_percentile_is_the_nearest_rank(values: list[float], percent: int, expected: float) -> None:
    assert percentile(values, percent) == expected


def test_median_of_an_even_number_lies_between() -> None:
    assert median([4, 1, 3, 2]) == 2.5


def test_a_limit_may_be_reached_but_not_passed() -> None:
    assert at_most("a", 3.0, "ms", 3).met
    assert not at_most("a", 3.0004, "ms", 3).met
    assert at_least("a", 0.9, "", 0.9).met
    assert not at_least("a", 0.8999, "", 0.9).met


def test_a_ratio_is_held_against_its_limit() -> None:
    figure = ratio_at_most("a", 140, "ms", 100, 1.4)
    assert (figure.ratio, figure.floor, figure.target, figure.met) == (1.4, 100, "≤ 1.4 ×", True)
    assert not ratio_at_most("a", 141, "ms", 100, 1.4).met


def test_a_floor_beside_a_limit_gives_a_ratio_and_decides_nothing() -> None:
    figure = at_most("a", 6, "ms", 5, floor=2)
    assert (figure.ratio, figure.met) == (3, False)


def test_what_is_only_told_is_never_missed() -> None:
    assert told("a", 1e9, "ms").met
    assert told("a", 1, "ms", floor=0).ratio is None


def test_only_a_name_with_a_reason_in_the_section_is_explained() -> None:
    assert explained_misses(PAGE) == {"first_frame"}
    assert explained_misses("") == frozenset()


def test_the_exit_code_knows_explained_misses() -> None:
    met, missed = at_most("first_frame", 1, "ms", 2), at_most("first_frame", 3, "ms", 2)
    other = at_most("idle_memory", 3, "MB", 2)
    assert exit_code([met], frozenset()) == 0
    assert exit_code([missed], frozenset()) == 1
    assert exit_code([missed], frozenset({"first_frame"})) == 0
    assert exit_code([missed, other], frozenset({"first_frame"})) == 1
    assert unexplained([met, missed, other], frozenset({"first_frame"})) == [other]


def test_the_table_tells_an_explained_miss_from_another() -> None:
    lines = table([at_most("a", 3, "ms", 2), at_most("b", 3, "ms", 2), told("c", 3, "ms")], frozenset({"a"})).splitlines()
    assert lines[1].endswith("missed, explained")
    assert lines[2].endswith("MISSED")
    assert lines[3].split() == ["c", "3", "ms"]


def test_repeated_and_missing_numbers_are_counted() -> None:
    assert repeated(["A001", "A002", "A001"]) == 1
    assert missing([1, 2, 4], 3) == 1
    assert missing([1, 2], 3) == 1  # acknowledged, and not on disk
    assert missing([1, 2, 3], 3) == 0


def tap(**more: object) -> Tap:
    facts = {
        "origin": "home",
        "goal": "list",
        "kind": "Button",
        "name": "",
        "leads": True,
        "cold": False,
        "press_ms": 5.0,
        "screen_ms": 30.0,
    }
    return Tap(**{**facts, "first_ms": 20.0, "cpu_ms": 10.0, **more})  # type: ignore[arg-type]


def test_taps_are_sorted_into_figures() -> None:
    done = [
        *(tap(screen_ms=float(ms)) for ms in range(1, 21)),
        tap(leads=False, screen_ms=70.0),
        tap(cold=True, screen_ms=400.0, press_ms=90.0),
        tap(press_ms=0.0, screen_ms=5000.0, name="dead"),
        tap(press_ms=0.0, screen_ms=5000.0, name="dead"),
    ]
    figures = {figure.name: figure for figure in derive(done)}
    assert figures["next_screen_count"].value == 20
    assert (figures["next_screen_p95"].value, figures["next_screen_worst"].value) == (19, 20)
    assert (figures["same_page_p95"].value, figures["cold_page_worst"].value) == (70, 400)
    assert figures["press_to_pressed_p95"].value == 5
    assert figures["no_pressed_state"].value == 1
    assert {name for name, figure in figures.items() if not figure.met} == {"no_pressed_state"}


def test_a_slow_screen_is_a_miss() -> None:
    missed = {figure.name for figure in derive([tap(screen_ms=61.0), tap(press_ms=21.0), tap(screen_ms=151.0)]) if not figure.met}
    assert missed == {"press_to_pressed_p95", "next_screen_p95", "next_screen_worst"}


def test_the_answer_is_one_line_and_the_code_follows_the_page(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    page = tmp_path / "performance.md"
    page.write_text(PAGE, "utf-8")
    monkeypatch.setattr(bench, "PAGE", page)
    found: list[Figure] = [ratio_at_most("first_frame", 3, "ms", 1, 1.4)]
    monkeypatch.setattr(bench, "measured", lambda matter, *, quick: found)
    assert bench.main(["--json", "--quick", "--only", "first_frame"]) == 0
    out = capsys.readouterr().out
    answer = json.loads(out)
    assert out.count("\n") == 1
    assert set(answer) == {"machine", "figures"}
    assert [set(figure) for figure in answer["figures"]] == [{"name", "value", "unit", "floor", "ratio", "target", "met"}]
    found.append(at_most("ticket_gaps", 1, "", 0))
    assert bench.main(["--json", "--only", "first_frame"]) == 1


def test_unknown_matters_are_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        bench.main(["--only", "weather"])
    assert end.value.code == 2
    assert "weather" in capsys.readouterr().err


def test_pages_are_turned_to_their_neighbours() -> None:
    turned = [0, *islice(back_and_forth(4), 12)]
    assert turned == [0, 1, 2, 3, 2, 1, 0, 1, 2, 3, 2, 1, 0]


@pytest.mark.parametrize(
    ("memory", "met"),
    [([200.0, 204.0, 205.0], [True, True]), ([200.0, 206.0, 207.0], [False, True]), ([200.0, 200.0, 203.0], [True, False])],
)
def test_memory_must_be_level_as_well_as_small(memory: list[float], met: list[bool]) -> None:
    assert [figure.met for figure in grown(memory) if figure.target] == met


def test_a_press_that_no_frame_shows_fails_the_slow_machine() -> None:
    def tap(press: float) -> Tap:
        return Tap("home", "list", "Board", "a", leads=True, cold=False, press_ms=press, screen_ms=200.0, first_ms=150.0, cpu_ms=30.0)

    found = {figure.name: figure for figure in derive_slow([tap(90.0), tap(0.0)], slower=6.0)}
    assert found["slow_press_p95"].met
    assert not found["slow_no_pressed_state"].met
