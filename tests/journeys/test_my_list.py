"""From a question to a number that knows what is missing: features/my_list.feature."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PIL import Image
from pytest_bdd import parsers, scenarios, then, when

from kiosk.application.ticket_paper import MissingPaper
from kiosk.domain.my_list import Choices
from kiosk.domain.queueing import TicketId
from kiosk.infrastructure.printing.links import PaperWidth
from kiosk.infrastructure.printing.paint import paint_ticket
from kiosk.interface.shared.fonts import find_hanzi_family
from kiosk.roles.paper import paper_of
from kiosk.roles.parts import Parts
from tests.journeys.kiosk_at_hand import KioskAtHand, accessible_name
from tests.support.printer_double import PrinterDouble
from tests.support.ticket_papers import picture_of
from tests.support.traces import places_of

scenarios("my_list.feature")
pytestmark = pytest.mark.usefixtures("at_hand")


def kept_choices(kiosk: KioskAtHand) -> Choices | None:
    """What lies in the database for the counter, read by another process's connection."""
    parts = Parts(data=kiosk.data, environment={})
    try:
        with parts.snapshot() as snapshot:
            return snapshot.choices.of(TicketId(kiosk.new_tickets()[-1].id))
    finally:
        parts.close()


@then(parsers.parse("窗口看得到答案“{answers}”和勾“{ticks}”"))
def counter_sees(kiosk: KioskAtHand, answers: str, ticks: str) -> None:
    choices = kept_choices(kiosk)
    assert choices is not None
    assert [f"{asked}={answer}" for asked, answer in choices.answers] == answers.split("，")
    assert choices.ticks == tuple(ticks.split("、"))


@then("窗口看不到答案和勾")
def counter_sees_nothing(kiosk: KioskAtHand) -> None:
    assert kept_choices(kiosk) is None


@then(parsers.parse("没有“{name}”这个按钮"))
def no_such_button(kiosk: KioskAtHand, name: str) -> None:
    names = [accessible_name(item) for item in kiosk.shown() if item.property("available") is not None]
    assert len(names) > 5, "the search must have seen the page"
    assert not [known for known in names if known.startswith(name)]


@then(parsers.parse("“{name}”没有勾"))
def not_ticked(kiosk: KioskAtHand, name: str) -> None:
    row = kiosk.pressable(name)
    assert row is not None
    assert not row.property("checked")


@then(parsers.parse("机器记着“{marker}”"))
def remembered(kiosk: KioskAtHand, marker: str) -> None:
    """The search below does find what is there."""
    assert [place for place in places_of(marker, kiosk) if place.startswith("memory")]


@then(parsers.parse("机器不记得“{marker}”"))
def forgotten(kiosk: KioskAtHand, marker: str) -> None:
    """The catalogue on disk has the questions of everybody; what this person said to them stands in memory alone."""
    assert [place for place in places_of(marker, kiosk) if not place.startswith("disk")] == []


@then(parsers.parse("屏幕和内存里没有“{words}”"))
def nowhere(kiosk: KioskAtHand, words: str) -> None:
    assert places_of(words, kiosk) == []


def database_holds(marker: str, kiosk: KioskAtHand) -> bool:
    """In any byte of the database, its log included."""
    files = [path for path in kiosk.data.root.glob(f"{kiosk.data.database.name}*") if path.is_file()]
    assert kiosk.data.database in files
    return any(marker.encode() in path.read_bytes() for path in files)


@then(parsers.parse("数据库的文件里有“{marker}”"))
def on_disk(kiosk: KioskAtHand, marker: str) -> None:
    assert database_holds(marker, kiosk)


@when("过了半夜")
def midnight(kiosk: KioskAtHand) -> None:
    kiosk.live_until((kiosk.clock.moment + timedelta(days=1)).replace(hour=0, minute=1))


@then(parsers.parse("数据库的文件里没有“{marker}”"))
def off_disk(kiosk: KioskAtHand, marker: str) -> None:
    kiosk.wait(lambda: not database_holds(marker, kiosk), f"{marker} gone from the disk")


def printed(kiosk: KioskAtHand, printer: PrinterDouble) -> Image.Image:
    """The one receipt of this visit, read back from the bytes."""
    kiosk.wait(lambda: len(printer.receipts) == 1, "one receipt")
    return printer.receipts[0].picture


def painted(kiosk: KioskAtHand, missing: tuple[MissingPaper, ...] | None = None) -> Image.Image:
    """This visit's ticket as it must look with just these papers missing; None: as the product itself puts it together."""
    ticket = kiosk.kiosk.pages.taking.ticket
    assert ticket is not None
    edition = kiosk.kiosk.parts.edition()
    paper = paper_of(ticket, hall=kiosk.kiosk.hall.settings.hall, edition=edition)
    if missing is not None:
        paper = replace(paper, missing=missing)
    return picture_of(paint_ticket(paper, width=PaperWidth.MM80, family=find_hanzi_family()))


def same(one: Image.Image, other: Image.Image) -> bool:
    return one.size == other.size and one.tobytes() == other.tobytes()


@then(parsers.parse("纸上印着缺“{names}”"))
def missing_on_paper(kiosk: KioskAtHand, printer: PrinterDouble, names: str) -> None:
    picture = printed(kiosk, printer)
    ticket = kiosk.kiosk.pages.taking.ticket
    assert ticket is not None
    paper = paper_of(ticket, hall=kiosk.kiosk.hall.settings.hall, edition=kiosk.kiosk.parts.edition())
    assert [missing.name for missing in paper.missing] == names.split("；")
    assert same(picture, painted(kiosk))
    assert not same(picture, painted(kiosk, ()))


@then("纸上没有印缺什么")
def nothing_missing_on_paper(kiosk: KioskAtHand, printer: PrinterDouble) -> None:
    assert same(printed(kiosk, printer), painted(kiosk, ()))


@then("纸上没有印是什么事，也没有印缺什么")
def nothing_told_on_paper(kiosk: KioskAtHand, printer: PrinterDouble) -> None:
    ticket = kiosk.kiosk.pages.taking.ticket
    assert ticket is not None
    paper = paper_of(ticket, hall=kiosk.kiosk.hall.settings.hall, edition=kiosk.kiosk.parts.edition())
    assert (paper.item, paper.missing) == (None, ())
    assert same(printed(kiosk, printer), painted(kiosk, ()))
