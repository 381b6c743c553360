"""What stands under the verdict of a proof: what replaces it and who may no longer ask for it, or who issues it and how; the basis, the rest.

Pure: a proof in, rows out. Elsewhere: verdict and buttons (proof.py), the pages of the rows (reading.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from kiosk.domain.catalog import Edition, Proof, Verdict
from kiosk.interface.citizen.guide_rows import entry_rows, fact, heading, numbered, point
from kiosk.interface.citizen.reading import ReadingRow, RowKind
from kiosk.interface.shared.entry_words import replacement_words
from kiosk.interface.shared.fonts import icon_character
from kiosk.interface.shared.typography import in_a_row, set_words

_NOT_HERE = {"繁文缛节": "本大厅的窗口都不再要这一道"}
_COMMITMENT = {"yes": "能，写承诺就行", "no": "不能", "unknown": "以窗口答复为准"}


def proof_rows(proof: Proof, edition: Edition) -> tuple[ReadingRow, ...]:
    match proof.verdict:
        case Verdict.NOT_NEEDED:
            return tuple(_not_needed(proof, edition))
        case Verdict.NEEDED:
            return tuple(_needed(proof, edition))
        case _:
            assert_never(proof.verdict)


def may_not_ask(proof: Proof) -> str:
    """Who must not ask for an abolished proof any more, as far as this hall can speak."""
    return _NOT_HERE.get(proof.kind or "", "本大厅的窗口都不再要它")


def _not_needed(proof: Proof, edition: Edition) -> Iterator[ReadingRow]:
    yield heading("instead", "改成这样办")
    instead = replacement_words(proof.replaced_by) or "以窗口答复为准"
    how = set_words(proof.replacement_how) if proof.replacement_how else ""
    yield ReadingRow("replacement", RowKind.POINT, instead, note=how, icon=icon_character("check-circle-outline"))
    yield from fact("basis", "依据", proof.legal_basis or "以窗口答复为准")
    yield from fact("nobody", "谁不该再要", may_not_ask(proof))
    for number, words in enumerate(proof.summary[1:], 1):
        yield point(f"summary-{number}", words.rstrip("。"), icon=icon_character("information-outline"))
    yield heading("before", "以前的规矩")
    yield from fact("asked", "以前谁要", proof.asked_by)
    yield from fact("former", "以前谁开", proof.formerly_issued_by)
    yield from fact("used", "以前用来", in_a_row(proof.used_for))
    yield from _remarks(proof)
    yield from entry_rows("related", "办这些事不再要它", proof.related_items, edition)


def _needed(proof: Proof, edition: Edition) -> Iterator[ReadingRow]:
    yield heading("where", "在哪儿开")
    issuer = set_words(proof.issued_by) if proof.issued_by else "以窗口答复为准"
    yield point("issuer", issuer, icon=icon_character("map-marker-outline"))
    for number, words in enumerate(proof.summary[1:], 1):
        yield point(f"summary-{number}", words.rstrip("。"), icon=icon_character("information-outline"))
    if proof.obtain_steps:
        yield heading("how", "怎么开")
        yield from numbered("step", proof.obtain_steps)
    yield heading("facts", "要知道的")
    yield from fact("papers", "要带", in_a_row(proof.obtain_materials) or "以窗口答复为准")
    yield from fact("fee", "多少钱", proof.fee or "以窗口答复为准")
    yield from fact("validity", "管多久", proof.validity or "以窗口答复为准")
    yield from fact("commitment", "写承诺代替", _COMMITMENT.get(proof.commitment_can_replace or "unknown", proof.commitment_can_replace))
    yield from fact("asked", "谁会要", proof.asked_by)
    yield from fact("used", "用来", in_a_row(proof.used_for))
    yield from fact("basis", "依据", proof.legal_basis or "以窗口答复为准")
    yield from _remarks(proof)
    yield from fact("report", "有人刁难", "打 12345 反映，说清哪个单位、要哪张证明")
    yield from entry_rows("related", "拿到以后，可以接着办", proof.related_items, edition)


def _remarks(proof: Proof) -> Iterator[ReadingRow]:
    yield from fact("note", "还要知道", proof.note)
    if not proof.related_items:
        yield from fact("related-words", "有关事项", in_a_row(proof.related_item_words))
    yield from fact("kind", "类别", proof.kind)
    yield from fact("open", "还要核对", "；".join(proof.verification.open_points))
    yield from fact("source", "资料来源", proof.source.note)
