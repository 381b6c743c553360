"""`kiosk ticket` and `kiosk counter-call` as processes: output, exit code, sentence."""

import json
from typing import Any

import pytest

from kiosk.infrastructure.paths import DataDirectory
from tests.support.halls import command

KEYS = ["number", "line", "item", "class", "issued_at", "ahead", "wait_low", "wait_high", "print_state"]


def made_live(data: DataDirectory) -> None:
    text = data.hall_settings.read_text(encoding="utf-8")
    data.hall_settings.write_text(text.replace("\nlive = false", "\nlive = true"), encoding="utf-8")


@pytest.mark.slow
def test_a_morning(data: DataDirectory) -> None:
    def say(*words: str, code: int = 0) -> Any:
        answer = command(data, *words)
        assert answer.code == code, answer.err
        return answer.value

    first = say("ticket", "take", "--line", "A", "--request-id", "tap-1", "--print", "--json")
    assert list(first) == KEYS
    assert [first[key] for key in KEYS[:6]] == ["A001", "A", None, "normal", first["issued_at"], 0]
    assert first["issued_at"].startswith("2026-11-23T10:00:")
    assert first["issued_at"].endswith("+08:00")
    assert first["print_state"] == "none"
    assert say("ticket", "take", "--line", "A", "--request-id", "tap-1") == first
    refused = command(data, "ticket", "take", "--line", "B", "--request-id", "tap-1", "--json")
    assert (refused.code, refused.value) == (1, {"refused": "RequestReused", "request_id": "tap-1", "number": "A001"})
    assert refused.err == "这个请求编号已经取过 A001，要另取一个号请换一个编号。\n"
    assert say("ticket", "take", "--line", "A", "--class", "military", "--json")["ahead"] == 0
    assert [ticket["number"] for ticket in say("ticket", "list", "--json")] == ["A001", "A002"]
    assert say("counter-call", "--counter", "1", "--json")["number"] == "A002"
    assert say("ticket", "show", "A002", "--json")["state"] == "called"
    assert say("ticket", "show", "a001")["ahead"] == 0
    assert say("counter-call", "--counter", "3")["number"] == "A001"
    assert say("counter-call", "--counter", "3", code=1) == {"refused": "NobodyWaiting", "counter": 3}
    assert say("ticket", "show", "A003", code=1) == {"refused": "UnknownTicket", "number": "A003", "day": "2026-11-23"}


def test_json_is_one_line_and_a_closed_hall_exits_1(data: DataDirectory) -> None:
    answer = command(data, "--json", "ticket", "take", "--line", "A", now="2026-10-01T10:00:00+08:00")
    assert answer.code == 1
    assert answer.out.count("\n") == 1
    assert json.loads(answer.out)["refused"] == "HallClosed"
    assert answer.err == "今天是国庆节，窗口不开，请 10 月 8 日 星期四 9:00 再来取号。\n"


@pytest.mark.parametrize(
    "words",
    [
        ("ticket", "take", "--line", "Z"),
        ("ticket", "take"),
        ("ticket", "take", "--line", "A" * 4096),
        ("ticket", "take", "--line", "A", "--request-id", "a\x07b"),
        ("ticket", "take", "--line", "A", "--class", "vip"),
        ("ticket", "show", "A00012"),
        ("counter-call", "--counter", "9"),
        ("counter-call", "--counter", "eins"),
        ("ticket", "list", "--day", "yesterday"),
        ("nonsense",),
    ],
    ids=lambda words: " ".join(words)[:30].replace("\x07", "^G"),
)
def test_wrong_usage_exits_2_and_takes_nothing(data: DataDirectory, words: tuple[str, ...]) -> None:
    answer = command(data, *words)
    assert answer.code == 2
    assert answer.err
    assert "Traceback" not in answer.err


@pytest.mark.slow
def test_a_live_hall_refuses_rehearsal_acts(data: DataDirectory) -> None:
    made_live(data)
    rehearsal = command(data, "ticket", "take", "--line", "A", "--json")
    assert (rehearsal.code, rehearsal.value) == (1, {"refused": "ForbiddenOnLiveHall", "act": "KIOSK_NOW"})
    calling = command(data, "counter-call", "--counter", "1", "--json", now="")
    assert (calling.code, calling.value) == (1, {"refused": "ForbiddenOnLiveHall", "act": "counter-call"})


def test_another_kind_of_database_is_unavailable(data: DataDirectory) -> None:
    answer = command(data, "ticket", "list", "--json", "--database", "postgresql+psycopg://hall@db/kiosk")
    assert (answer.code, answer.value) == (3, {"unavailable": "DatabaseUnsupported", "kind": "postgresql+psycopg"})
    assert "SQLite" in answer.err


def test_staff_see_what_is_to_be_printed_and_how_printers_stand(data: DataDirectory) -> None:
    text = data.hall_settings.read_text(encoding="utf-8")
    assert 'kind = "none"\n' in text
    data.hall_settings.write_text(text.replace('kind = "none"\n', 'kind = "network"\naddress = "127.0.0.1:9"\n'), encoding="utf-8")
    assert command(data, "ticket", "printers", "--json").value == []
    taken = command(data, "ticket", "take", "--line", "A", "--print", "--json").value
    assert taken["print_state"] == "failed"
    (job,) = command(data, "ticket", "print-jobs", "--json").value
    assert [job[key] for key in ("number", "reprint", "print_state", "cause")] == ["A001", False, "failed", "unreachable"]
    assert job["queued_at"] <= job["changed_at"]
    assert command(data, "ticket", "print-jobs", "--day", "2026-11-20", "--json").value == []
