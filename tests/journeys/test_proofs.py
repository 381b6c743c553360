"""不用开 or 要开, in the first line: features/proofs.feature."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QRectF
from pytest_bdd import parsers, scenarios, then

from kiosk.domain.catalog import CatalogList
from kiosk.interface.citizen.proof import ProofViewModel
from kiosk.interface.citizen.proof_rows import proof_rows
from kiosk.interface.shared.typography import set_words
from tests.journeys.kiosk_at_hand import KioskAtHand

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
