"""`kiosk counter-deed` and `kiosk counters` as processes: a service from beginning to end, refusals, wrong usage."""

from typing import Any

import pytest

from kiosk.infrastructure.paths import DataDirectory
from tests.support.halls import command


@pytest.mark.slow
def test_a_service_without_a_screen(data: DataDirectory) -> None:
    def do(deed: str, *more: str, code: int = 0) -> Any:
        answer = command(data, "counter-deed", deed, "--counter", "1", *more, "--json")
        assert answer.code == code, answer.err
        return answer.value

    for _ in range(2):
        assert command(data, "ticket", "take", "--line", "A").code == 0
    assert do("call-next")["number"] == "A001"
    assert do("call-next", code=1) == {"refused": "CounterOccupied", "counter": 1, "number": "A001", "state": "called"}
    assert do("start")["state"] == "serving"
    assert do("correct-item", "--item", "WHL-MZ-001")["item"] == "WHL-MZ-001"
    assert do("park", "--reason", "papers")["state"] == "parked"
    assert do("take-back", "--ticket", "A001")["state"] == "serving"
    assert command(data, "counters", "--json").value[0] == {
        "counter": 1, "lines": ["A", "B", "H"], "state": "open", "staff": None, "number": "A001",
    }  # fmt: skip
    assert do("transfer", "--to-line", "B", "--to-counter", "2")["state"] == "waiting"
    assert do("undo")["state"] == "serving"
    assert do("finish")["state"] == "finished"
    closed = do("close")
    assert (closed["counter"], closed["state"], closed["staff"]) == (1, "closed", None)
    assert do("call-this", "--ticket", "A002", code=1) == {"refused": "CounterNotOpen", "counter": 1, "state": "closed"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("rejoin",), "--ticket"),
        (("add-item",), "--item"),
        (("park",), "--reason"),
        (("transfer",), "--to-line"),
        (("correct-item", "--item", "WHL-999"), "WHL-999"),
        (("dance",), "dance"),
    ],
)
def test_wrong_usage(data: DataDirectory, words: tuple[str, ...], said: str) -> None:
    answer = command(data, "counter-deed", *words, "--counter", "1")
    assert answer.code == 2
    assert said in answer.err
    assert "Traceback" not in answer.err
