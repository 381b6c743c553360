"""What of an entry goes onto paper and into codes, in which words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.application.takeaway import QR_LONGEST, PapersKind, Takeaway
from kiosk.domain.catalog import EntryCode, ServiceItem, Verdict
from kiosk.domain.my_list import UNSURE, my_list
from kiosk.infrastructure.settings import demo_settings
from kiosk.interface.citizen.proof_rows import may_not_ask
from kiosk.interface.citizen.takeaway_words import takeaway_of_entry, takeaway_of_item, takeaway_of_proof
from tests.support.guide_screens import real_edition
from tests.support.takeaways import ABOLISHED, HARD_ITEM, RETAINED, TODAY, all_codes, takeaway

HALL = demo_settings().hall


def item(code: EntryCode = HARD_ITEM) -> ServiceItem:
    return real_edition().item(code)


def of(entry: ServiceItem, **answers: str) -> Takeaway:
    return takeaway_of_item(item=entry, edition=real_edition(), hall=HALL, today=TODAY, mine=my_list(entry, answers) if answers else None)


def fact(document: Takeaway, label: str) -> str:
    return {fact.label: fact.words for fact in document.facts}[label]


def names(document: Takeaway, kind: PapersKind) -> list[str]:
    return [paper.name for group in document.papers if group.kind is kind for paper in group.papers]


def test_what_where_when_how_long_how_much() -> None:
    document = of(item())
    assert (document.title, document.official, document.verdict) == ("申请低保", "最低生活保障审核确认", "")
    assert fact(document, "在哪办") == "文化路街道便民服务大厅，一口受理综合窗口"
    assert fact(document, "大厅开门") == "星期一到星期五 9:00–12:00、13:00–17:00，法定节假日看门口通知"
    assert fact(document, "多久") == "规定最长 30 个工作日；别处参考 25 个工作日"
    assert fact(document, "多少钱") == "不收费"
    assert document.basis == ("社会救助暂行办法，第九条至第十三条", "最低生活保障审核确认办法（民发〔2021〕57号）")
    assert (document.verification, document.date, document.hotline) == ("内容待大厅核对", "2026 年 11 月 23 日", "12345")
    assert [section.title for section in document.sections] == ["怎么办", "容易白跑的地方"]


def test_papers_stand_in_their_groups_with_their_counts() -> None:
    document = of(item())
    assert [group.title for group in document.papers] == ["自己带 2 样", "可能要带 1 样", "到窗口填 2 样", "不用带 1 样"]
    assert names(document, PapersKind.BRING) == ["居民户口簿", "居民身份证"]
    assert document.papers[0].papers[0].note == "共同生活家庭成员全部页"
    assert document.papers[0].papers[0].tag == "看原件"
    assert "答“有”的带" in document.papers[1].papers[0].note


@pytest.mark.parametrize(
    ("answer", "bring", "perhaps", "told"),
    [
        ("yes", 3, 0, "家里有残疾人、重病人或在校学生吗？ 有"),
        ("no", 2, 0, "家里有残疾人、重病人或在校学生吗？ 没有"),
        (UNSURE, 2, 1, "家里有残疾人、重病人或在校学生吗？ 不清楚"),
    ],
)
def test_a_list_of_ones_own_holds_its_papers_alone(answer: str, bring: int, perhaps: int, told: str) -> None:
    document = of(item(), special_family=answer)
    assert (len(names(document, PapersKind.BRING)), len(names(document, PapersKind.PERHAPS))) == (bring, perhaps)
    assert document.answers == (told,)


def test_an_answered_question_is_not_asked_again_on_paper() -> None:
    (paper,) = [paper for paper in of(item(), special_family="yes").papers[0].papers if "残疾人证" in paper.name]
    assert "吗？" not in paper.note


def test_what_is_ticked_is_there_already() -> None:
    entry = item()
    mine = my_list(entry, {})
    document = takeaway_of_item(
        item=entry, edition=real_edition(), hall=HALL, today=TODAY, mine=mine, ticks=frozenset({mine.papers[0].key})
    )
    assert [paper.have for paper in document.papers[0].papers] == [True, False]


def test_what_nobody_has_answered_for_is_asked_at_the_counter() -> None:
    entry = item()
    bare = replace(
        entry,
        materials=(),
        steps=(),
        legal_basis=(),
        fee=replace(entry.fee, charged=None, text=""),
        statutory=replace(entry.statutory, days=None),
        promised=replace(entry.promised, days=None),
        time_note=None,
    )
    document = of(bare)
    assert fact(document, "多久") == fact(document, "多少钱") == "以窗口答复为准"
    assert document.basis == ("以窗口答复为准",)
    assert document.sections[0].lines == ("以窗口答复为准",)
    assert "要带什么：以窗口答复为准" in "\n".join(document.qr_texts)


def test_a_promise_is_the_halls_own_only_once_the_hall_has_said_so() -> None:
    entry = item()
    verified = replace(entry, verification=replace(entry.verification, assured_date=date(2026, 11, 1)))
    assert "大厅承诺 25 个工作日" in fact(of(verified), "多久")
    assert "大厅承诺" not in fact(of(entry), "多久")


def test_what_is_done_elsewhere_says_so_first() -> None:
    guides = [code for code in all_codes() if (row := real_edition().rows[code]).hall_role is not None and not row.hall_role.served_here]
    assert guides
    for code in guides:
        assert fact(takeaway(code), "在哪办").endswith("。本大厅只指引")


def test_the_slip_of_an_abolished_proof() -> None:
    document = takeaway(ABOLISHED)
    assert (document.verdict, document.needed) == ("不用开", False)
    assert fact(document, "改成这样办").startswith("部门自己查：")
    assert fact(document, "谁不该再要") == may_not_ask(real_edition().proof(ABOLISHED))
    assert fact(document, "以前谁要") == "银行、民政、法院"
    assert "12345" in fact(document, "还有人要")
    assert document.basis[0].startswith("民政部等六部门《关于改进")
    assert document.papers == ()


def test_the_slip_of_a_retained_proof() -> None:
    document = takeaway(RETAINED)
    assert (document.verdict, document.needed) == ("要开", True)
    assert fact(document, "在哪儿开") == "区民政局（街道受理核查）"
    assert fact(document, "要带") == "身份证、低保证（如有）"
    assert fact(document, "写承诺代替") == "不能"
    assert [section.title for section in document.sections] == ["怎么开", "还要知道"]


def test_a_proof_that_says_little_says_where_to_ask() -> None:
    bare = replace(real_edition().proof(RETAINED), issued_by=None, obtain_materials=(), fee=None, legal_basis=None)
    document = takeaway_of_proof(proof=bare, edition=real_edition(), hall=HALL, today=TODAY)
    assert fact(document, "在哪儿开") == fact(document, "要带") == fact(document, "多少钱") == document.basis[0] == "以窗口答复为准"


def test_every_entry_has_codes_that_name_it_and_carry_what_one_needs_at_home() -> None:
    for code in all_codes():
        document = takeaway(code)
        assert 1 <= len(document.qr_texts) <= 4, code
        for text in document.qr_texts:
            assert len(text) <= QR_LONGEST, code
            assert text.startswith(document.title), code
            assert "\n" in text, code
        whole = "".join(text.split("\n", 1)[1] for text in document.qr_texts).replace("\n", "")
        assert document.verification in whole, code
        for group in document.papers:
            assert group.title in whole, code
            assert all(paper.name in whole for paper in group.papers), code


def test_a_link_only_where_the_hall_has_a_page_of_its_own() -> None:
    assert not any("://" in text for code in all_codes() for text in takeaway(code).qr_texts)
    hall = replace(HALL, url="https://www.example.gov.cn/hall")
    for code in (HARD_ITEM, ABOLISHED):
        document = takeaway_of_entry(code=code, edition=real_edition(), hall=hall, today=TODAY)
        assert fact(document, "大厅网页") == hall.url
        assert hall.url in "".join(document.qr_texts)


def test_no_document_leaves_a_verdict_out() -> None:
    edition = real_edition()
    for code in all_codes():
        entry = edition.entry(code)
        if not isinstance(entry, ServiceItem):
            assert takeaway(code).verdict == ("不用开" if entry.verdict is Verdict.NOT_NEEDED else "要开")
