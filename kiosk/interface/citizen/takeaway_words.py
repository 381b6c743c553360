"""The words of what is taken away: an item with a person's own list, or a proof's verdict, as one document for paper and codes.

Here: which facts of an entry go onto paper, in which order and in which words. Elsewhere: the document's shape (application.takeaway), the
guide's and the proof's own rows (guide_rows.py, proof_rows.py), painting (infrastructure.printing).

Pure: domain values in, a document out. Unknown stays unknown: 以窗口答复为准, never a zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import assert_never

from kiosk.application.takeaway import PapersKind, Takeaway, TakeawayFact, TakeawayPaper, TakeawayPapers, TakeawaySection, qr_texts_of
from kiosk.domain.catalog import Edition, EntryCode, LegalBasis, Material, Proof, ServiceItem, TimeLimit, Verdict
from kiosk.domain.hall import Hall
from kiosk.domain.my_list import UNSURE, MyList, MyPaper, PaperGroup, my_list
from kiosk.interface.citizen.guide_rows import joined, material_condition, material_tag, split_bracket, verification_words
from kiosk.interface.citizen.proof_rows import may_not_ask
from kiosk.interface.shared.entry_words import official_words, replacement_words, time_words, title_words, verdict_words
from kiosk.interface.shared.opening_words import week_words
from kiosk.interface.shared.typography import in_a_row, set_words

AT_COUNTER = "以窗口答复为准"
HOTLINE = "12345"
_PAPER_TITLES = {
    PapersKind.BRING: "自己带",
    PapersKind.PERHAPS: "可能要带",
    PapersKind.COUNTER: "到窗口填",
    PapersKind.LATER: "可后补、写承诺",
    PapersKind.OMITTED: "不用带",
}
_CODE_FACTS = frozenset(
    {"在哪办", "大厅开门", "多久", "多少钱", "改成这样办", "谁不该再要", "在哪儿开", "要带", "还有人要", "有疑问", "大厅网页"}
)
"""The facts that a code carries: those one needs at home. Paper has all of them."""
_COMMITMENT = {"yes": "能，写承诺就行", "no": "不能"}
_NOT_HERE = "本大厅办事不用开它。"
"""What a slip says first: the abolished list is the hall's own word, so it speaks for the hall alone."""


def takeaway_of_entry(*, code: EntryCode, edition: Edition, hall: Hall, today: date) -> Takeaway:
    """Whatever the code stands for, for everybody. KeyError for a code that is not in the edition."""
    entry = edition.entry(code)
    if isinstance(entry, Proof):
        return takeaway_of_proof(proof=entry, edition=edition, hall=hall, today=today)
    return takeaway_of_item(item=entry, edition=edition, hall=hall, today=today)


def takeaway_of_item(
    *, item: ServiceItem, edition: Edition, hall: Hall, today: date, mine: MyList | None = None, ticks: frozenset[str] = frozenset()
) -> Takeaway:
    """The item for everybody, or with `mine` for one person: then only the papers of that list, `ticks` (MyPaper keys) already there."""
    papers = tuple(_papers(item, mine or my_list(item, {}), ticks))
    title = title_words(edition.rows[item.code])
    facts = tuple(_item_facts(item, hall))
    verification = verification_words(item.verification.status, item.verification.assured_date)
    document = set_words(edition.name)
    return Takeaway(
        code=item.code,
        hall=hall.name,
        title=title,
        official=official_words(edition.rows[item.code]),
        verdict="",
        needed=False,
        lead=set_words(item.summary[0]) if item.summary else "",
        answers=_answers(item, mine),
        facts=facts,
        papers=papers,
        sections=tuple(_item_sections(item)),
        basis=tuple(_basis_words(basis) for basis in item.legal_basis) or (AT_COUNTER,),
        verification=verification,
        edition=document,
        date=_day_words(today),
        hotline=_hotline(item.hotline),
        qr_texts=qr_texts_of(title, [*_paper_lines(papers), *_fact_lines(facts, _CODE_FACTS), _code_foot(verification, document, hall)]),
    )


def takeaway_of_proof(*, proof: Proof, edition: Edition, hall: Hall, today: date) -> Takeaway:
    """The slip of a proof: verdict, what replaces it or who issues it, who may not ask for it, basis, 12345."""
    title = title_words(edition.rows[proof.code])
    verdict = verdict_words(proof.verdict)
    known = _not_needed_facts(proof) if proof.verdict is Verdict.NOT_NEEDED else _needed_facts(proof)
    facts = (*known, *_known("大厅网页", hall.url))
    basis = set_words(proof.legal_basis) if proof.legal_basis else AT_COUNTER
    verification = verification_words(proof.verification.status, proof.verification.assured_date)
    document = set_words(edition.name)
    return Takeaway(
        code=proof.code,
        hall=hall.name,
        title=title,
        official=official_words(edition.rows[proof.code]),
        verdict=verdict,
        needed=proof.verdict is Verdict.NEEDED,
        lead=(_NOT_HERE if proof.verdict is Verdict.NOT_NEEDED else "") + "".join(set_words(sentence) for sentence in proof.summary),
        answers=(),
        facts=facts,
        papers=(),
        sections=tuple(_proof_sections(proof)),
        basis=(basis,),
        verification=verification,
        edition=document,
        date=_day_words(today),
        hotline=HOTLINE,
        qr_texts=qr_texts_of(
            f"{title}：{verdict}", [*_fact_lines(facts, _CODE_FACTS), f"依据：{basis}", _code_foot(verification, document, hall)]
        ),
    )


# -- items -----------------------------------------------------------------------------------------------------------------------


def _papers(item: ServiceItem, mine: MyList, ticks: frozenset[str]) -> Iterator[TakeawayPapers]:
    groups: dict[PapersKind, list[TakeawayPaper]] = {kind: [] for kind in PapersKind}
    for paper in mine.papers:
        groups[_kind(paper)].append(_paper(item, paper, have=paper.key in ticks))
    for kind, papers in groups.items():
        if papers:
            yield TakeawayPapers(kind, f"{_PAPER_TITLES[kind]} {len(papers)} 样", tuple(papers))


def _kind(paper: MyPaper) -> PapersKind:
    match paper.group:
        case PaperGroup.NEEDED:
            return PapersKind.PERHAPS if paper.perhaps else PapersKind.BRING
        case PaperGroup.COUNTER:
            return PapersKind.COUNTER
        case PaperGroup.LATER:
            return PapersKind.LATER
        case PaperGroup.OMITTED:
            return PapersKind.OMITTED
        case _:
            assert_never(paper.group)


def _paper(item: ServiceItem, paper: MyPaper, *, have: bool) -> TakeawayPaper:
    """When it is needed stands beside a paper only while that is open: an answered question is not asked again on paper."""
    material = paper.material
    name, detail = split_bracket(set_words(material.name))
    condition = material_condition(material, item.situations) if paper.perhaps and paper.group is PaperGroup.NEEDED else ""
    notes = [detail, condition, *(set_words(words) for words in (material.note, _where(material)) if words)]
    tag = material_tag(material) if paper.group in {PaperGroup.NEEDED, PaperGroup.LATER} else ""
    return TakeawayPaper(name, "；".join(dict.fromkeys(note.rstrip("。；") for note in notes if note)), tag, have)


def _where(material: Material) -> str | None:
    """Where to get what one does not have at home. A form of the counter and one's own identity card need no such words."""
    where = material.where_to_get
    return None if where is None or material.from_counter or where.startswith("本人持有") else where


def _paper_lines(papers: Sequence[TakeawayPapers]) -> Iterator[str]:
    """One line a group for codes: `自己带 2 样：户口簿（全部页）、身份证`."""
    if not papers:
        yield f"要带什么：{AT_COUNTER}"
    for group in papers:
        yield f"{group.title}：{in_a_row([_short(paper) for paper in group.papers])}"


def _fact_lines(facts: Sequence[TakeawayFact], wanted: frozenset[str]) -> Iterator[str]:
    return (f"{fact.label}：{fact.words}" for fact in facts if fact.label in wanted)


def _code_foot(verification: str, edition: str, hall: Hall) -> str:
    """Whether it was checked, and which edition; the hall's name in front of it would fill another code."""
    return f"{verification}，{edition.removeprefix(hall.name)}"


def _short(paper: TakeawayPaper) -> str:
    return f"{paper.name}（{paper.tag}）" if paper.tag else paper.name


def _answers(item: ServiceItem, mine: MyList | None) -> tuple[str, ...]:
    """`谁来办？本人来`: what the person has told. 不清楚 is told as well, for it is why papers stay on the list."""
    if mine is None:
        return ()
    situations = {situation.id: situation for situation in item.situations}
    labels = {(situation.id, answer.id): answer.label for situation in item.situations for answer in situation.answers}
    return tuple(
        set_words(f"{situations[asked].question} {'不清楚' if chosen == UNSURE else labels[asked, chosen]}")
        for asked, chosen in mine.answers
    )


def _item_facts(item: ServiceItem, hall: Hall) -> Iterator[TakeawayFact]:
    if item.hall_role.served_here:
        named = item.counter_words if hall.name in item.counter_words else f"{hall.name}，{item.counter_words}"
        yield TakeawayFact("在哪办", set_words(named))
    else:
        yield TakeawayFact("在哪办", set_words(f"{item.decided_by or item.counter_words}。本大厅只指引"))
    yield TakeawayFact("大厅开门", f"{week_words(hall.hours) or '看门口通知'}，法定节假日看门口通知")
    yield TakeawayFact("多久", _time(item))
    yield TakeawayFact("多少钱", set_words(joined(item.fee.text or AT_COUNTER, item.fee.basis)))
    yield from _known("大厅网页", hall.url)
    person = {True: "要本人来", False: "不用本人来", None: ""}[item.in_person_required]
    if person or item.in_person_note:
        yield TakeawayFact("谁来办", set_words(joined(person, item.in_person_note)))
    if item.result:
        yield TakeawayFact("办完拿到", set_words(item.result))


def _time(item: ServiceItem) -> str:
    """The legal limit, then what this hall has promised; a promise of other halls is called one. The source's doubts stay in the guide."""
    own = item.verification.assured_date is not None
    said = [
        f"{label} {words}"
        for label, limit in (("规定最长", item.statutory), ("大厅承诺" if own else "别处参考", item.promised))
        if (words := _limit(limit))
    ]
    return set_words("；".join(said) or item.time_note or AT_COUNTER)


def _limit(limit: TimeLimit) -> str:
    return time_words(limit.days, limit.unit)


def _item_sections(item: ServiceItem) -> Iterator[TakeawaySection]:
    steps = tuple(set_words(step) for step in item.steps)
    yield TakeawaySection("怎么办", steps or (AT_COUNTER,), numbered=bool(steps))
    if item.common_mistakes:
        yield TakeawaySection("容易白跑的地方", tuple(set_words(words) for words in item.common_mistakes))


def _basis_words(basis: LegalBasis) -> str:
    return set_words(f"{basis.title}，{basis.article}" if basis.article else basis.title)


def _hotline(words: str | None) -> str:
    return set_words(words) if words else HOTLINE


# -- proofs ----------------------------------------------------------------------------------------------------------------------


def _not_needed_facts(proof: Proof) -> Iterator[TakeawayFact]:
    instead = replacement_words(proof.replaced_by) or AT_COUNTER
    how = f"：{set_words(proof.replacement_how)}" if proof.replacement_how else ""
    yield TakeawayFact("改成这样办", f"{instead}{how}")
    yield TakeawayFact("谁不该再要", may_not_ask(proof))
    yield from _known("以前谁要", proof.asked_by)
    yield from _known("以前谁开", proof.formerly_issued_by)
    yield from _known("以前用来", in_a_row(proof.used_for))
    yield TakeawayFact("还有人要", f"给他看这张纸，或者打 {HOTLINE} 反映")


def _needed_facts(proof: Proof) -> Iterator[TakeawayFact]:
    known: Mapping[str, str | None] = {
        "在哪儿开": proof.issued_by,
        "要带": in_a_row(proof.obtain_materials),
        "多少钱": proof.fee,
        "管多久": proof.validity,
        "写承诺代替": _COMMITMENT.get(proof.commitment_can_replace or ""),
        "谁会要": proof.asked_by,
    }
    for label, words in known.items():
        yield TakeawayFact(label, set_words(words) if words else AT_COUNTER)
    yield from _known("用来", in_a_row(proof.used_for))
    yield TakeawayFact("有疑问", f"打 {HOTLINE} 问")


def _known(label: str, words: str | None) -> Iterator[TakeawayFact]:
    if words:
        yield TakeawayFact(label, set_words(words))


def _proof_sections(proof: Proof) -> Iterator[TakeawaySection]:
    if proof.obtain_steps:
        yield TakeawaySection("怎么开", tuple(set_words(step) for step in proof.obtain_steps), numbered=True)
    if proof.note:
        yield TakeawaySection("还要知道", (set_words(proof.note),))


def _day_words(day: date) -> str:
    return f"{day.year} 年 {day.month} 月 {day.day} 日"
