"""不用开 or 要开, in the first line: features/proofs.feature."""

from __future__ import annotations

from typing import cast

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QRectF
from pytest_bdd import parsers, scenarios, then

from kiosk.application.takeaway import Takeaway
from kiosk.domain.catalog import CatalogList, EntryCode
from kiosk.infrastructure.printing.links import PaperWidth
from kiosk.infrastructure.printing.roll import paint_takeaway
from kiosk.interface.citizen.proof import ProofViewModel
from kiosk.interface.citizen.proof_rows import proof_rows
from kiosk.interface.citizen.take_away import TakeAway
from kiosk.interface.citizen.takeaway_words import takeaway_of_entry
from kiosk.interface.shared.fonts import find_hanzi_family
from kiosk.interface.shared.typography import set_words
from tests.journeys.kiosk_at_hand import KioskAtHand
from tests.support.printer_double import PrinterDouble
from tests.support.ticket_papers import picture_of

scenarios("proofs.feature")
pytestmark = pytest.mark.usefixtures("at_hand")


@then(parsers.parse("“{words}”是横梁下面的第一行"))
def first_line_under_the_beam(kiosk: KioskAtHand, words: str) -> None:
    kiosk.draw()
    beam = next(item for item in kiosk.shown() if item.metaObject().className().startswith("Beam_QML"))
    foot = beam.mapRectToScene(QRectF(0, 0, beam.width(), beam.height())).bottom()
    lines = [
        (item.mapRectToScene(QRectF(0, 0, item.width(), item.height())).top(), str(item.property("text")))
        for item in kiosk.shown()
        if item.property("paintedWidth") is not None and len(str(item.property("text"))) > 1
    ]
    assert min((top, text) for top, text in lines if top > foot)[1] == words


@then(parsers.parse("{which}的每一项，打开第一句都是“{verdict}”"))
def every_verdict(kiosk: KioskAtHand, which: str, verdict: str) -> None:
    page, edition = cast("ProofViewModel", kiosk.kiosk.citizen.model("proof")), kiosk.kiosk.parts.edition()
    listed = [row.code for row in edition.listed({"已取消": CatalogList.ABOLISHED, "保留": CatalogList.RETAINED}[which])]
    assert len(listed) == {"已取消": 86, "保留": 34}[which]
    for code in listed:
        kiosk.kiosk.navigator.go("proof", code)
        assert (code, page.verdict) == (code, verdict)
        assert page.reason, code


@then("已取消的每一项，都说拿什么代替，依据写明或者请问窗口")
def every_substitute(kiosk: KioskAtHand) -> None:
    """A basis that the sources do not name is not invented: the page says who answers for it."""
    edition = kiosk.kiosk.parts.edition()
    for listed in edition.listed(CatalogList.ABOLISHED):
        proof = edition.proof(listed.code)
        rows = {row.key: row for row in proof_rows(proof, edition)}
        assert proof.replaced_by, listed.code
        assert rows["replacement"].title, listed.code
        assert rows["basis"].note == set_words(proof.legal_basis or "以窗口答复为准"), listed.code


# -- the slip --------------------------------------------------------------------------------------------------------------


def slip_of(kiosk: KioskAtHand, title: str) -> Takeaway:
    edition = kiosk.kiosk.parts.edition()
    code = next(code for code, row in edition.rows.items() if row.plain_name == title)
    return takeaway_of_entry(code=EntryCode(code), edition=edition, hall=kiosk.kiosk.hall.settings.hall, today=kiosk.clock.now().date())


def printed(kiosk: KioskAtHand, printer: PrinterDouble) -> Image.Image:
    """The one paper of this visit, read back from the bytes that went to the printer."""
    kiosk.wait(lambda: len(printer.receipts) == 1, "one paper")
    return printer.receipts[0].picture


def codes_of(picture: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(picture.convert("L"))]


def is_the_slip(kiosk: KioskAtHand, printer: PrinterDouble, title: str) -> Takeaway:
    """The dots on the paper are those of this document: whatever it says stands there."""
    slip = slip_of(kiosk, title)
    expected = picture_of(paint_takeaway(slip, width=PaperWidth.MM80, family=find_hanzi_family()))
    paper = printed(kiosk, printer)
    assert (paper.size, paper.tobytes()) == (expected.size, expected.tobytes())
    assert slip.title == title
    assert slip.hall in kiosk.kiosk.hall.settings.hall.name
    assert "目录" in slip.edition
    assert slip.date == "2026 年 11 月 23 日"
    assert slip.verification == "内容待大厅核对"
    assert "12345" in slip.hotline
    return slip


@then(parsers.parse("纸上印的是“{title}”这张说明：不用开、拿什么代替、谁不该再要、依据、12345"))
def slip_not_needed(kiosk: KioskAtHand, printer: PrinterDouble, title: str) -> None:
    slip = is_the_slip(kiosk, printer, title)
    facts = {fact.label: fact.words for fact in slip.facts}
    assert (slip.verdict, slip.needed) == ("不用开", False)
    assert facts["改成这样办"].startswith("看户口簿")
    assert facts["谁不该再要"] == "本大厅的窗口都不再要它"
    assert slip.lead.startswith("本大厅办事不用开它。")
    assert "指导意见" in slip.basis[0]


@then(parsers.parse("纸上印的是“{title}”这张说明：要开、在哪儿开、依据、12345"))
def slip_needed(kiosk: KioskAtHand, printer: PrinterDouble, title: str) -> None:
    slip = is_the_slip(kiosk, printer, title)
    facts = {fact.label: fact.words for fact in slip.facts}
    assert (slip.verdict, slip.needed) == ("要开", True)
    assert facts["在哪儿开"] == "户籍所在地公安派出所"
    assert "公通字" in slip.basis[0]


@then(parsers.parse("屏幕上的二维码和纸上的一样，读出来是“{words}”"))
def codes_tell(kiosk: KioskAtHand, printer: PrinterDouble, words: str) -> None:
    (on_paper,) = codes_of(printed(kiosk, printer))
    assert on_paper.startswith(words)
    kiosk.wait(lambda: codes_of(picture_of(kiosk.view.grabWindow())) == [on_paper], "the same code on the screen")


@then("手里的说明一个字也没留下")
def nothing_in_hand(kiosk: KioskAtHand) -> None:
    held = cast("TakeAway", kiosk.kiosk.citizen.model("take-away"))
    assert (held.title, held.verdict, held.qrSource) == ("", "", "")
