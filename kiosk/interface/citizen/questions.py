"""问几句: one plain question a page whose answer changes what must be brought; 不清楚 is as good an answer as any.

Here: which question stands on the screen and what may be answered. Elsewhere: which questions are worth asking and what answers do to the
list (domain.my_list), where answers are kept (told.py), the list (my_list.py).
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.catalog import CatalogList, Edition, EntryCode, ServiceItem, Situation
from kiosk.domain.my_list import UNSURE, open_questions
from kiosk.interface.citizen.told import Told
from kiosk.interface.shared.entry_words import title_words
from kiosk.interface.shared.fonts import icon_character
from kiosk.interface.shared.idle import READING, Patience
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.showing import Showing
from kiosk.interface.shared.typography import set_words

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = "questions"
LIST_PAGE = "my-list"

# What most yes-no answers are called in the catalogue; other labels stand without an icon.
_ICONS = {"yes": "check-circle-outline", "no": "minus-circle-outline"}


@dataclass(frozen=True, slots=True)
class AnswerBoard:
    """One answer as a board. `chosen`: what the person said here before; nothing is chosen beforehand."""

    key: str
    label: str
    icon: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class QuestionStep:
    """One bar of the progress: done, here, or to come."""

    key: str
    standing: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """`number` of `count`, from 1. `unsure`: 不清楚 was the answer before."""

    item: str = ""
    list_key: str = CatalogList.CONVENIENCE.value
    question: str = ""
    why: str = ""
    number: int = 1
    count: int = 1
    answers: tuple[AnswerBoard, ...] = ()
    unsure: bool = False


def derive_question_view(*, item: ServiceItem, edition: Edition, situation: Situation, answers: dict[str, str]) -> QuestionView:
    """`answers`: what was told so far, this question's own earlier answer included."""
    asked = questions_asked(item, answers, situation)
    said = answers.get(situation.id)
    return QuestionView(
        item=title_words(edition.rows[item.code]),
        list_key=item.list.value,
        question=set_words(situation.question),
        why=set_words(situation.why or ""),
        number=asked.index(situation) + 1,
        count=len(asked),
        answers=tuple(
            AnswerBoard(
                answer.id, set_words(answer.label), icon_character(_ICONS[answer.id]) if answer.id in _ICONS else "", said == answer.id
            )
            for answer in situation.answers
        ),
        unsure=said == UNSURE,
    )


def questions_asked(item: ServiceItem, answers: dict[str, str], here: Situation) -> tuple[Situation, ...]:
    """The questions of this person, in order; the one that stands on the screen is always among them."""
    worth = open_questions(item, answers)
    return tuple(situation for situation in item.situations if situation in worth or situation == here)


def first_question(item: ServiceItem) -> Situation:
    """KeyError where an item asks nothing."""
    if not item.situations:
        raise KeyError(item.code)
    return item.situations[0]


@QmlElement
@QmlUncreatable("made by the role")
class QuestionsViewModel(QObject, Showing[QuestionView]):
    """`questions/CODE` is the first question, `questions/CODE/QUESTION` a later one: each is a step of the way, so that 返回 goes back one
    question and finds its answer."""

    viewChanged = Signal()

    def __init__(self, *, edition: Edition, told: Told, navigator: Navigator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edition = edition
        self._told = told
        self._navigator = navigator
        self._item: ServiceItem | None = None
        self._situation: Situation | None = None
        self._view = QuestionView()
        self._boards: RecordList[AnswerBoard] = RecordList(AnswerBoard, parent=self)
        self._steps: RecordList[QuestionStep] = RecordList(QuestionStep, parent=self)

    @property
    def patience(self) -> Patience:
        return READING

    def enter(self, argument: str, returning: bool) -> None:
        """KeyError for what is no item or no question of it."""
        code, _, question = argument.partition("/")
        item = self._edition.item(EntryCode(code))
        known = {situation.id: situation for situation in item.situations}
        situation = known[question] if question else first_question(item)
        self._item, self._situation = item, situation
        self._look()

    def forget(self) -> None:
        self._item, self._situation = None, None
        self._told.forget()
        self._boards.show(())
        self._show(QuestionView())

    def _look(self) -> None:
        if self._item is None or self._situation is None:
            return
        answers = dict(self._told.answers(self._item))
        view = derive_question_view(item=self._item, edition=self._edition, situation=self._situation, answers=answers)
        self._boards.show(view.answers)
        self._steps.show(
            [
                QuestionStep(str(number), "done" if number < view.number else "here" if number == view.number else "ahead")
                for number in range(1, view.count + 1)
            ]
        )
        self._show(view)

    def _answer(self, answer: str) -> None:
        if self._item is None or self._situation is None:
            return
        self._told.answer(self._item, self._situation.id, answer)
        self._look()
        asked = questions_asked(self._item, dict(self._told.answers(self._item)), self._situation)
        later = asked[asked.index(self._situation) + 1 :]
        if later:
            self._navigator.go(PAGE, f"{self._item.code}/{later[0].id}")
        else:
            self._navigator.go(LIST_PAGE, self._item.code)

    @Slot(str)
    def choose(self, key: str) -> None:
        """One touch goes on."""
        self._answer(key)

    @Slot()
    def chooseUnsure(self) -> None:
        self._answer(UNSURE)

    @Slot()
    def previous(self) -> None:
        """上一题: its answer is still there."""
        self._navigator.back()

    @Slot()
    def showAll(self) -> None:
        """不答了，看全部: every paper that may be needed."""
        if self._item is not None:
            self._told.take_back_answers(self._item)
            self._navigator.go(LIST_PAGE, self._item.code)

    @Property(QObject, notify=viewChanged)
    def answers(self) -> RecordList[AnswerBoard]:
        return self._boards

    @Property(QObject, notify=viewChanged)
    def steps(self) -> RecordList[QuestionStep]:
        return self._steps

    @Property(int, notify=viewChanged)
    def answerCount(self) -> int:
        return len(self._view.answers)

    @Property(str, notify=viewChanged)
    def itemName(self) -> str:
        return self._view.item

    @Property(str, notify=viewChanged)
    def listKey(self) -> str:
        return self._view.list_key

    @Property(str, notify=viewChanged)
    def question(self) -> str:
        return self._view.question

    @Property(str, notify=viewChanged)
    def why(self) -> str:
        return self._view.why

    @Property(int, notify=viewChanged)
    def number(self) -> int:
        return self._view.number

    @Property(int, notify=viewChanged)
    def count(self) -> int:
        return self._view.count

    @Property(bool, notify=viewChanged)
    def unsureChosen(self) -> bool:
        return self._view.unsure
