"""Guide, questions, list and proof on the real catalogue, without the frame around them: what they show is measured here.

`real_edition` compiles catalog/ once a session. `Screen` holds one window with these pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QUrl
from PySide6.QtQuick import QQuickItem, QQuickView

from kiosk.application.queries.queueing import HallNow, LineNow
from kiosk.domain.catalog import Edition
from kiosk.domain.hall import Open, Opening
from kiosk.domain.numbering import LineId
from kiosk.infrastructure.catalog_files.edition_file import read_edition
from kiosk.infrastructure.catalog_files.edition_publishing import compile_edition
from kiosk.infrastructure.catalog_files.source_tree import content_of, read_tree
from kiosk.infrastructure.paths import catalog_dir
from kiosk.interface.citizen.guide import GuideViewModel
from kiosk.interface.citizen.my_list import MyListViewModel
from kiosk.interface.citizen.proof import ProofViewModel
from kiosk.interface.citizen.questions import QuestionsViewModel
from kiosk.interface.citizen.queue_watch import QueueWatch
from kiosk.interface.citizen.reading import ReadingViewModel
from kiosk.interface.citizen.take_away import TakeAway
from kiosk.interface.citizen.told import Told
from kiosk.interface.shared.fonts import find_hanzi_family, load_icon_family
from kiosk.interface.shared.jobs import Jobs
from kiosk.interface.shared.navigator import Navigator
from tests.support.halls import MONDAY_TEN, StandingClock, hall
from tests.support.slips import WaitingDesk, slips, take_away

QML = Path(__file__).resolve().parents[2] / "resources" / "qml"
OPEN = Open(until=MONDAY_TEN.replace(hour=12), closes_at=MONDAY_TEN.replace(hour=17), minutes_left=360, assumed=False)

_PAGES = """
import QtQuick
import Kiosk.Theme
import Kiosk.Citizen
import Kiosk.CitizenModels
Item {
    id: root
    required property GuideViewModel guide
    required property ProofViewModel proof
    required property QuestionsViewModel questions
    required property MyListViewModel myList
    property string page
    GuidePage { objectName: "guide"; anchors.fill: parent; viewModel: root.guide; visible: root.page === "guide" }
    ProofPage { objectName: "proof"; anchors.fill: parent; viewModel: root.proof; visible: root.page === "proof" }
    QuestionsPage { anchors.fill: parent; viewModel: root.questions; visible: root.page === "questions" }
    MyListPage { anchors.fill: parent; viewModel: root.myList; visible: root.page === "my-list" }
}
"""


@cache
def real_edition() -> Edition:
    tree, _ = read_tree(catalog_dir())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "edition.json"
        path.write_bytes(compile_edition(content_of(tree), number=1))
        edition = read_edition(path)
        for code in edition.rows:
            edition.entry(code)
    return edition


def now(opening: Opening = OPEN, *, counters: int = 3) -> HallNow:
    low, high = (15, 25) if isinstance(opening, Open) else (None, None)
    lines = tuple(LineNow(LineId(line), line, "", 6, 6, low, high, counters) for line in "ABH")
    return HallNow(MONDAY_TEN, opening, 18, counters, lines)


def watch(answer: HallNow | None = None) -> QueueWatch:
    """A queue watch that knows `answer` and never asks."""
    queue = QueueWatch(now, cast("Jobs", None))
    queue.now = answer
    return queue


def guide_page(edition: Edition, queue: QueueWatch, navigator: Navigator, told: Told, paper: TakeAway) -> GuideViewModel:
    return GuideViewModel(edition=edition, hall=hall(), clock=StandingClock(), told=told, queue=queue, take_away=paper, navigator=navigator)


class Screen:
    """One window with both pages. `width` × `height` is what pages have: the screen without the persistent bar."""

    def __init__(self, width: int, height: int, *, contrast: bool = False, edition: Edition | None = None) -> None:
        self.navigator = Navigator()
        self.went: list[str] = []
        self.navigator.listen(lambda place, returning: self.went.append(str(place)))
        edition, queue = edition or real_edition(), watch(now())
        self.desk = WaitingDesk()
        self.take_away = take_away(edition, self.navigator, self.desk)
        self.told = Told(edition)
        self.guide = guide_page(edition, queue, self.navigator, self.told, self.take_away)
        self.questions = QuestionsViewModel(edition=edition, told=self.told, navigator=self.navigator)
        self.my_list = MyListViewModel(
            edition=edition,
            hall=hall(),
            clock=StandingClock(),
            told=self.told,
            queue=queue,
            take_away=self.take_away,
            navigator=self.navigator,
        )
        self.proof = ProofViewModel(edition=edition, take_away=self.take_away, slip_of=slips(edition), navigator=self.navigator)
        self._keep = queue
        self.size = width, height - (150 if height >= width else 128)
        self.window = QQuickView()
        engine = self.window.engine()
        engine.addImportPath(str(QML))
        theme = cast("QObject", engine.singletonInstance("Kiosk.Theme", "Theme"))
        settings = {
            "hanziFamily": find_hanzi_family(),
            "iconFamily": load_icon_family(),
            "shortSide": min(width, height),
            "portrait": height >= width,
            "contrast": contrast,
            "mmPerPixel": 0.248,
        }
        for name, value in settings.items():
            theme.setProperty(name, value)
        self.window.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self.window.resize(*self.size)
        self.window.setInitialProperties({"guide": self.guide, "proof": self.proof, "questions": self.questions, "myList": self.my_list})
        with TemporaryDirectory() as folder:
            pages = Path(folder) / "Pages.qml"
            pages.write_text(_PAGES, encoding="utf-8")
            self.window.setSource(QUrl.fromLocalFile(str(pages)))
        assert self.window.rootObject() is not None, self.window.errors()
        self._root = self.window.rootObject()
        self.window.show()

    def close(self) -> None:
        """The scene before the view models, or bindings see null."""
        self.window.hide()
        self.window.setSource(QUrl())
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def open(self, code: str) -> ReadingViewModel:
        proof = code.startswith(("BL-", "QX-"))
        (self.proof if proof else self.guide).enter(code, returning=False)
        self._root.setProperty("page", "proof" if proof else "guide")
        self.settle()
        reading: ReadingViewModel = self.proof.reading if proof else self.guide.reading
        return reading

    def show(self, page: str) -> None:
        """`questions` or `my-list`, whose view model has been entered."""
        self._root.setProperty("page", page)
        self.settle()

    def settle(self) -> None:
        """Until rows are measured and columns are laid out: a grab polishes and draws the scene."""
        QCoreApplication.processEvents()
        self.window.grabWindow()
        QCoreApplication.processEvents()
        self.window.grabWindow()

    def items(self, kind: str) -> Iterator[QQuickItem]:
        """Visible items of a QML type on the page that is open."""
        yield from (item for item in _visible(self._root) if item.metaObject().className().startswith(f"{kind}_QML"))

    def button(self, name: str) -> QQuickItem:
        return next(item for item in _visible(self._root) if item.property("name") == name and item.property("available") is not None)

    def faults(self) -> list[str]:
        """Words that are cut, too small, outside the page or their board, or one upon another."""
        texts = [
            (item, item.mapRectToScene(QRectF(0, 0, item.property("paintedWidth"), item.height())))
            for item in _visible(self._root)
            if item.property("paintedWidth") is not None and item.property("text")
        ]
        assert len(texts) > 8, "the measure must have seen the page"
        return [*self._single(texts), *_overlaps(texts)]

    def _single(self, texts: Sequence[tuple[QQuickItem, QRectF]]) -> Iterator[str]:
        width, height = self.size
        page = QRectF(-1, -1, width + 2, height + 2)
        for item, shape in texts:
            words = str(item.property("text"))
            if item.property("truncated"):
                yield f"cut: {words}"
            if not page.contains(shape):
                yield f"outside the page: {words}"
            if item.property("font").pixelSize() < 35:
                yield f"small: {words}"
            board = _board(item)
            if board is not None:
                edge = board.mapRectToScene(QRectF(-2, -2, board.width() + 4, board.height() + 4))
                if not edge.contains(shape):
                    yield f"outside its {board.metaObject().className()}: {words}"


_BOARDS = tuple(
    f"{name}_QML"
    for name in (
        "Sheet",
        "Button",
        "Tip",
        "Pill",
        "Tag",
        "VerdictBoard",
        "TabBoard",
        "ReadingLine",
        "ReadingEntry",
        "PaperTick",
        "PaperGroupSheet",
        "AnswerChoice",
        "UnsureChoice",
    )
)


def _board(item: QQuickItem) -> QQuickItem | None:
    above: QQuickItem | None = item.parentItem()
    while above is not None:
        if above.metaObject().className().startswith(_BOARDS):
            return above
        above = above.parentItem()
    return None


def _overlaps(texts: Sequence[tuple[QQuickItem, QRectF]]) -> Iterator[str]:
    """A line's box holds air above and below the Hanzi: only ink on ink counts."""
    inked = [(item, shape.adjusted(2, 6, -2, -6)) for item, shape in texts]
    for (one, here), (other, there) in combinations(inked, 2):
        shared = here.intersected(there)
        if shared.width() > 2 and shared.height() > 2:
            yield f"overlap: {one.property('text')} / {other.property('text')}"


def _visible(item: QQuickItem) -> Iterator[QQuickItem]:
    if item.isVisible():
        yield item
        for child in item.childItems():
            yield from _visible(child)
