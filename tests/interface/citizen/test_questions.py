"""问几句: one question a page, nothing chosen beforehand, back without loss, and on to the list."""

from __future__ import annotations

import pytest

from kiosk.domain.catalog import ServiceItem
from kiosk.domain.my_list import UNSURE
from kiosk.interface.citizen.questions import QuestionsViewModel, derive_question_view
from kiosk.interface.citizen.told import Told
from kiosk.interface.shared.idle import READING
from kiosk.interface.shared.navigator import Navigator, Place
from tests.support.guide_screens import real_edition

ONE, TWO, NONE = "WHL-MZ-001", "WHL-SB-002", "WHL-MZ-010"


class Person:
    """Walks through the questions as the frame would let them."""

    def __init__(self) -> None:
        self.told = Told(real_edition())
        self.navigator = Navigator()
        self.page = QuestionsViewModel(edition=real_edition(), told=self.told, navigator=self.navigator)
        self.navigator.listen(self._moved)

    def _moved(self, place: Place, returning: bool) -> None:
        if place.page == "questions":
            self.page.enter(place.argument, returning)

    def begin(self, code: str) -> None:
        self.navigator.go("questions", code)

    @property
    def here(self) -> str:
        return str(self.navigator.here)

    @property
    def chosen(self) -> list[str]:
        return [board.key for board in self.page.answers.rows if board.chosen]

    def answers(self, code: str) -> dict[str, str]:
        return dict(self.told.answers(real_edition().item(code)))  # type: ignore[arg-type]


@pytest.fixture
def person(qapp: object) -> Person:
    return Person()


def test_a_question_says_what_is_asked_why_and_how_many_there_are(person: Person) -> None:
    person.begin(ONE)
    page = person.page
    assert (page.itemName, page.question, page.why) == (
        "申请低保",
        "家里有残疾人、重病人或在校学生吗？",
        "有的话多带一样，没有就不用带。",
    )
    assert (page.number, page.count) == (1, 1)
    assert [(board.label, board.chosen) for board in page.answers.rows] == [("有", False), ("没有", False)]
    assert not page.unsureChosen
    assert page.patience == READING


def test_one_touch_goes_on_and_the_last_leads_to_the_list(person: Person) -> None:
    person.begin(TWO)
    person.page.choose("identity")
    assert person.here == f"questions/{TWO}/shown"
    assert (person.page.number, person.page.count) == (2, 2)
    assert [step.standing for step in person.page.steps.rows] == ["done", "here"]
    person.page.choose("no")
    assert person.here == f"my-list/{TWO}"
    assert person.answers(TWO) == {"what": "identity", "shown": "no"}


def test_not_knowing_goes_on_too_and_is_remembered_as_such(person: Person) -> None:
    person.begin(TWO)
    person.page.chooseUnsure()
    assert person.here == f"questions/{TWO}/shown"
    assert person.answers(TWO) == {"what": UNSURE}
    person.page.previous()
    assert person.page.unsureChosen
    assert person.chosen == []


def test_going_back_loses_nothing(person: Person) -> None:
    person.begin(TWO)
    person.page.choose("identity")
    person.page.choose("yes")
    person.navigator.back()
    assert (person.here, person.chosen) == (f"questions/{TWO}/shown", ["yes"])
    person.navigator.back()
    assert (person.here, person.chosen) == (f"questions/{TWO}", ["identity"])
    assert person.answers(TWO) == {"what": "identity", "shown": "yes"}


def test_a_question_that_can_change_nothing_is_not_asked(person: Person) -> None:
    person.begin(TWO)
    person.page.choose("contact")
    assert person.here == f"my-list/{TWO}"
    person.navigator.back()
    assert (person.page.number, person.page.count) == (1, 1)
    person.page.choose("identity")
    assert (person.here, person.page.count) == (f"questions/{TWO}/shown", 2)


def test_no_more_questions_takes_all_answers_back(person: Person) -> None:
    person.begin(TWO)
    person.page.choose("identity")
    person.page.showAll()
    assert person.here == f"my-list/{TWO}"
    assert person.answers(TWO) == {}


@pytest.mark.parametrize("argument", ["WHL-XX-999", "QX-01", NONE, f"{ONE}/nothing", ""])
def test_what_asks_nothing_is_no_page(person: Person, argument: str) -> None:
    with pytest.raises(KeyError):
        person.page.enter(argument, returning=False)


def test_the_end_of_a_session_leaves_nothing(person: Person) -> None:
    person.begin(ONE)
    person.page.choose("yes")
    person.page.forget()
    assert (person.page.question, person.page.answers.rowCount(), person.answers(ONE)) == ("", 0, {})
    person.page.choose("yes")
    person.page.showAll()
    assert person.answers(ONE) == {}


def test_every_question_of_the_catalogue_is_whole() -> None:
    items = [entry for entry in map(real_edition().entry, real_edition().rows) if isinstance(entry, ServiceItem)]
    assert sum(len(item.situations) for item in items) > 50
    for item in items:
        assert len(item.situations) <= 5
        for situation in item.situations:
            view = derive_question_view(item=item, edition=real_edition(), situation=situation, answers={})
            assert view.question
            assert view.why
            assert len(view.answers) >= 2
