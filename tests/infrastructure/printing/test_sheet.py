"""The A4 sheet, of every entry: its words can be found in it as they are meant, none is small, and nearly all items stand on one page."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from typing import Any

import pypdf
import pypdfium2
import pytest
from PIL import Image

from kiosk.application.takeaway import PapersKind, Takeaway
from kiosk.domain.catalog import CatalogList, EntryCode
from kiosk.infrastructure.printing.sheet import sheet_pdf
from tests.support.guide_screens import real_edition
from tests.support.phone import read_by_phone
from tests.support.takeaways import ABOLISHED, HARD_ITEM, RETAINED, all_codes, takeaway

ITEM_LISTS = {CatalogList.CONVENIENCE, CatalogList.SOCIAL_SECURITY}
SMALLEST = 14
ONE_PAGE = 0.95


@cache
def pdf_of(document: Takeaway, family: str) -> bytes:
    return sheet_pdf(document, family=family)


def read(document: Takeaway, family: str) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf_of(document, family)))


def run_together(words: str) -> str:
    return "".join(words.split())


def said_of(document: Takeaway) -> list[str]:
    """What must stand on the sheet, however full it is."""
    said = [document.hall, document.date, document.title, document.official, document.verdict, document.lead, *document.answers]
    said += [words for fact in document.facts for words in (fact.label, fact.words)]
    said += [group.title for group in document.papers]
    said += [paper.name for group in document.papers for paper in group.papers]
    said += [words for group in document.papers if group.kind.ticked for paper in group.papers for words in (paper.note, paper.tag)]
    said += [words for section in document.sections for words in (section.title, *section.lines)]
    return [*said, *document.basis, document.verification, document.edition, document.code]


HARD = (HARD_ITEM, ABOLISHED, RETAINED, EntryCode("WHL-MZ-005"), EntryCode("WHL-SB-010"), EntryCode("WHL-TY-002"))


def pages_that_say_all(code: EntryCode, family: str) -> int:
    """How many pages. Every word can be found, as it is meant and not as a radical that looks the same."""
    document = takeaway(code)
    texts = texts_of(document, family)
    whole = run_together("".join(texts))
    missing = [words for words in said_of(document) if run_together(words) not in whole]
    assert not missing, (code, missing)
    if len(texts) > 1:
        assert all(f"第{number}页，共{len(texts)}页" in whole for number in range(1, len(texts) + 1)), code
    return len(texts)


def texts_of(document: Takeaway, family: str) -> list[str]:
    file = pypdfium2.PdfDocument(pdf_of(document, family))
    texts = [page.get_textpage().get_text_range() for page in file]
    file.close()
    return texts


@pytest.mark.parametrize("code", HARD)
def test_a_hard_entry_says_all_it_has_to_in_letters_that_can_be_read(code: EntryCode, family: str) -> None:
    pages_that_say_all(code, family)
    assert min(sizes(read(takeaway(code), family))) >= SMALLEST


@pytest.mark.slow
def test_every_entry_says_all_it_has_to_and_nearly_all_items_on_one_page(family: str) -> None:
    pages = {code: pages_that_say_all(code, family) for code in all_codes()}
    rows = real_edition().rows
    items = [count for code, count in pages.items() if rows[code].list in ITEM_LISTS]
    proofs = [count for code, count in pages.items() if rows[code].list not in ITEM_LISTS]
    assert (len(items), len(proofs)) == (97, 120)
    assert sum(count == 1 for count in items) / len(items) >= ONE_PAGE, [code for code, count in pages.items() if count > 1]
    assert set(proofs) == {1}


def sizes(reader: pypdf.PdfReader) -> set[float]:
    """In points, as they stand on paper."""
    found: set[float] = set()

    def visit(text: str, page: list[float], line: list[float], _font: Any, size: float) -> None:
        if text.strip():
            found.add(round(abs(page[3] * line[3] * size), 2))

    for page in reader.pages:
        page.extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize("code", [HARD_ITEM, ABOLISHED, RETAINED])
def test_fonts_are_embedded_and_nothing_is_a_picture(code: EntryCode, family: str) -> None:
    for page in read(takeaway(code), family).pages:
        resources: Any = page["/Resources"]
        fonts = resources["/Font"]
        assert len(fonts) == 2
        for font in fonts.values():
            descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            assert "/FontFile2" in descriptor
        assert not resources.get("/XObject")


def test_the_page_is_a4_and_names_no_document(family: str) -> None:
    reader = read(takeaway(HARD_ITEM), family)
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {(595, 842)}
    assert reader.metadata is not None
    assert takeaway(HARD_ITEM).title not in str(reader.metadata)


def test_what_does_not_fit_one_page_goes_on_on_the_next(family: str) -> None:
    crowded = replace(takeaway(HARD_ITEM), sections=takeaway(HARD_ITEM).sections * 3)
    reader = read(crowded, family)
    assert len(reader.pages) >= 2
    for number, page in enumerate(reader.pages, 1):
        text = run_together(page.extract_text())
        assert f"第{number}页，共{len(reader.pages)}页" in text
        assert run_together(crowded.edition) in text


def rendered(document: Takeaway, family: str, *, scale: float) -> list[Image.Image]:
    file = pypdfium2.PdfDocument(pdf_of(document, family))
    pages = [page.render(scale=scale).to_pil().convert("L") for page in file]
    file.close()
    return pages


@pytest.mark.parametrize("code", [HARD_ITEM, ABOLISHED, RETAINED, EntryCode("WHL-MZ-005")])
def test_nothing_touches_the_edge_or_the_foot(code: EntryCode, family: str) -> None:
    for page in rendered(takeaway(code), family, scale=1):
        box = page.point(lambda grey: 255 if grey < 200 else 0).getbbox()
        assert box is not None
        left, top, right, bottom = box
        assert left >= 30
        assert right <= page.width - 30
        assert top >= 24
        assert bottom <= page.height - 20
        above_the_foot = page.crop((0, 842 - 26 - 46 - 4, 595, 842 - 26 - 46))
        assert not any(above_the_foot.histogram()[:200]), "the last words run into the foot"


def test_a_tick_is_drawn_where_the_paper_is_there(family: str) -> None:
    document = takeaway(HARD_ITEM)
    ticked = replace(
        document,
        papers=tuple(
            replace(group, papers=tuple(replace(paper, have=True) for paper in group.papers)) if group.kind is PapersKind.BRING else group
            for group in document.papers
        ),
    )
    one, other = (rendered(each, family, scale=2)[0] for each in (document, ticked))
    assert one.size == other.size
    assert sum(other.histogram()[:100]) > sum(one.histogram()[:100])


@pytest.mark.parametrize("code", [ABOLISHED, RETAINED])
@pytest.mark.parametrize("tilt", [0, 7])
def test_its_code_is_read_off_paper(code: EntryCode, tilt: int, family: str) -> None:
    """Tilted, blurred and noisy, as a phone sees it."""
    document = takeaway(code)
    (page,) = rendered(document, family, scale=200 / 72)
    lower_right = page.crop((page.width // 2, page.height // 2, page.width, page.height))
    assert read_by_phone(lower_right, tilt=tilt) == [document.qr_texts[0]]
