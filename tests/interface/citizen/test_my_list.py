"""我的清单 on the screen: groups, ticks, reasons, what is missing, and what is said before a number is taken with papers missing."""

from __future__ import annotations

import pytest

from kiosk.domain.catalog import Requirement, ServiceItem
from kiosk.domain.my_list import UNSURE, my_list
from kiosk.interface.citizen.my_list import MyListViewModel
from kiosk.interface.citizen.my_list_rows import NAMES_ROOM, ListRowKind, advice, list_rows, missing_words, names_of
from kiosk.interface.citizen.told import Told
from kiosk.interface.shared.idle import READING
from kiosk.interface.shared.navigator import Navigator
from tests.support.guide_screens import now, real_edition, watch
from tests.support.halls import StandingClock, hall
from tests.support.list_items import item, material
from tests.support.slips import WaitingDesk, take_away

LOW_INCOME, CHANGED, PROMISED, NOTHING_ASKED = "WHL-MZ-001", "WHL-SB-002", "WHL-SB-029", "WHL-MZ-010"


class Person:
    def __init__(self) -> None:
        edition = real_edition()
        self.told = Told(edition)
        self.navigator = Navigator()
        self.desk = WaitingDesk()
        self.queue = watch(now())
        self.take_away = take_away(edition, self.navigator, self.desk)
        self.page = MyListViewModel(
            edition=edition,
            hall=hall(),
            clock=StandingClock(),
            told=self.told,
            queue=self.queue,
            take_away=self.take_away,
            navigator=self.navigator,
        )

    def open(self, code: str, **answers: str) -> None:
        for asked, answer in answers.items():
            self.told.answer(real_item(code), asked, answer)
        self.page.enter(code, returning=False)

    def rows(self, kind: ListRowKind) -> list[tuple[str, str]]:
        return [(row.title, row.standingWords or row.names) for row in self.page.rows.rows if row.kind is kind]

    @property
    def missing(self) -> str:
        page = self.page
        return f"{page.missingLabel}{page.missingText}{page.missingUnit}/{page.missingNote}"


def real_item(code: str) -> ServiceItem:
    found = real_edition().entry(code)  # type: ignore[arg-type]
    assert isinstance(found, ServiceItem)
    return found


@pytest.fixture
def person(qapp: object) -> Person:
    return Person()


def test_without_answers_everything_that_may_be_needed_is_listed(person: Person) -> None:
    person.open(LOW_INCOME)
    assert person.rows(ListRowKind.HEAD) == [("自己带 3 样", "")]
    assert person.rows(ListRowKind.TICK) == [("居民户口簿", "还缺"), ("居民身份证", "还缺"), ("残疾人证、诊断证明、在校证明等", "可能要")]
    assert person.rows(ListRowKind.GROUP) == [
        ("到窗口填 2 样", "低保申请表　家庭经济状况查询核对授权书"),
        ("不用带 1 样", "收入、房产、车辆等证明"),
    ]
    assert person.missing == "还缺2样/另有 1 样可能要"
    assert [(told.question, told.answer) for told in person.page.answers.rows] == [("家里有残疾人、重病人或在校学生吗？", "没答")]
    assert person.page.patience == READING


@pytest.mark.parametrize(
    ("answer", "own", "missing"),
    [("yes", "自己带 3 样", "还缺3样/"), ("no", "自己带 2 样", "还缺2样/"), (UNSURE, "自己带 3 样", "还缺2样/另有 1 样可能要")],
)
def test_an_answer_makes_the_list_this_persons_own(person: Person, answer: str, own: str, missing: str) -> None:
    person.open(LOW_INCOME, special_family=answer)
    assert person.rows(ListRowKind.HEAD) == [(own, "")]
    assert person.missing == missing


def test_ticks_count_down_and_are_taken_back(person: Person) -> None:
    person.open(LOW_INCOME, special_family="no")
    person.page.turn("0")
    assert person.rows(ListRowKind.TICK)[0] == ("居民户口簿", "有了")
    assert (person.missing, [bar.standing for bar in person.page.bars.rows]) == ("还缺1样/", ["done", "ahead"])
    person.page.turn("1")
    assert person.missing == "都齐了/"
    person.page.turn("0")
    assert person.missing == "还缺1样/"


def test_a_tick_changes_rows_in_place_so_that_no_page_is_measured_anew(person: Person) -> None:
    person.open(LOW_INCOME)
    person.page.measured([10.0] * 6, 40.0)
    assert person.page.pages == 2
    person.page.next()
    resets: list[None] = []
    person.page.rows.modelReset.connect(lambda: resets.append(None))
    person.page.turn("0")
    assert (person.page.page, person.page.pages, resets) == (2, 2, [])


def test_a_heading_never_stands_alone_at_the_foot_of_a_page(person: Person) -> None:
    person.open(LOW_INCOME)
    person.page.measured([10.0, 100.0, 10.0, 10.0, 10.0, 10.0], 100.0)
    assert (person.page.firstRow, person.page.lastRow) == (1, 1)
    person.page.measured([10.0, 20.0, 10.0, 10.0, 10.0, 10.0], 45.0)
    assert (person.page.firstRow, person.page.lastRow) == (0, 2)


def test_why_a_paper_is_there_is_read_without_hiding_its_tick(person: Person) -> None:
    person.open(LOW_INCOME, special_family="yes")
    person.page.turn("5")
    person.page.askWhy("5")
    row = person.page.rows.rows[3]
    assert (row.asked, row.standing, row.reason) == (True, "have", "因为您选了“有”（家里有残疾人、重病人或在校学生吗？）")
    person.page.askWhy("5")
    assert not person.page.rows.rows[3].asked
    assert [row.reason for row in person.page.rows.rows if row.title == "居民户口簿"] == [""]


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"what": "identity", "shown": "no"}, "因为您选了“姓名生日或证号”（要改的是什么？），您选了“看不出”（户口簿上看得出改过吗？）"),
        ({"what": UNSURE}, "“要改的是什么？”您选了不清楚，“户口簿上看得出改过吗？”还没答。要不要带，到窗口问"),
        ({"what": "identity"}, "“户口簿上看得出改过吗？”还没答，您选了“姓名生日或证号”（要改的是什么？）。要不要带，到窗口问"),
    ],
    ids=["answered", "unsure", "half"],
)
def test_a_reason_names_the_answers_and_what_was_left_open(person: Person, answers: dict[str, str], reason: str) -> None:
    person.open(CHANGED, **answers)
    assert [row.reason for row in person.page.rows.rows if row.title.startswith("户口登记项目")] == [reason]


def test_a_paper_the_catalogue_calls_depending_without_a_question_says_so() -> None:
    lonely = item((), (material("有就带上", requirement=Requirement.CONDITIONAL),))
    (_, row) = list_rows(lonely, my_list(lonely, {}), frozenset(), frozenset())
    assert (row.standingWords, row.reason) == ("可能要", "看情况才要，以窗口答复为准")


def test_a_promise_is_no_paper_to_bring(person: Person) -> None:
    person.open(PROMISED)
    assert ("可写承诺 1 样", "异地居住或工作材料（居住证、房产证、合同等）：可用个人承诺书代替") in person.rows(ListRowKind.GROUP)


@pytest.mark.parametrize(
    ("materials", "said"),
    [((), "问窗口"), ((material("表", requirement=Requirement.OMIT_BY_DATA_SHARING),), "什么都不用带")],
    ids=["unknown", "nothing"],
)
def test_no_papers_to_bring_is_told_from_not_knowing(materials: tuple[object, ...], said: str) -> None:
    from kiosk.interface.citizen.guide import Today
    from kiosk.interface.citizen.my_list import derive_my_list_view

    bare = item((), materials)  # type: ignore[arg-type]
    view = derive_my_list_view(item=bare, edition=real_edition(), mine=my_list(bare, {}), ticks=frozenset(), today=Today())
    assert (view.missing, view.missing_label) == ("", said)


def test_items_without_questions_go_straight_to_the_list(person: Person) -> None:
    person.open(NOTHING_ASKED)
    assert not person.page.asks
    assert person.page.answerCount == 0


def test_on_from_the_list(person: Person) -> None:
    person.open(LOW_INCOME)
    went: list[str] = []
    person.navigator.listen(lambda place, returning: went.append(str(place)))
    person.page.changeAnswers()
    person.page.takeTicket()
    assert went == [f"questions/{LOW_INCOME}", f"ticket/{LOW_INCOME}"]
    assert person.page.ticketLabel == "取号去办"
    person.open("WHL-MZ-012")
    assert person.page.ticketLabel == "取号问一问"


def test_what_is_taken_away_is_the_persons_own_list_with_its_ticks(person: Person) -> None:
    person.open(LOW_INCOME, special_family="no")
    person.page.turn("0")
    person.page.offer.printOut()
    (document,) = person.desk.taken
    brought = [paper for papers in document.papers if papers.kind.ticked for paper in papers.papers]
    assert [paper.have for paper in brought] == [True, False]


def test_only_a_list_that_was_looked_at_goes_with_a_number(person: Person) -> None:
    wanted = real_item(LOW_INCOME)
    person.told.answer(wanted, "special_family", "yes")
    assert (person.told.list_of(wanted), person.told.choices(wanted)) == (None, None)
    person.open(LOW_INCOME)
    person.page.turn("5")
    choices = person.told.choices(wanted)
    assert choices is not None
    assert (choices.answers, choices.ticks, choices.edition) == ((("special_family", "yes"),), ("5",), real_edition().content_hash)


def test_the_tick_of_a_paper_that_left_the_list_does_not_go_with_the_number(person: Person) -> None:
    wanted = real_item(LOW_INCOME)
    person.open(LOW_INCOME, special_family="yes")
    person.page.turn("5")
    person.told.answer(wanted, "special_family", "no")
    choices = person.told.choices(wanted)
    assert choices is not None
    assert choices.ticks == ()


def test_the_end_of_a_session_leaves_nothing(person: Person) -> None:
    person.open(LOW_INCOME, special_family="yes")
    person.page.turn("0")
    person.page.forget()
    wanted = real_item(LOW_INCOME)
    assert (person.told.answers(wanted), person.told.ticks(wanted), person.told.list_of(wanted)) == ({}, frozenset(), None)
    assert (person.page.itemName, person.page.rows.rowCount(), person.page.answers.rowCount(), person.page.bars.rowCount()) == ("", 0, 0, 0)
    person.page.turn("0")
    person.page.changeAnswers()
    assert person.told.ticks(wanted) == frozenset()


@pytest.mark.parametrize("code", ["QX-01", "WHL-XX-999", ""])
def test_what_is_no_item_has_no_list(person: Person, code: str) -> None:
    with pytest.raises(KeyError):
        person.page.enter(code, returning=False)


# -- before a number is taken ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("certain", "perhaps", "words"), [(1, 0, "缺 1 样"), (2, 1, "缺 2 样，另有 1 样可能要"), (0, 2, "可能还缺 2 样"), (0, 0, "")]
)
def test_how_many_are_missing(certain: int, perhaps: int, words: str) -> None:
    assert missing_words(certain, perhaps) == words


def test_advice_promises_nothing() -> None:
    sure, maybe = material("身份证"), material("残疾人证", requirement=Requirement.CONDITIONAL)
    both = my_list(item((), (sure, maybe)), {}).papers
    assert advice(()) == ""
    assert advice(both[:1]) == "缺了可能要再跑一趟。能不能后补，以窗口答复为准。"
    assert advice(both) == "缺了可能要再跑一趟。能不能后补，以窗口答复为准。"
    assert advice(both[1:]) == "这样不一定要带，到窗口一问就知道。"


def test_names_of_missing_papers_fit_and_say_how_many_there_are() -> None:
    papers = my_list(item((), tuple(material(f"第{n}样很长很长的材料名称") for n in range(9))), {}).papers
    assert names_of(papers[:2]) == "第 0 样很长很长的材料名称；第 1 样很长很长的材料名称"
    assert names_of(papers).endswith(" 等 9 样")
    assert len(names_of(papers)) <= NAMES_ROOM + len(" 等 9 样")
