"""`kiosk catalog …` as processes of their own: what other programs rely on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.infrastructure.catalog_files.edition_file import read_current_edition, read_edition
from kiosk.infrastructure.catalog_files.edition_publishing import EditionFolder, read_content
from kiosk.infrastructure.database.sqlite import driver
from kiosk.infrastructure.paths import DataDirectory
from tests.support.halls import command


def test_check_finds_nothing_wrong(data: DataDirectory) -> None:
    answer = command(data, "catalog", "check")
    assert (answer.code, answer.out) == (0, "没有差错\n")
    answer = command(data, "catalog", "check", "--json")
    assert answer.value == {"ok": True, "faults": []}
    assert answer.out.count("\n") == 1


def test_stats_count_the_four_lists(data: DataDirectory) -> None:
    answer = command(data, "catalog", "stats", "--json")
    assert answer.code == 0
    assert answer.value == {"convenience": 60, "social_security": 37, "retained": 34, "abolished": 86, "edition": 1}


def test_loading_what_is_in_force_makes_no_new_edition(data: DataDirectory) -> None:
    first = command(data, "catalog", "load", "--json")
    assert first.code == 0, first.err
    before = sorted(path.name for path in data.editions.iterdir())
    again = command(data, "catalog", "load", "--json")
    assert again.code == 0
    assert again.value == {**first.value, "changed": False}
    assert sorted(path.name for path in data.editions.iterdir()) == before
    assert command(data, "catalog", "stats", "--json").value["edition"] == first.value["edition"]


def test_loading_after_damage_publishes_the_next_edition_and_is_audited(data: DataDirectory) -> None:
    command(data, "catalog", "load", "--json")
    shelf = EditionFolder(data.editions)
    broken = shelf.current()
    assert broken is not None
    broken.write_bytes(broken.read_bytes()[:-200])
    stats = command(data, "catalog", "stats", "--json")
    assert stats.code == 3
    assert stats.value["unavailable"] == "EditionDamaged"
    answer = command(data, "catalog", "load", "--json")
    assert answer.code == 0, answer.err
    assert answer.value["changed"] is True
    edition = read_current_edition(shelf.folder)
    assert edition is not None
    assert edition.number == answer.value["edition"] == int(broken.name[:4]) + 1
    connection = driver().connect(str(data.database))
    try:
        acts = connection.execute("SELECT count(*) FROM audit_entry WHERE act = 'catalog load'").fetchone()
    finally:
        connection.close()
    assert acts == (1,)


def test_a_live_hall_loads_no_catalogue_by_hand(data: DataDirectory) -> None:
    text = data.hall_settings.read_text(encoding="utf-8")
    data.hall_settings.write_text(text.replace("live = false", "live = true"), encoding="utf-8")
    answer = command(data, "catalog", "load", "--json", now="")
    assert answer.code == 1, answer.err
    assert answer.value == {"refused": "ForbiddenOnLiveHall", "act": "catalog load"}
    assert answer.err.count("\n") == 1


def test_show_gives_every_field(data: DataDirectory) -> None:
    answer = command(data, "catalog", "show", "whl-mz-001", "--json")
    assert answer.code == 0
    assert answer.out.count("\n") == 1
    shown = answer.value
    assert shown["plain_name"] == "申请低保"
    assert shown["hall_role"] == "accept"
    assert shown["hall_role_words"] == "受理审核"
    assert shown["statutory"]["days"] == 30
    assert shown["promised"]["unit"] == "工作日"
    assert shown["in_person"]["visits"] is None
    assert shown["materials"][5]["when"] == [{"situation": "special_family", "answers": ["yes"]}]
    assert shown["life_events"] == ["hardship"]
    assert "QX-67" in shown["proofs"]
    assert shown["source"]["refs"] == ["S01", "S02", "S03", "S04", "S42"]
    assert command(data, "catalog", "show", "QX-10", "--json").value["verdict"] == "not_needed"


@pytest.mark.parametrize("code", ["WHL-MZ-999", "../../etc/passwd", "低保"])
def test_a_code_that_is_not_there_is_wrong_usage(data: DataDirectory, code: str) -> None:
    answer = command(data, "catalog", "show", code, "--json")
    assert answer.code == 2
    assert answer.value == {"refused": "UnknownItem", "item": code}


def test_compile_writes_an_edition_and_leaves_an_equal_one_alone(data: DataDirectory, tmp_path: Path) -> None:
    out = tmp_path / "new" / "edition.json"
    answer = command(data, "catalog", "compile", "--out", str(out), "--json")
    assert answer.code == 0, answer.err
    assert answer.value["changed"] is True
    assert read_edition(out).content_hash == answer.value["content_hash"]
    assert len(read_content(out).entries) == 217
    written = out.stat().st_mtime_ns
    again = command(data, "catalog", "compile", "--out", str(out), "--json")
    assert again.value["changed"] is False
    assert out.stat().st_mtime_ns == written


def test_search_answers_with_codes_names_lists_and_scores(data: DataDirectory) -> None:
    answer = command(data, "catalog", "search", "公租房", "--limit", "3", "--json")
    assert answer.code == 0
    assert answer.out.count("\n") == 1
    assert 1 <= len(answer.value) <= 3
    assert set(answer.value[0]) == {"code", "name", "list", "score"}
    assert (answer.value[0]["code"], answer.value[0]["list"]) == ("WHL-ZF-001", "convenience")
    scores = [hit["score"] for hit in answer.value]
    assert scores == sorted(scores, reverse=True)


def test_a_batch_gives_one_list_a_line(data: DataDirectory, tmp_path: Path) -> None:
    queries = tmp_path / "queries.txt"
    queries.write_text("\ufeff公租房\n\n㐂㐂㐂㐂\n健在证明\n", encoding="utf-8")
    answer = command(data, "catalog", "search", "--batch", str(queries), "--limit", "2")
    assert answer.code == 0, answer.err
    lines = [json.loads(line) for line in answer.out.splitlines()]
    assert len(lines) == 4
    assert lines[0][0]["code"] == "WHL-ZF-001"
    assert (lines[1], lines[2]) == ([], [])
    assert lines[3][0]["code"] == "QX-10"


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("search",),
        ("search", "x", "--limit", "0"),
        ("search", "x", "--batch", "y"),
        ("search", "--batch", "no such file"),
        ("compile",),
        ("show",),
        ("nonsense",),
    ],
)
def test_wrong_usage_is_exit_2(data: DataDirectory, words: tuple[str, ...]) -> None:
    answer = command(data, "catalog", *words)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err


@pytest.mark.parametrize("text", ["低" * 4096, "\x1b[31m低保", "'; DROP TABLE ticket; --", "\udcff低保", "   "])
def test_odd_queries_are_harmless(data: DataDirectory, text: str) -> None:
    answer = command(data, "catalog", "search", text, "--json")
    assert answer.code == 0, answer.err
    assert isinstance(answer.value, list)
