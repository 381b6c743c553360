"""What stands in the four tabs of a guide: 我能办吗, 要带什么, 怎么办, 依据. Pure: an item in, rows out; every fact of the item is in one of them.

Elsewhere: the facts above the tabs and what can be pressed (guide.py). What is not verified is left out here or says 以窗口答复为准.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import assert_never

from kiosk.domain.catalog import (
    Edition,
    EntryCode,
    LegalBasis,
    Material,
    MaterialForm,
    MaterialProvider,
    Requirement,
    ServiceItem,
    Situation,
    TimeLimit,
    VerificationStatus,
)
from kiosk.domain.catalog.related import related_entries
from kiosk.interface.citizen.attachment_words import look_words
from kiosk.interface.citizen.entry_rows import entry_row_view
from kiosk.interface.citizen.reading import ReadingRow, RowKind, Tone
from kiosk.interface.citizen.reduction_rows import reduction_rows
from kiosk.interface.shared.entry_words import NOT_VERIFIED, time_words
from kiosk.interface.shared.fonts import icon_character
from kiosk.interface.shared.list_names import list_name
from kiosk.interface.shared.typography import in_a_row, set_words

_LONG = 24
"""Beyond this many characters a title is a sentence and stands in regular weight."""

_WHO = {"自然人": "个人", "法人": "公司等单位", "非法人组织": "合伙、个体等组织"}

_FORM_TAGS = {
    MaterialForm.ORIGINAL_CHECKED: "看原件",
    MaterialForm.ORIGINAL: "交原件",
    MaterialForm.COPY: "复印件",
    MaterialForm.ORIGINAL_AND_COPY: "原件和复印件",
    MaterialForm.FORM: "表格",
    MaterialForm.ELECTRONIC: "电子件",
}

_FORM_ICONS = {
    MaterialForm.ORIGINAL_CHECKED: "file-certificate-outline",
    MaterialForm.ORIGINAL: "file-document-outline",
    MaterialForm.COPY: "content-copy",
    MaterialForm.ORIGINAL_AND_COPY: "file-certificate-outline",
    MaterialForm.FORM: "file-document-edit-outline",
    MaterialForm.ELECTRONIC: "cellphone",
}


class Tab(StrEnum):
    ELIGIBLE = "eligible"
    MATERIALS = "materials"
    STEPS = "steps"
    BASIS = "basis"


TAB_NAMES = {Tab.ELIGIBLE: "我能办吗", Tab.MATERIALS: "要带什么", Tab.STEPS: "怎么办", Tab.BASIS: "依据"}


def heading(key: str, title: str) -> ReadingRow:
    return ReadingRow(key, RowKind.HEADING, title)


def fact(key: str, label: str, words: str | None) -> Iterator[ReadingRow]:
    """One row, or none where nothing is known."""
    if words:
        yield ReadingRow(key, RowKind.FACT, label, note=set_words(words))


def point(key: str, words: str, *, mark: str = "", icon: str = "") -> ReadingRow:
    """A sentence; a bracket at its end becomes the quiet line under it."""
    title, note = split_bracket(set_words(words))
    return ReadingRow(key, RowKind.POINT, title, note=note, mark=mark, icon=icon, strong=len(title) <= _LONG)


def numbered(key: str, sentences: Sequence[str]) -> Iterator[ReadingRow]:
    for number, words in enumerate(sentences, 1):
        yield point(f"{key}-{number}", words, mark=str(number))


def split_bracket(words: str) -> tuple[str, str]:
    """`居民户口簿（全部页）` → (`居民户口簿`, `全部页`). Only one bracket, at the very end; anything else stays whole."""
    if words.endswith("）") and words.count("（") == 1 and words.index("（") > 0:
        title, _, note = words[:-1].partition("（")
        return title, note
    return words, ""


def entry_rows(prefix: str, title: str, codes: Iterable[EntryCode], edition: Edition) -> Iterator[ReadingRow]:
    """A section title and one row to press for every entry that this edition has. The key of each is its code."""
    known = [code for code in codes if code in edition]
    if known:
        yield ReadingRow(prefix, RowKind.SECTION, title)
    for code in known:
        seen = entry_row_view(edition.rows[code], edition)
        yield ReadingRow(code, RowKind.ENTRY, seen.title, note=seen.subtitle, tag=seen.papers or seen.verdict)


def tab_rows(tab: Tab, item: ServiceItem, edition: Edition, *, promise: str = "") -> tuple[ReadingRow, ...]:
    """A tab from its first row to what belongs together with the item, which stands at the end of every tab. `promise`: the day by which it is
    done (promise_words), empty while that is not known."""
    match tab:
        case Tab.ELIGIBLE:
            rows = _eligible(item)
        case Tab.MATERIALS:
            rows = _materials(item)
        case Tab.STEPS:
            rows = _steps(item, promise)
        case Tab.BASIS:
            rows = _basis(item, edition)
        case _:
            assert_never(tab)
    return (*rows, *_related(tab, item, edition))


def _related(tab: Tab, item: ServiceItem, edition: Edition) -> Iterator[ReadingRow]:
    """The nearest few; 依据 names all that the catalogue does, its proofs already under their own title. A sensitive entry is suggested from
    a sensitive item alone."""
    codes = related_entries(edition, item)
    if tab is Tab.BASIS:
        named = (code for code in item.related_items if code in edition and _may_suggest(item, code, edition))
        codes = tuple(code for code in dict.fromkeys((*named, *codes)) if code not in item.proofs)
    yield from entry_rows("related", "接着可能要看", codes, edition)


def _may_suggest(item: ServiceItem, code: EntryCode, edition: Edition) -> bool:
    return item.sensitive or not edition.rows[code].sensitive


# -- 我能办吗 ------------------------------------------------------------------------------------------------------------------


def _elsewhere(item: ServiceItem) -> Iterator[ReadingRow]:
    """Where an item is really done that this hall only gives guidance on: said first, where one asks whether and how."""
    if not item.hall_role.served_here:
        where = f"办在{set_words(item.decided_by or item.counter_words)}"
        note = "本大厅只指引，告诉您怎么办"
        yield ReadingRow(
            "elsewhere", RowKind.POINT, where, note=note, icon=icon_character("map-marker-outline"), strong=len(where) <= _LONG
        )


def _eligible(item: ServiceItem) -> Iterator[ReadingRow]:
    yield from _elsewhere(item)
    if item.eligibility:
        yield from numbered("eligible", item.eligibility)
    else:
        yield point("eligible", "能不能办，以窗口答复为准", mark="?")
    more = [
        *fact("audience", "谁能办", in_a_row([_WHO.get(who, who) for who in item.audience])),
        *fact("benefit", "能得到", item.benefit_note),
        *fact("changes", "新变化", item.changes_note),
        *fact("description", "说明", item.description),
    ]
    if more:
        yield heading("about", "这件事是什么")
        yield from more


# -- 要带什么 ------------------------------------------------------------------------------------------------------------------


def _materials(item: ServiceItem) -> Iterator[ReadingRow]:
    always = [m for m in item.materials if m.always_brought]
    perhaps = [m for m in item.materials if m.perhaps_brought]
    counter = [m for m in item.materials if m.from_counter and not m.omitted]
    omitted = [m for m in item.materials if m.omitted]
    if not item.materials:
        yield point("materials", "要带什么，以窗口答复为准", mark="?")
    for key, title, group in (
        ("always", "", always),
        ("counter", "", counter),
        ("perhaps", f"看情况，可能还要 {len(perhaps)} 样", perhaps),
        ("omitted", f"不用带 {len(omitted)} 样", omitted),
    ):
        if group:
            if title:
                yield heading(key, title)
            for number, material in enumerate(group, 1):
                yield _material(f"{key}-{number}", material, item)


def _material(key: str, material: Material, item: ServiceItem) -> ReadingRow:
    title, detail = split_bracket(set_words(material.name))
    condition = (
        material_condition(material, item.situations) if material.perhaps_brought or (material.from_counter and material.when) else ""
    )
    where = "" if material.from_counter and not material.where_to_get else material.where_to_get or ""
    notes = [detail, condition, *(set_words(words) for words in (material.note, where) if words)]
    return ReadingRow(
        key,
        RowKind.POINT,
        title,
        note="；".join(dict.fromkeys(note.rstrip("。；") for note in notes if note)),
        icon=icon_character("cloud-check-outline" if material.omitted else _FORM_ICONS[material.form]),
        tag=material_tag(material),
        tone=Tone.OMITTED if material.omitted else Tone.COUNTER if material.from_counter else Tone.PLAIN,
        strong=True,
        look=look_words(material),
        leads=str(next(position for position, each in enumerate(item.materials) if each is material)) if material.attachments else "",
    )


def material_condition(material: Material, situations: Sequence[Situation]) -> str:
    """When a paper is needed, in the words of the question that tells; of the note alone where no question does."""
    known = {situation.id: situation for situation in situations}
    said = []
    for condition in material.when:
        situation = known.get(condition.situation)
        if situation is not None:
            labels = [answer.label for answer in situation.answers if answer.id in condition.answers]
            said.append(f"{situation.question}答“{'”“'.join(labels)}”的带")
    return set_words("；".join(said)) or ("" if material.note else "以窗口答复为准")


def material_tag(material: Material) -> str:
    """`看原件`, `复印件 2 份`, `部门自己查`."""
    match material.requirement:
        case Requirement.OMIT_BY_DATA_SHARING:
            return "部门自己查"
        case Requirement.OMIT_BY_COMMITMENT:
            return "写承诺就行"
        case Requirement.REQUIRED | Requirement.CONDITIONAL:
            pass
    if material.provider is MaterialProvider.COUNTER:
        return "窗口给"
    if material.provider is MaterialProvider.SHARED_DATA:
        return "多半能联网查"
    copies = f" {material.copies} 份" if material.copies and material.copies > 1 else ""
    return _FORM_TAGS[material.form] + copies


# -- 怎么办 --------------------------------------------------------------------------------------------------------------------


def _steps(item: ServiceItem, promise: str) -> Iterator[ReadingRow]:
    yield from _elsewhere(item)
    if item.steps:
        yield from numbered("step", item.steps)
    else:
        yield point("step", "怎么办，以窗口答复为准", mark="?")
    yield from fact("result", "办完拿到", item.result)
    yield heading("place", "在哪办，要谁来")
    yield from fact("counter", "在哪办", item.counter_words)
    yield from fact("role", "大厅做什么", item.hall_role_words if item.hall_role_words != item.counter_words else None)
    yield from fact("decided", "谁来定", item.decided_by)
    yield from fact("person", "要本人来吗", _in_person(item))
    yield from fact("online", "网上能办吗", _online(item))
    yield from fact("helpable", "帮办", "可以找金小二帮办" if item.helpable else None)
    yield from fact("hotline", "打电话问", item.hotline)
    yield heading("time", "多久，多少钱")
    yield from fact("statutory", "规定最长", _limit_words(item.statutory))
    own = item.verification.status is VerificationStatus.VERIFIED
    yield from fact("promised", "大厅承诺" if own else "别处参考", _limit_words(item.promised))
    yield from fact("promise", "算下来", promise)
    yield from fact("time-note", "时间说明", item.time_note)
    if not (_limit_words(item.statutory) or _limit_words(item.promised) or item.time_note):
        yield from fact("time-unknown", "多久", "以窗口答复为准")
    yield from fact("fee", "多少钱", joined(item.fee.text or "以窗口答复为准", item.fee.basis))
    yield from reduction_rows(item)
    if item.common_mistakes:
        yield heading("mistakes", "容易白跑的地方")
        for number, words in enumerate(item.common_mistakes, 1):
            yield point(f"mistake-{number}", words, icon=icon_character("alert-circle-outline"))


def joined(*parts: str | None) -> str:
    """What is known, in one sentence: `一；二`."""
    return "；".join(part.rstrip("。") for part in parts if part)


def _limit_words(limit: TimeLimit) -> str:
    return joined(time_words(limit.days, limit.unit), limit.note, limit.basis)


def _in_person(item: ServiceItem) -> str:
    need = {True: "要本人来", False: "不用本人来", None: ""}[item.in_person_required]
    visits = "一趟都不用跑" if item.visits == 0 else f"跑 {item.visits} 趟" if item.visits else ""
    return joined(need, visits, item.in_person_note) or "以窗口答复为准"


def _online(item: ServiceItem) -> str:
    """A channel nobody has looked into is not named: silence is not a no."""
    named = (
        (item.online.zhenghaoban, "郑好办"),
        (item.online.henan_zwfw, "河南政务服务网"),
        (item.online.national_si_platform, "国家社会保险公共服务平台"),
    )
    can = in_a_row([name for works, name in named if works])
    cannot = in_a_row([name for works, name in named if works is False])
    return joined(f"{can}能办" if can else "", f"{cannot}不能办" if cannot else "", item.online_note) or "以窗口答复为准"


# -- 依据 ----------------------------------------------------------------------------------------------------------------------


def _basis(item: ServiceItem, edition: Edition) -> Iterator[ReadingRow]:
    if item.legal_basis:
        for number, basis in enumerate(item.legal_basis, 1):
            yield _legal(f"law-{number}", basis)
    else:
        yield point("law", "依据以窗口答复为准", mark="?")
    proofs = [code for code in item.proofs if code in edition and _may_suggest(item, code, edition)]
    yield from entry_rows("proofs", "可能碰到的证明", proofs, edition)
    yield heading("official", "这件事在册的写法")
    yield from fact("list", "在哪份清单", list_name(item.list))
    yield from fact("name", "正式名称", item.name)
    yield from fact("authority", "主管", item.authority)
    yield from fact("type", "事项类型", joined(item.item_type, item.item_subtype))
    yield from fact("verification", "核对", verification_words(item.verification.status, item.verification.assured_date))
    yield from fact("open", "还要核对", "；".join(item.verification.open_points))
    yield from fact("source", "资料来源", item.source.note)


def _legal(key: str, basis: LegalBasis) -> ReadingRow:
    notes = [set_words(words) for words in (basis.article, basis.note) if words]
    return ReadingRow(
        key,
        RowKind.POINT,
        set_words(basis.title),
        note="；".join(notes),
        icon=icon_character("scale-balance"),
        strong=len(basis.title) <= _LONG,
    )


def verification_words(status: VerificationStatus, assured: object) -> str:
    return f"核对于 {assured}" if status is VerificationStatus.VERIFIED and assured else NOT_VERIFIED
