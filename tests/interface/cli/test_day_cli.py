"""`kiosk alert`, `desk`, `help-call` and `figures`, each by a process of its own."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.support.day_hall import DayHall
from tests.support.halls import Answer, command

ITEM = "WHL-MZ-001"


def ok(answer: Answer) -> object:
    assert answer.code == 0, answer.err
    assert answer.out.count("\n") == 1
    return answer.value


def live(data: DataDirectory) -> DataDirectory:
    settings = data.hall_settings
    settings.write_text(settings.read_text("utf-8").replace("live = false", "live = true"), "utf-8")
    return data


def test_an_alert_from_its_beginning_to_its_end(data: DataDirectory) -> None:
    stopped = command(data, "alert", "set", "--item", ITEM, "--until", "15:30", "--reason", "system", "--json").value
    assert (stopped["item"], stopped["line"], stopped["reason"]) == (ITEM, None, "system")
    assert stopped["until"] == "2026-11-23T15:30:00+08:00"
    refused = command(data, "ticket", "take", "--line", "A", "--item", ITEM, "--json")
    assert (refused.code, refused.value["refused"]) == (1, "StoppedToday")
    assert "15:30 以前停办" in refused.err
    (listed,) = command(data, "alert", "list", "--json").value
    assert listed["item"] == ITEM
    ok(command(data, "alert", "lift", "--item", ITEM, "--json"))
    assert command(data, "alert", "list", "--json").value == []
    assert command(data, "alert", "lift", "--item", ITEM, "--json").value["refused"] == "NoAlert"


def test_an_alert_without_an_hour_is_for_all_of_today(data: DataDirectory) -> None:
    answer = command(data, "alert", "set", "--line", "A", "--json")
    assert answer.value["until"] == "2026-11-23T23:59:00+08:00"
    assert "今天停办" in command(data, "ticket", "take", "--line", "A").err


def test_wrong_usage_of_alerts(data: DataDirectory) -> None:
    for words in (("set",), ("set", "--item", ITEM, "--line", "A"), ("set", "--line", "A", "--until", "soon"), ("set", "--line", "Z")):
        assert command(data, "alert", *words).code == 2, words
    assert command(data, "alert", "set", "--line", "A", "--until", "09:00", "--json").value["refused"] == "AlertEndsTooEarly"


def test_the_desk_gives_enters_and_voids(data: DataDirectory) -> None:
    given = command(data, "desk", "issue", "--line", "A", "--class", "assisted", "--json").value
    assert (given["number"], given["class"]) == ("A001", "assisted")
    entered = command(data, "desk", "paper", "p012", "--line", "A", "--at", "09:40", "--json").value
    assert (entered["number"], entered["line"], entered["issued_at"]) == ("P012", "A", "2026-11-23T09:40:00+08:00")
    assert command(data, "desk", "paper", "P012", "--line", "A", "--json").value["refused"] == "PadNumberEntered"
    assert command(data, "desk", "paper", "A012", "--line", "A").code == 2
    assert command(data, "desk", "void", "A001", "A009", "--json").value == {"voided": ["A001"]}
    assert command(data, "desk", "void", "A009", "A001").code == 2
    assert command(data, "desk", "void", "A001", "B009").code == 2
    assert command(data, "desk", "void", "P001", "P020", "--json").value == {"voided": ["P012"]}


def test_a_live_hall_asks_who_it_is(data: DataDirectory) -> None:
    for words in (("alert", "set", "--line", "A"), ("desk", "issue", "--line", "A"), ("help-call", "take", "1", "--counter", "1")):
        refused = command(live(data), *words, "--json", now="")
        assert (refused.code, refused.value["refused"]) == (1, "ForbiddenOnLiveHall"), words


def test_nobody_hears_a_call_where_nobody_is_signed_in(data: DataDirectory) -> None:
    refused = command(data, "help-call", "ring", "--json")
    assert (refused.code, refused.value) == (1, {"refused": "NoHelperNow"})


def test_a_call_is_taken_and_done(parts: Parts, data: DataDirectory) -> None:
    DayHall(parts).clerk()
    rung = command(data, "help-call", "ring", "--kiosk", "2", "--reason", "sight", "--json").value
    assert (rung["kiosk"], rung["reason"], rung["state"]) == (2, "sight", "ringing")
    call = str(rung["call"])
    assert command(data, "help-call", "take", call, "--counter", "2", "--json").value["counter"] == 2
    assert command(data, "help-call", "take", call, "--counter", "3", "--json").value["refused"] == "HelpCallOver"
    assert command(data, "help-call", "done", call, "--json").value["state"] == "done"
    assert [each["state"] for each in command(data, "help-call", "list", "--json").value] == ["done"]
    ok(command(data, "help-call", "cancel", "--kiosk", "2", "--json"))


def test_figures_and_their_workbook(parts: Parts, data: DataDirectory, tmp_path: Path) -> None:
    day = DayHall(parts)
    for _ in range(6):
        day.take(item=None)
    for _ in range(5):
        day.call()
    path = tmp_path / "figures.xlsx"
    told = command(data, "figures", "--from", "2026-11-23", "--to", "2026-11-23", "--xlsx", str(path), "--json")
    assert told.code == 0, told.err
    assert (told.value["total"]["tickets"], told.value["total"]["called"], told.value["days"]) == (6, 5, 1)
    assert [(cell["counter"], cell["tickets"]) for cell in told.value["by_counter"]] == [("1", 5)]
    assert told.value["by_item"][0]["item"] is None
    sheets = openpyxl.load_workbook(path)
    assert sheets.sheetnames == ["概况", "按小时", "按天", "按队列", "按事项", "按窗口", "按人群"]
    assert [row[0] for row in sheets["按队列"].iter_rows(min_row=5, values_only=True)] == ["一口受理"]
    assert [row[:2] for row in sheets["按人群"].iter_rows(min_row=5, values_only=True)] == [("普通", 6)]


def test_a_workbook_that_cannot_be_written_is_said(data: DataDirectory, tmp_path: Path) -> None:
    answer = command(data, "figures", "--xlsx", str(tmp_path / "nowhere" / "f.xlsx"), "--json")
    assert (answer.code, answer.value["unavailable"]) == (3, "FileNotWritable")
    assert command(data, "figures", "--from", "2026-11-24", "--to", "2026-11-23").code == 2


def test_figures_of_a_hall_without_a_past(data: DataDirectory) -> None:
    told = command(data, "figures", "--json").value
    assert (told["from"], told["to"], told["days"], told["total"]["tickets"]) == ("2026-11-17", "2026-11-23", 0, None)
