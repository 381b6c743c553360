"""What a guide says: facts that never claim more than is known, whether it can be done today, and every fact in one of the tabs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.application.queries.queueing import HallNow
from kiosk.domain.catalog import (
    EntryCode,
    Fee,
    HallRole,
    Material,
    MaterialForm,
    MaterialProvider,
    Requirement,
    ServiceItem,
    TimeLimit,
    Verification,
    VerificationStatus,
)
from kiosk.domain.catalog.related import related_entries
from kiosk.domain.hall import AfterClosing, BeforeOpening, ClosedDay, Lunch, NextOpening, Opening
from kiosk.interface.citizen.guide import GuideViewModel, Today, derive_guide_view, derive_today
from kiosk.interface.citizen.guide_rows import Tab, split_bracket, tab_rows
from kiosk.interface.citizen.queue_watch import QueueWatch
from kiosk.interface.citizen.reading import RowKind, Tone
from kiosk.interface.citizen.told import Told
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.typography import set_words
from tests.support.guide_screens import OPEN, guide_page, now, real_edition, watch
from tests.support.halls import MONDAY_TEN, hall
from tests.support.slips import take_away

TODAY = MONDAY_TEN.date()
UNKNOWN = TimeLimit(None, None)
PAPER = Material("身份证", MaterialForm.ORIGINAL_CHECKED, MaterialProvider.APPLICANT, Requirement.REQUIRED)
FORM = replace(PAPER, name="申请表", form=MaterialForm.FORM, provider=MaterialProvider.COUNTER)
SHARED = replace(PAPER, name="收入证明", provider=MaterialProvider.SHARED_DATA, requirement=Requirement.OMIT_BY_DATA_SHARING)
PERHAPS = replace(PAPER, name="残疾人证", requirement=Requirement.CONDITIONAL)


def item(code: str = "WHL-MZ-001", **changes: object) -> ServiceItem:
    return replace(real_edition().item(EntryCode(code)), **changes)  # type: ignore[arg-type]  # fields by name


def fact(of: ServiceItem, key: str) -> tuple[str, str, str]:
    view = derive_guide_view(item=of, edition=real_edition(), hall=hall(), tab=Tab.ELIGIBLE, today=Today())
    found = next(each for each in view.facts if each.key == key)
    return found.figure, found.unit, found.note


@pytest.mark.parametrize(
    ("materials", "expected"),
    [
        ((), ("问窗口", "", "")),
        ((PAPER,), ("1", "样", "")),
        ((PAPER, PERHAPS, FORM), ("1–2", "样", "1 样窗口填")),
        ((PERHAPS,), ("最多 1", "样", "")),
        ((PAPER, SHARED), ("1", "样", "1 样不用带")),
        ((FORM, SHARED), ("不用带", "", "1 样窗口填")),
    ],
)
def test_papers_are_counted_and_never_zero(materials: tuple[Material, ...], expected: tuple[str, str, str]) -> None:
    assert fact(item(materials=materials), "papers") == expected


@pytest.mark.parametrize(
    ("statutory", "promised", "verified", "expected"),
    [
        (UNKNOWN, UNKNOWN, False, ("问窗口", "", "")),
        (TimeLimit(30, "工作日"), UNKNOWN, False, ("30", "个工作日", "规定最长")),
        (TimeLimit(15, "自然日"), UNKNOWN, False, ("15", "天", "规定最长")),
        (TimeLimit(0, "工作日"), UNKNOWN, False, ("当场办", "", "按规定")),
        (TimeLimit(30, "工作日"), TimeLimit(25, "工作日"), False, ("30", "个工作日", "规定最长")),
        (UNKNOWN, TimeLimit(25, "工作日"), False, ("25", "个工作日", "别处参考")),
        (TimeLimit(30, "工作日"), TimeLimit(25, "工作日"), True, ("25", "个工作日", "大厅承诺")),
    ],
)
def test_a_time_says_whose_it_is(statutory: TimeLimit, promised: TimeLimit, verified: bool, expected: tuple[str, str, str]) -> None:
    verification = Verification(VerificationStatus.VERIFIED, date(2026, 11, 1)) if verified else Verification()
    assert fact(item(statutory=statutory, promised=promised, time_note=None, verification=verification), "time") == expected


@pytest.mark.parametrize(
    ("fee", "expected"),
    [
        (Fee(False, "不收费"), ("不收费", "", "")),
        (Fee(False, "街道不收费；工程费用由业主分担"), ("看情况", "", "详见怎么办")),
        (Fee(None, ""), ("问窗口", "", "")),
        (Fee(None, "补换卡是否收工本费以窗口公示为准"), ("看情况", "", "详见怎么办")),
    ],
)
def test_free_of_charge_is_said_only_where_nothing_depends(fee: Fee, expected: tuple[str, str, str]) -> None:
    assert fact(item(fee=fee), "fee") == expected


def test_a_guidance_item_is_never_said_to_be_done_here() -> None:
    guidance = item(hall_role=HallRole.GUIDE, decided_by="县级婚姻登记机关")
    assert fact(guidance, "place") == ("去别处", "", "大厅只指引")
    assert derive_today(item=guidance, now=now(), unavailable=False, today=TODAY).pill == "大厅只指引"
    for tab in (Tab.ELIGIBLE, Tab.STEPS):
        assert tab_rows(tab, guidance, real_edition())[0].title == "办在县级婚姻登记机关"


MORNING = MONDAY_TEN.replace(hour=9)
FAR = NextOpening(MORNING + timedelta(days=7), MORNING, assumed=True)
TOMORROW = NextOpening(MORNING + timedelta(days=1), MORNING, assumed=False)


@pytest.mark.parametrize(
    ("opening", "pill", "hours", "away"),
    [
        (OPEN, "今天能办", "开到 17:00", ""),
        (Lunch(MORNING, MONDAY_TEN.replace(hour=13), MORNING, assumed=False), "现在不开", "13:00 再开", "13:00 开始"),
        (BeforeOpening(MORNING, MORNING, assumed=False), "现在不开", "9:00 开门", "9:00 开始"),
        (AfterClosing(MORNING, TOMORROW), "现在不开", "明天 9:00 开", "明天 9:00 开始"),
        (ClosedDay("国庆节", FAR), "现在不开", "11 月 30 日 9:00 开", "11 月 30 日 星期一 9:00 开始，以大厅通知为准"),
        (ClosedDay(None, None), "现在不开", "看门口通知", "什么时候开门，请看门口的通知"),
    ],
)
def test_today_follows_the_opening(opening: Opening, pill: str, hours: str, away: str) -> None:
    today = derive_today(item=item(), now=now(opening), unavailable=False, today=TODAY)
    assert (today.pill, today.hours, today.ticket_away) == (pill, hours, away)
    assert today.can is (opening is OPEN)


@pytest.mark.parametrize(
    ("answer", "unavailable", "pill", "away"),
    [(None, False, "", ""), (None, True, "", "机器取号停了，请到窗口找工作人员"), (now(counters=0), False, "现在不开", "")],
    ids=["not known yet", "no queue", "no counter of its line"],
)
def test_nothing_is_claimed_that_is_not_known(answer: HallNow | None, unavailable: bool, pill: str, away: str) -> None:
    today = derive_today(item=item(), now=answer, unavailable=unavailable, today=TODAY)
    assert (today.pill, today.ticket_away, today.can) == (pill, away, False)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("居民户口簿（全部页）", ("居民户口簿", "全部页")),
        ("（无）婚姻登记记录", ("（无）婚姻登记记录", "")),
        ("户口簿（甲）和证（乙）", ("户口簿（甲）和证（乙）", "")),
        ("（全都）", ("（全都）", "")),
        ("身份证", ("身份证", "")),
    ],
)
def test_a_bracket_at_the_end_becomes_the_quiet_line(words: str, expected: tuple[str, str]) -> None:
    assert split_bracket(words) == expected


def test_a_paper_stands_under_its_condition() -> None:
    rows = tab_rows(Tab.MATERIALS, item(), real_edition())
    at = next(index for index, row in enumerate(rows) if row.key == "perhaps")
    assert rows[at].kind is RowKind.HEADING
    assert "有”的带" in rows[at + 1].note
    assert any(row.tone is Tone.OMITTED and row.tag == "部门自己查" for row in rows)


def test_every_fact_of_every_item_is_read_in_one_of_the_tabs() -> None:
    missing = []
    for code, row in real_edition().rows.items():
        if not code.startswith("WHL"):
            continue
        of = real_edition().item(code)
        tabs = [tab_rows(tab, of, real_edition()) for tab in Tab]
        rows = [each for rows in tabs for each in rows]
        read = "".join(f"{each.title}（{each.note}）{each.title}；{each.note}" for each in rows)
        plain = read.translate(_BARE)
        wanted = [
            *of.eligibility, *of.steps, *of.common_mistakes, *(m.name for m in of.materials), *(m.note for m in of.materials),
            *(m.where_to_get for m in of.materials), *(b.title for b in of.legal_basis), *(b.article for b in of.legal_basis),
            *(b.note for b in of.legal_basis), of.name, of.authority, of.result, of.description, of.benefit_note, of.changes_note, of.time_note,
            of.statutory.note, of.promised.note, of.fee.text, of.fee.basis, of.in_person_note, of.online_note, of.hotline, of.decided_by,
            of.counter_words, of.hall_role_words, of.item_type, of.source.note, *of.verification.open_points,
        ]  # fmt: skip
        missing += [f"{row.plain_name}: {words}" for words in wanted if words and set_words(words).translate(_BARE) not in plain]
        assert all(len({each.key for each in rows}) == len(rows) for rows in tabs)
    assert missing == []


_BARE = str.maketrans("", "", "（）；。 ")


def test_a_sensitive_or_solemn_item_has_no_mascot() -> None:
    def mascot(of: ServiceItem) -> bool:
        return derive_guide_view(item=of, edition=real_edition(), hall=hall(), tab=Tab.ELIGIBLE, today=Today()).mascot

    solemn = next(event.id for event in real_edition().life_events.values() if event.solemn)
    assert not mascot(item(sensitive=True, life_events=()))
    assert not mascot(item(sensitive=False, life_events=(solemn,)))
    assert mascot(item(sensitive=False, life_events=()))


def made(queue: QueueWatch) -> GuideViewModel:
    navigator = Navigator()
    return guide_page(real_edition(), queue, navigator, Told(real_edition()), take_away(real_edition(), navigator))


@pytest.fixture
def guide(qapp: object) -> GuideViewModel:
    return made(watch(now()))


def test_an_unknown_code_and_a_proof_are_no_guide(guide: GuideViewModel) -> None:
    for code in ("WHL-XX-999", "BL-01"):
        with pytest.raises(KeyError):
            guide.enter(code, returning=False)


def test_coming_back_finds_the_tab_and_coming_anew_does_not(guide: GuideViewModel) -> None:
    guide.enter("WHL-MZ-001", returning=False)
    guide.openTab(Tab.BASIS)
    guide.enter("WHL-MZ-002", returning=False)
    assert guide.tab == Tab.ELIGIBLE
    guide.enter("WHL-MZ-001", returning=True)
    assert guide.tab == Tab.BASIS
    guide.enter("WHL-MZ-001", returning=False)
    assert guide.tab == Tab.ELIGIBLE


def test_the_end_of_a_session_leaves_nothing(guide: GuideViewModel) -> None:
    guide.enter("WHL-MZ-001", returning=False)
    guide.openTab(Tab.BASIS)
    guide.forget()
    assert (guide.title, guide.tip, guide.facts.rowCount(), guide.reading.rows.rowCount()) == ("", "", 0, 0)
    guide.enter("WHL-MZ-001", returning=True)
    assert guide.tab == Tab.ELIGIBLE


def test_the_queue_is_told_once_and_only_when_it_differs(qapp: object) -> None:
    queue = watch(now())
    guide = made(queue)
    guide.enter("WHL-MZ-001", returning=False)
    told: list[str] = []
    guide.viewChanged.connect(lambda: told.append(guide.todayText))
    queue.changed.emit()
    assert told == []
    queue.now = now(Lunch(MORNING, MONDAY_TEN.replace(hour=13), MORNING, assumed=False))
    queue.changed.emit()
    assert told == ["现在不开"]


def test_what_belongs_together_stands_at_the_end_of_every_tab() -> None:
    edition = real_edition()
    seen = 0
    for item in (entry for entry in map(edition.entry, edition.rows) if isinstance(entry, ServiceItem)):
        wanted = related_entries(edition, item)
        for tab in Tab:
            rows = tab_rows(tab, item, edition)
            entries = [row.key for row in rows if row.kind is RowKind.ENTRY]
            assert len(entries) == len(set(entries)), f"{item.code} {tab}: an entry twice"
            assert set(wanted) <= set(entries)
            assert item.code not in entries
            if tab is not Tab.BASIS:
                assert [row.key for row in rows[-len(wanted) :]] == list(wanted)
                assert rows[-len(wanted) - 1].title == "接着可能要看"
                seen += 1
            if not item.sensitive:
                assert not [key for key in entries if edition.rows[EntryCode(key)].sensitive]
    assert seen > 200


def test_the_basis_names_every_proof_and_item_that_the_catalogue_does() -> None:
    edition = real_edition()
    richest = max(
        (entry for entry in map(edition.entry, edition.rows) if isinstance(entry, ServiceItem)),
        key=lambda item: len(item.related_items) + len(item.proofs),
    )
    entries = {row.key for row in tab_rows(Tab.BASIS, richest, edition) if row.kind is RowKind.ENTRY}
    named = {code for code in richest.related_items + richest.proofs if code in edition}
    assert entries >= {code for code in named if richest.sensitive or not edition.rows[code].sensitive}


def test_my_list_is_one_step_away_and_a_list_that_was_made_is_found_again(guide: GuideViewModel) -> None:
    went: list[str] = []
    guide._navigator.listen(lambda place, returning: went.append(str(place)))
    guide.enter("WHL-MZ-001", returning=False)
    assert (guide.listLabel, guide.listShortNote) == ("答 1 个问题，出我的清单", "答 1 个问题")
    guide.makeList()
    guide._told.see_list(real_edition().item(EntryCode("WHL-MZ-001")))
    guide.makeList()
    guide.enter("WHL-MZ-010", returning=False)
    assert guide.listLabel == "出我的清单"
    guide.makeList()
    assert went == ["questions/WHL-MZ-001", "my-list/WHL-MZ-001", "my-list/WHL-MZ-010"]


def test_what_is_taken_away_becomes_the_persons_own_once_they_have_a_list(guide: GuideViewModel) -> None:
    item = real_edition().item(EntryCode("WHL-MZ-001"))
    guide.enter(item.code, returning=False)
    everybodys = guide._document()
    guide._told.answer(item, "special_family", "no")
    guide._told.see_list(item)
    mine = guide._document()
    assert everybodys is not None
    assert mine is not None
    assert [len(papers.papers) for papers in everybodys.papers] != [len(papers.papers) for papers in mine.papers]
