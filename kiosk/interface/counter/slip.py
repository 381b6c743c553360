"""缺件单: on paper, what a number still lacks and what was in order, so that its holder comes back once.

Elsewhere: printing it (roles.counter_paper), what a number lacks (domain.my_list).
"""

from __future__ import annotations

from datetime import date

from kiosk.application.takeaway import PapersKind, Takeaway, TakeawayFact, TakeawayPaper, TakeawayPapers
from kiosk.domain.catalog import Edition, ServiceItem
from kiosk.domain.hall import Hall
from kiosk.interface.counter.papers import Papers, Shelf, ShelvedPaper
from kiosk.interface.shared.moments import short_date_words
from kiosk.interface.shared.opening_words import week_words
from kiosk.interface.shared.typography import set_words

HOTLINE = "12345"


def missing_slip(*, number: str, item: ServiceItem, papers: Papers, edition: Edition, hall: Hall, today: date) -> Takeaway:
    """What is missing first, what was seen second; nothing of the person but the answers they gave."""
    groups = (
        (PapersKind.BRING, "还缺", papers.missing, False),
        (PapersKind.OMITTED, "看过了，不用再拿", (*papers.on(Shelf.SEEN), *papers.on(Shelf.TICKED)), True),
    )
    title = f"缺件单：{set_words(item.plain_name)}"
    return Takeaway(
        code=item.code,
        hall=hall.name,
        title=title,
        official=set_words(item.name),
        verdict="",
        needed=False,
        lead=f"{number} 还缺 {len(papers.missing)} 样，补齐了再来。",
        answers=papers.answers,
        facts=(TakeawayFact("大厅开门", week_words(hall.hours)),) if week_words(hall.hours) else (),
        papers=tuple(
            TakeawayPapers(kind, f"{words} {len(found)} 样", tuple(_paper(paper, have) for paper in found))
            for kind, words, found, have in groups
            if found
        ),
        sections=(),
        basis=(),
        verification="",
        edition=set_words(edition.name),
        date=short_date_words(today),
        hotline=set_words(item.hotline) if item.hotline else HOTLINE,
        qr_texts=(),
    )


def _paper(paper: ShelvedPaper, have: bool) -> TakeawayPaper:
    return TakeawayPaper(paper.name, note=paper.about, have=have)
