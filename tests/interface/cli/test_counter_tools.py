"""`kiosk demo-clerks` and `kiosk rating-code`, as processes on a real data directory."""

from __future__ import annotations

from pathlib import Path

import qrcode
from qrcode.image.pil import PilImage

from kiosk.infrastructure.paths import DataDirectory
from tests.support.halls import command


def go_live(data: DataDirectory) -> None:
    settings = data.hall_settings.read_text("utf-8")
    data.hall_settings.write_text(settings.replace("live = false", "live = true"), "utf-8")


def test_demo_clerks_are_made_once_and_told(data: DataDirectory) -> None:
    first = command(data, "demo-clerks", "--json")
    assert first.code == 0, first.err
    assert first.value["added"] == first.value["clerks"] == ["07", "11", "03", "15"]
    assert first.value["rehearse_at"] is None, "the hall is open"
    again = command(data, "demo-clerks", "--json", now="2026-11-22T10:00:00+08:00")
    assert again.value["added"] == []
    assert again.value["rehearse_at"] == "2026-11-23T09:30:00+08:00", "a Sunday rehearses on Monday"
    listed = command(data, "staff", "list", "--json")
    assert {row["secret"] for row in listed.value} == {"pin"}
    assert command(data, "audit", "verify", "--json").code == 0


def test_a_live_hall_has_no_demo_clerks(data: DataDirectory) -> None:
    go_live(data)
    refused = command(data, "demo-clerks", "--json", now="")
    assert (refused.code, refused.value["refused"]) == (1, "ForbiddenOnLiveHall")
    assert command(data, "staff", "list", "--json", now="").value == []


def test_a_rating_code_is_imported_where_its_host_is_allowed(data: DataDirectory, tmp_path: Path) -> None:
    picture = tmp_path / "code.png"
    qrcode.make("https://pj.example.gov.cn/r?c=2", image_factory=PilImage).get_image().save(picture)
    refused = command(data, "rating-code", "import", "--counter", "2", str(picture), "--json")
    assert (refused.code, refused.value) == (1, {"refused": "RatingCodeUnfit", "reason": "foreign_host", "host": "pj.example.gov.cn"})
    assert "[rating]" in refused.err
    with data.hall_settings.open("a", encoding="utf-8") as settings:
        settings.write('\n[rating]\nhosts = ["pj.example.gov.cn"]\n')
    done = command(data, "rating-code", "import", "--counter", "2", str(picture), "--json")
    assert (done.code, done.value) == (0, {"counter": 2, "host": "pj.example.gov.cn"}), done.err
    assert command(data, "rating-code", "list", "--json").value == {"2": "pj.example.gov.cn"}
    assert command(data, "rating-code", "import", "--counter", "9", str(picture), "--json").value["refused"] == "UnknownCounter"
    assert command(data, "audit", "verify", "--json").code == 0


def test_a_live_hall_asks_for_the_admin(data: DataDirectory, tmp_path: Path) -> None:
    go_live(data)
    refused = command(data, "rating-code", "import", "--counter", "2", str(tmp_path / "x.png"), "--json", now="")
    assert refused.value["refused"] == "ForbiddenOnLiveHall"


def test_a_host_that_is_none_is_a_fault_of_the_settings(data: DataDirectory) -> None:
    with data.hall_settings.open("a", encoding="utf-8") as settings:
        settings.write('\n[rating]\nhosts = ["https://pj.example.gov.cn/"]\n')
    told = command(data, "rating-code", "list", "--json")
    assert told.code == 3
    assert "rating.hosts" in told.err
