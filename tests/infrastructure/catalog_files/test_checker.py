"""Each rule of the checker, with one fault planted. A fault is found once, at its place, with a way to mend it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from kiosk.infrastructure.catalog_files.checker import check_catalog, hanzi
from kiosk.infrastructure.catalog_files.faults import Fault
from kiosk.infrastructure.paths import catalog_dir
from tests.support.small_catalog import ABOLISHED, ITEM, OTHER_ITEM, RETAINED, SOCIAL_ITEM, Spoil, small_catalog, spoil, write

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_catalog(tmp_path_factory.mktemp("sound") / "catalog")


@pytest.fixture
def catalog(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "catalog"))


def faults_of(folder: Path) -> tuple[Fault, ...]:
    checked = check_catalog(folder, today=TODAY)
    assert (checked.content is None) == bool(checked.faults)
    return checked.faults


def test_the_catalogue_of_the_hall_has_no_faults() -> None:
    checked = check_catalog(catalog_dir(), today=TODAY)
    assert [str(fault) for fault in checked.faults] == []
    assert checked.content is not None
    assert len(checked.content.entries) == 217


def test_the_small_catalogue_has_no_faults(catalog: Path) -> None:
    assert faults_of(catalog) == ()


def question(id_: str, *answers: str) -> dict[str, object]:
    return {"id": id_, "question": "怎么样？", "answers": [{"id": answer, "label": f"答{answer}"} for answer in answers]}


def when(situation: str, *answers: str) -> list[dict[str, object]]:
    return [{"situation": situation, "answers": list(answers)}]


AGENT = "materials[5].when[0]"

PLANTED: list[tuple[str, Spoil, str, str]] = [
    # schema
    (ITEM, lambda d: d.update(nmae="x"), "", "不认得的项 nmae"),
    (ITEM, lambda d: d.pop("steps"), "", "缺少 steps"),
    (ITEM, lambda d: d.update(hall_role="受理"), "hall_role", "不能是 “受理”"),
    (ITEM, lambda d: d.update(sensitive="no"), "sensitive", "写法不对"),
    (ITEM, lambda d: d["statutory"].update(days=-1, unit="工作日"), "statutory.days", "不能是"),
    (ITEM, lambda d: d.update(plain_name=""), "plain_name", "是空的"),
    (ITEM, lambda d: d.update(plain_name="很" * 21), "plain_name", "太长"),
    (ITEM, lambda d: d.update(materials=[]), "materials", "只有 0 条"),
    (ITEM, lambda d: d["summary"].extend(["二。", "三。"]), "summary", "有 4 条"),
    (ITEM, lambda d: d["verification"].update(assured_date="昨天"), "verification.assured_date", "样子不对"),
    (ITEM, lambda d: d["aliases"].append(d["aliases"][0]), "aliases", "有重复的"),
    (ABOLISHED, lambda d: d.update(former_issuer="police_station"), "former_issuer", "不能是"),
    ("vocabularies.yaml", lambda d: d["themes"][0].update(name="五个字太长"), "themes[0].name", "太长"),
    ("vocabularies.yaml", lambda d: d["life_events"].pop(), "life_events", "只有 11 条"),
    ("edition.yaml", lambda d: d["counts"].pop("retained"), "counts", "缺少 retained"),
    # place, names, counts
    (ITEM, lambda d: d.update(department="health"), "code", "放的地方和内容对不上"),
    (OTHER_ITEM, lambda d: d.update(name="高龄津贴发放"), "name", "已经用在"),
    (OTHER_ITEM, lambda d: d.update(plain_name="80 岁老人领高龄津贴"), "plain_name", "已经用在"),
    ("edition.yaml", lambda d: d["counts"].update(convenience=3), "counts.convenience", "写着 3 件，实际有 2 件"),
    # words
    (ITEM, lambda d: d.update(summary=["字" * 26 + "。"]), "summary[0]", "26 个汉字"),
    (ITEM, lambda d: d.update(summary=["快来办！"]), "summary[0]", "感叹号"),
    (ITEM, lambda d: d.update(aliases=d["aliases"][:7]), "aliases", "只有 7 个"),
    (ITEM, lambda d: d["aliases"].append(f" {d['aliases'][0]}。"), "aliases[", "只差标点"),
    # telephones
    (ITEM, lambda d: d.update(hotline="65786578"), "hotline", "不是全国统一的热线"),
    (ITEM, lambda d: d["steps"].append("打 0371-65786578 问"), "steps[6]", "0371-65786578"),
    (ITEM, lambda d: d["steps"].append("打13812345678问"), "steps[6]", "13812345678"),
    (ITEM, lambda d: d["steps"].append("打 65786578 问"), "steps[6]", "65786578"),
    (ITEM, lambda d: d["steps"].append("打 4001234567 问"), "steps[6]", "4001234567"),
    (ITEM, lambda d: d["steps"].append("打 12399 问"), "steps[6]", "12399"),
    # dates
    (ITEM, lambda d: d["verification"].update(status="verified"), "verification.assured_date", "没有日期"),
    (ITEM, lambda d: d["verification"].update(assured_date="2026-11-01"), "verification.assured_date", "还没核对"),
    (ITEM, lambda d: d["verification"].update(status="verified", assured_date="2026-02-30"), "verification.assured_date", "没有“2026-02-30”"),
    (ITEM, lambda d: d["verification"].update(status="verified", assured_date="2026-11-23"), "verification.assured_date", "还没到"),
    (ITEM, lambda d: d["verification"].update(status="verified", assured_date="1926-11-22"), "verification.assured_date", "太早"),
    ("edition.yaml", lambda d: d.update(date="2026-13-01"), "date", "没有“2026-13-01”"),
    (ITEM, lambda d: d["statutory"].update(days=3), "statutory.unit", "天数和单位"),
    (ITEM, lambda d: (d["statutory"].update(days=3, unit="工作日"), d["promised"].update(days=5, unit="工作日")), "promised.days", "还长"),
    # situations
    (ITEM, lambda d: (d.pop("situations"), d["materials"][5].pop("when")), "situations", "没有情况提问"),
    (ITEM, lambda d: d["materials"][5].update(when=when("nobody", "agent")), AGENT, "没有编号是 nobody"),
    (ITEM, lambda d: d["materials"][5].update(when=when("who_comes", "robot")), AGENT, "没有回答 robot"),
    (ITEM, lambda d: d["materials"][5].update(when=when("who_comes", "self", "agent")), AGENT, "每个回答都要"),
    (ITEM, lambda d: d["situations"].append(question("idle", "a", "b")), "situations[1].answers", "要带的东西一样"),
    (ITEM, lambda d: d["situations"][0]["answers"].append({"id": "c", "label": "快递"}), "situations[0].answers", "要带的东西一样"),
    (ITEM, lambda d: d["situations"][0].update(question="说说谁来办"), "situations[0].question", "不是问句"),
    (ITEM, lambda d: d["situations"][0]["answers"][1].update(label="本人来"), "situations[0].answers", "字样一样"),
    (ITEM, lambda d: d["situations"].append(d["situations"][0]), "situations[1].id", "用了两次"),
    # links, vocabularies, sources
    (ITEM, lambda d: d["related_items"].append("WHL-MZ-099"), "related_items[1]", "没有编码是 WHL-MZ-099"),
    (ITEM, lambda d: d["related_items"].append("WHL-SB-018"), "related_items[1]", "没有指回来"),
    (RETAINED, lambda d: d.update(related_items=["WHL-MZ-005"]), "related_items[0]", "没有指回来"),
    (ITEM, lambda d: d["related_items"].append("WHL-MZ-005"), "related_items[1]", "指向了自己"),
    (ITEM, lambda d: d.update(theme="nothing"), "theme", "词表里没有 nothing"),
    ("vocabularies.yaml", lambda d: d["themes"].append(d["themes"][0]), "themes[23].id", "用了两次"),
    ("vocabularies.yaml", lambda d: d["life_events"][0].update(hint="字" * 26), "life_events[0].hint", "26 个汉字"),
    ("vocabularies.yaml", lambda d: d["life_events"][0]["groups"][0]["items"].append("WHL-MZ-099"), "life_events[0]", "没有编码是 WHL-MZ-099"),
    (
        "vocabularies.yaml",
        lambda d: d["life_events"][0]["groups"].append({"title": "又", "icon": "ring", "items": ["WHL-MZ-005"]}),
        "life_events[0]",
        "出现了 2 次",
    ),
    (ITEM, lambda d: d["source"].update(refs=["S99"]), "source.refs[0]", "来源表里没有 S99"),
    ("sources.yaml", lambda d: d["sources"].append(d["sources"][0]), "sources", "用了 2 次"),
    # proofs
    (ABOLISHED, lambda d: d.pop("replaced_by"), "replaced_by", "没有写"),
    (RETAINED, lambda d: d.pop("issued_by"), "issued_by", "没有写"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "change", "field", "what"), PLANTED, ids=[f"{case[2] or 'file'}-{case[3]}" for case in PLANTED])
def test_a_planted_fault_is_found_once_at_its_place(catalog: Path, name: str, change: Spoil, field: str, what: str) -> None:
    spoil(catalog, name, change)
    faults = faults_of(catalog)
    assert [what in fault.what for fault in faults] == [True], "\n".join(map(str, faults))
    (fault,) = faults
    assert fault.file == name
    assert fault.field.startswith(field)
    assert fault.mend
    assert "\n" not in str(fault)


def test_an_item_outside_every_life_event_is_found(catalog: Path) -> None:
    def leave_out(document: dict[str, list[dict[str, list[dict[str, list[str]]]]]]) -> None:
        for event in document["life_events"]:
            event["groups"][0]["items"].remove("WHL-MZ-005")

    spoil(catalog, "vocabularies.yaml", leave_out)
    assert [(fault.file, fault.what) for fault in faults_of(catalog)] == [(ITEM, "不在任何一个人生事件里")]


def test_an_entry_in_the_wrong_list_is_found(catalog: Path) -> None:
    spoil(catalog, SOCIAL_ITEM, lambda d: d.update(list="convenience"))
    assert ("list", "编码 WHL-SB-018 不属于清单 convenience") in [(fault.field, fault.what) for fault in faults_of(catalog)]


def test_national_hotlines_may_stand_in_any_text(catalog: Path) -> None:
    spoil(catalog, ITEM, lambda d: d["steps"].append("打 12345、12333、12393、12366、12348 都行，2026-11-22 前，每月 1500 元"))
    assert faults_of(catalog) == ()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("code: [", "YAML 写法不对"),
        ("code: a\ncode: b\n", "“code”写了两遍"),
        ("a: &x 1\nb: *x\n", "不能用 & 和 *"),
        ("- a\n- b\n", "不是一组"),
        ("", "不是一组"),
        ("a: \x00", "有不能用的字符"),
    ],
)
def test_a_file_that_is_no_document_is_one_fault_and_the_rest_is_still_checked(catalog: Path, text: str, what: str) -> None:
    (catalog / ITEM).write_text(text, encoding="utf-8")
    spoil(catalog, SOCIAL_ITEM, lambda d: d.update(summary=["快来！"]))
    found = {fault.file: fault.what for fault in faults_of(catalog)}
    assert what in found[ITEM]
    assert "感叹号" in found[SOCIAL_ITEM]
    assert len(found) == 2


def test_bytes_that_are_no_utf8_are_one_fault(catalog: Path) -> None:
    (catalog / ITEM).write_bytes("code: 中".encode("gb18030"))
    assert ["读不出来" in fault.what for fault in faults_of(catalog)] == [True]


@pytest.mark.parametrize("name", ["vocabularies.yaml", "edition.yaml", "sources.yaml"])
def test_a_missing_file_is_one_fault(catalog: Path, name: str) -> None:
    (catalog / name).unlink()
    assert [(fault.file, fault.what) for fault in faults_of(catalog)] == [(name, "没有这个文件")]


def test_a_stray_file_is_a_fault(catalog: Path) -> None:
    write(catalog, "items/civil_affairs/WHL-MZ-005.yml", {})
    assert ["只放 .yaml" in fault.what for fault in faults_of(catalog)] == [True]


def test_a_date_in_an_edition_file_may_be_written_without_quotes(catalog: Path) -> None:
    counts = "counts: {convenience: 2, social_security: 1, retained: 1, abolished: 1}"
    (catalog / "edition.yaml").write_text(f"name: 试\ndate: 2026-11-22\n{counts}\n", encoding="utf-8")
    assert faults_of(catalog) == ()


def test_only_hanzi_are_counted() -> None:
    assert hanzi("满 80 岁，领 A 类津贴。") == 6
