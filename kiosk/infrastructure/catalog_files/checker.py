"""What is wrong in catalog/: one fault per line, with how to mend it. Nothing is published from a catalogue that has faults.

Here: the schema put into plain Chinese, then the rules that no schema can state (counts, links, situations, wording, hotlines, dates).
Elsewhere: reading files (source_tree), what the fields mean (domain.catalog).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.domain.catalog import CatalogList
from kiosk.infrastructure.catalog_files.attachments import FOLDER as ATTACHMENTS
from kiosk.infrastructure.catalog_files.documents import Document
from kiosk.infrastructure.catalog_files.faults import Fault
from kiosk.infrastructure.catalog_files.source_tree import (
    EDITION,
    SOURCES,
    VOCABULARIES,
    CatalogContent,
    SourceTree,
    content_of,
    read_schema,
    read_tree,
)

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

LONGEST_SENTENCE = 25
"""Hanzi in one sentence of a summary or a hint."""
FEWEST_ALIASES = 8

NATIONAL_HOTLINES = frozenset(
    {"110", "119", "120", "122", "12301", "12306", "12309", "12315", "12319", "12329", "12333", "12337", "12338", "12345", "12348", "12355",
     "12356", "12366", "12367", "12368", "12371", "12378", "12385", "12388", "12389", "12393", "12395"}
)  # fmt: skip
_ITEM_LISTS = (CatalogList.CONVENIENCE.value, CatalogList.SOCIAL_SECURITY.value)
_CODE_PREFIX = {"convenience": "WHL-", "social_security": "WHL-SB-", "retained": "BL-", "abolished": "QX-"}
_FOLDER = {"retained": "proofs/retained", "abolished": "proofs/abolished"}
_SUSPECT_PHONES = (
    re.compile(r"(?<![0-9A-Za-z])1[3-9]\d{9}(?!\d)"),
    re.compile(r"(?<!\d)0\d{2,3}[-－—– ]?\d{7,8}(?!\d)"),
    re.compile(r"(?<!\d)[48]00[-－ ]?\d{3,4}[-－ ]?\d{3,4}(?!\d)"),
    re.compile(r"(?<![\d.])(?<!\d[-－—– ])[2-9]\d{6,7}(?!\d)"),
    re.compile(r"(?<!\d)(?:12\d{3}|9[56]\d{3,4})(?!\d)"),
)
_PHONE_FREE = frozenset({"code", "source"})
_HANZI = re.compile(r"[\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"[。！？；]")


@dataclass(frozen=True, slots=True)
class CheckedCatalog:
    """Either faults or content, never both."""

    content: CatalogContent | None
    faults: tuple[Fault, ...]


def check_catalog(folder: Path, *, today: date) -> CheckedCatalog:
    """Read and check catalog/. `today` bounds dates: nothing can have been checked tomorrow.

    Rules that look at several files run only on files that pass their schema, so that one slip is one fault.
    """
    tree, faults = read_tree(folder)
    unreadable = {fault.file for fault in faults}
    faults += _against_schemas(tree, unreadable)
    broken = {fault.file for fault in faults}
    entries = {name: document for name, document in tree.entries.items() if name not in broken}
    whole = not broken
    for name, document in entries.items():
        faults += _entry_faults(name, document, today)
    faults += _uniqueness_faults(entries)
    if VOCABULARIES not in broken:
        faults += _vocabulary_faults(tree.vocabularies, entries, whole=whole)
    if SOURCES not in broken:
        faults += _source_faults(tree.sources, entries)
    if EDITION not in broken:
        faults += _edition_faults(tree.edition, entries, whole=whole)
    faults += _link_faults(entries, whole=whole)
    faults += tree.attachments.faults
    faults += _attachment_faults(entries, tree.attachments.present, whole=whole)
    if faults:
        return CheckedCatalog(None, tuple(sorted(set(faults))))
    return CheckedCatalog(content_of(tree), ())


def hanzi(text: str) -> int:
    """How many Hanzi; digits, Latin letters and punctuation are not counted."""
    return len(_HANZI.findall(text))


def _against_schemas(tree: SourceTree, unreadable: set[str]) -> Iterator[Fault]:
    from jsonschema import Draft202012Validator

    validators = {
        name: Draft202012Validator(read_schema(tree.folder, name)) for name in ("item", "proof", "vocabularies", "edition", "sources")
    }
    files: list[tuple[str, Document, str]] = [
        (EDITION, tree.edition, "edition"),
        (VOCABULARIES, tree.vocabularies, "vocabularies"),
        (SOURCES, tree.sources, "sources"),
    ]
    files += [(name, document, "item" if name.startswith("items/") else "proof") for name, document in tree.entries.items()]
    for name, document, schema in files:
        if name not in unreadable:
            yield from (_schema_fault(name, error) for error in validators[schema].iter_errors(document))


def _schema_fault(name: str, error: ValidationError) -> Fault:
    field = _path(error.absolute_path)
    schema: Mapping[str, Any] = error.schema if isinstance(error.schema, Mapping) else {}
    title = schema.get("title", "")
    shown = _shown(error.instance)
    value: Any = error.validator_value
    instance: Any = error.instance
    match error.validator:
        case "additionalProperties":
            extra = sorted(set(instance) - set(schema["properties"]))
            return Fault(name, field, f"多了不认得的项 {'、'.join(map(str, extra))}", "看看是不是写错了字，或删掉它")
        case "required":
            missing = sorted(set(value) - set(instance))
            return Fault(name, field, f"缺少 {'、'.join(missing)}", "补上；没有查实就写 null")
        case "enum":
            allowed = "、".join("null" if option is None else str(option) for option in value)
            return Fault(name, field, f"{title}不能是 {shown}", f"只能用 {allowed}")
        case "type":
            return Fault(name, field, f"{title}的写法不对（{shown}）", f"要写成{_type_words(value)}")
        case "minLength":
            return Fault(name, field, f"{title}是空的", "写上内容，没有就删掉这一项")
        case "maxLength":
            return Fault(name, field, f"{title}太长（{len(instance)} 字）", f"改到 {value} 字以内")
        case "minItems":
            return Fault(name, field, f"{title}只有 {len(instance)} 条", f"至少要 {value} 条")
        case "maxItems":
            return Fault(name, field, f"{title}有 {len(instance)} 条", f"最多 {value} 条")
        case "uniqueItems":
            return Fault(name, field, f"{title}里有重复的", "删掉多余的那条")
        case "pattern":
            return Fault(name, field, f"{title}的样子不对（{shown}）", "照着别的文件写")
        case "minimum" | "maximum":
            return Fault(name, field, f"{title}不能是 {shown}", f"{'不能小于' if error.validator == 'minimum' else '不能大于'} {value}")
        case _:
            return Fault(name, field, f"{title}不合规定（{error.validator}）", "对照 schema 目录里的说明改")


def _path(parts: Iterable[str | int]) -> str:
    path = ""
    for part in parts:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path


def _shown(value: object) -> str:
    if value is None:
        return "空"
    text = str(value)
    return f"“{text[:20]}…”" if len(text) > 20 else f"“{text}”"


def _type_words(types: str | Sequence[str]) -> str:
    words = {
        "string": "文字",
        "integer": "整数",
        "boolean": "true 或 false",
        "null": "null",
        "array": "一条条的列表",
        "object": "一组“名称: 内容”",
    }
    return "或".join(words.get(one, one) for one in ([types] if isinstance(types, str) else types))


def _entry_faults(name: str, document: Document, today: date) -> Iterator[Fault]:
    yield from _place_faults(name, document)
    yield from _summary_faults(name, document)
    yield from _alias_faults(name, document)
    yield from _phone_faults(name, document)
    yield from _verification_faults(name, document["verification"], today)
    if document["list"] in _ITEM_LISTS:
        yield from _time_faults(name, document)
        yield from _situation_faults(name, document)
    else:
        yield from _proof_faults(name, document)


def _place_faults(name: str, document: Document) -> Iterator[Fault]:
    code, which = document["code"], document["list"]
    folder = _FOLDER.get(which, f"items/{document.get('department')}")
    if name != f"{folder}/{code}.yaml":
        yield Fault(name, "code", f"文件放的地方和内容对不上（编码 {code}）", f"移到 {folder}/{code}.yaml，或改正内容")
    in_social = code.startswith("WHL-SB-")
    if not code.startswith(_CODE_PREFIX[which]) or (which == "convenience" and in_social):
        yield Fault(name, "list", f"编码 {code} 不属于清单 {which}", "改 list，编码不能改")


def _summary_faults(name: str, document: Document) -> Iterator[Fault]:
    for index, text in enumerate(document["summary"]):
        field = f"summary[{index}]"
        for sentence in _SENTENCE_END.split(text):
            if hanzi(sentence) > LONGEST_SENTENCE:
                yield Fault(name, field, f"一句话有 {hanzi(sentence)} 个汉字", f"改到 {LONGEST_SENTENCE} 个以内，或拆成两句")
        if "！" in text or "!" in text:
            yield Fault(name, field, "用了感叹号", "改成句号")


def _alias_faults(name: str, document: Document) -> Iterator[Fault]:
    aliases = document["aliases"]
    if len(aliases) < FEWEST_ALIASES:
        yield Fault(name, "aliases", f"俗称只有 {len(aliases)} 个", f"至少写 {FEWEST_ALIASES} 个大家平时的说法")
    folded = Counter(_folded(alias) for alias in aliases)
    for index, alias in enumerate(aliases):
        if folded[_folded(alias)] > 1 and alias != next(a for a in aliases if _folded(a) == _folded(alias)):
            yield Fault(name, f"aliases[{index}]", f"“{alias}”和前面的只差标点或空格", "删掉一个")


def _folded(text: str) -> str:
    return re.sub(r"[\s\W_]+", "", text).lower()


def _phone_faults(name: str, document: Document) -> Iterator[Fault]:
    for field, text in _strings(document):
        if field.split(".")[0].split("[")[0] in _PHONE_FREE:
            continue
        if field == "hotline":
            if text not in NATIONAL_HOTLINES:
                yield Fault(name, field, f"“{text}”不是全国统一的热线", "改成 12345 这样的全国热线，本地电话由大厅设置里填")
            continue
        for pattern in _SUSPECT_PHONES:
            for found in pattern.findall(text):
                if found not in NATIONAL_HOTLINES:
                    yield Fault(name, field, f"像是本地电话“{found}”", "删掉；目录里只留全国热线")


def _strings(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    match value:
        case str():
            yield path, value
        case Mapping():
            for key, inner in value.items():
                yield from _strings(inner, f"{path}.{key}" if path else str(key))
        case list():
            for index, inner in enumerate(value):
                yield from _strings(inner, f"{path}[{index}]")
        case _:
            return


def _verification_faults(name: str, verification: Document, today: date) -> Iterator[Fault]:
    field = "verification.assured_date"
    assured = verification.get("assured_date")
    if verification["status"] == "verified" and assured is None:
        yield Fault(name, field, "写着已核对，却没有日期", "补上核对那天的日期，或改回 pending")
    if verification["status"] == "pending" and assured is not None:
        yield Fault(name, field, "还没核对，却有核对日期", "删掉日期，或把 status 改成 verified")
    if assured is not None:
        yield from _date_faults(name, field, assured, today)


def _date_faults(name: str, field: str, text: str, latest: date) -> Iterator[Fault]:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        yield Fault(name, field, f"没有“{text}”这一天", "写成 2026-11-22 这样")
        return
    if day > latest:
        yield Fault(name, field, f"{text} 还没到", "改成今天或更早")
    elif day < date(2015, 1, 1):
        yield Fault(name, field, f"{text} 太早", "看看年份是不是写错了")


def _time_faults(name: str, document: Document) -> Iterator[Fault]:
    for key in ("statutory", "promised"):
        limit = document[key]
        if (limit["days"] is None) != (limit["unit"] is None):
            yield Fault(name, f"{key}.unit", "天数和单位要么都写，要么都空", "补上工作日或自然日，或把两样都写成 null")
    statutory, promised = document["statutory"], document["promised"]
    both = statutory["days"] is not None and promised["days"] is not None
    if both and statutory["unit"] == promised["unit"] and promised["days"] > statutory["days"]:
        yield Fault(name, "promised.days", f"承诺 {promised['days']} 天比法定 {statutory['days']} 天还长", "核对两个数字")


def _proof_faults(name: str, document: Document) -> Iterator[Fault]:
    needed = {"retained": ("issued_by", "obtain_steps"), "abolished": ("replaced_by", "replacement_how", "former_issuer")}
    for field in needed[document["list"]]:
        if not document.get(field):
            yield Fault(name, field, "没有写", "要开的写清谁开、怎么开，不用开的写清用什么代替、以前谁开")


def _situation_faults(name: str, document: Document) -> Iterator[Fault]:
    situations = document.get("situations", [])
    materials = document["materials"]
    yield from _question_faults(name, situations)
    broken = list(_condition_faults(name, situations, materials))
    yield from broken
    if not broken:
        yield from _idle_answers(name, situations, materials)
    if not situations and any(material["requirement"] == "conditional" for material in materials):
        yield Fault(name, "situations", "有看情况才要的材料，却没有情况提问", "写一到五个问题，并在那份材料上写 when")


def _question_faults(name: str, situations: Sequence[Document]) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, situation in enumerate(situations):
        field = f"situations[{index}]"
        if situation["id"] in seen:
            yield Fault(name, f"{field}.id", f"编号 {situation['id']} 用了两次", "换一个编号")
        seen.add(situation["id"])
        for key, word in (("id", "编号"), ("label", "字样")):
            if len({answer[key] for answer in situation["answers"]}) < len(situation["answers"]):
                yield Fault(name, f"{field}.answers", f"有两个回答的{word}一样", "改掉一个")
        if not situation["question"].endswith(("？", "?")):
            yield Fault(name, f"{field}.question", "不是问句", "改成问句，用问号结尾")


def _condition_faults(name: str, situations: Sequence[Document], materials: Sequence[Document]) -> Iterator[Fault]:
    answers = {situation["id"]: {answer["id"] for answer in situation["answers"]} for situation in situations}
    for index, material in enumerate(materials):
        for position, condition in enumerate(material.get("when", [])):
            field = f"materials[{index}].when[{position}]"
            offered = answers.get(condition["situation"])
            if offered is None:
                yield Fault(name, field, f"没有编号是 {condition['situation']} 的问题", "改成 situations 里有的编号")
                continue
            unknown = [answer for answer in condition["answers"] if answer not in offered]
            if unknown:
                yield Fault(name, field, f"问题 {condition['situation']} 没有回答 {'、'.join(unknown)}", "改成那个问题里有的回答编号")
            elif set(condition["answers"]) == offered:
                yield Fault(name, field, "每个回答都要这份材料", "去掉这个条件，或删掉不该有的回答")


def _idle_answers(name: str, situations: Sequence[Document], materials: Sequence[Document]) -> Iterator[Fault]:
    """Two answers of one question that lead to the same papers: one of them asks a person for nothing."""
    for index, situation in enumerate(situations):
        conditions = [c["answers"] for m in materials for c in m.get("when", []) if c["situation"] == situation["id"]]
        for one, other in combinations(situation["answers"], 2):
            if all((one["id"] in wanted) == (other["id"] in wanted) for wanted in conditions):
                yield Fault(
                    name,
                    f"situations[{index}].answers",
                    f"回答“{one['label']}”和“{other['label']}”要带的东西一样",
                    "合成一个回答，或写清哪份材料不同",
                )


def _uniqueness_faults(entries: Mapping[str, Document]) -> Iterator[Fault]:
    for field, word in (("code", "编码"), ("name", "正式名称"), ("plain_name", "平常叫法")):
        holders: dict[str, list[str]] = {}
        for name, document in entries.items():
            holders.setdefault(document[field], []).append(name)
        for value, names in holders.items():
            for name in names[1:]:
                yield Fault(name, field, f"{word}“{value}”已经用在 {names[0]}", "改成不一样的" if field != "code" else "换一个没用过的编码")


def _vocabulary_faults(vocabularies: Document, entries: Mapping[str, Document], *, whole: bool) -> Iterator[Fault]:
    known: dict[str, set[str]] = {}
    for part in ("departments", "themes", "life_events"):
        known[part] = set()
        for index, member in enumerate(vocabularies[part]):
            if member["id"] in known[part]:
                yield Fault(VOCABULARIES, f"{part}[{index}].id", f"编号 {member['id']} 用了两次", "换一个编号")
            known[part].add(member["id"])
    items = {name: document for name, document in entries.items() if document["list"] in _ITEM_LISTS}
    for name, document in items.items():
        for field, part in (("department", "departments"), ("theme", "themes")):
            if document[field] not in known[part]:
                yield Fault(name, field, f"词表里没有 {document[field]}", f"改成 {VOCABULARIES} 里 {part} 有的编号")
    yield from _life_event_faults(vocabularies["life_events"], items, whole=whole)


def _life_event_faults(events: Sequence[Document], items: Mapping[str, Document], *, whole: bool) -> Iterator[Fault]:
    present = {document["code"] for document in items.values()}
    standing: set[str] = set()
    for index, event in enumerate(events):
        field = f"life_events[{index}]"
        if hanzi(event["hint"]) > LONGEST_SENTENCE:
            yield Fault(VOCABULARIES, f"{field}.hint", f"一句话有 {hanzi(event['hint'])} 个汉字", f"改到 {LONGEST_SENTENCE} 个以内")
        codes = [code for group in event["groups"] for code in group["items"]]
        standing.update(codes)
        for code, times in Counter(codes).items():
            if times > 1:
                yield Fault(VOCABULARIES, field, f"“{event['name']}”里 {code} 出现了 {times} 次", "只留一处")
            if whole and code not in present:
                yield Fault(VOCABULARIES, field, f"没有编码是 {code} 的事项", "改正编码，或从分组里删掉")
    for name, document in items.items():
        if document["code"] not in standing:
            yield Fault(name, "code", "不在任何一个人生事件里", f"在 {VOCABULARIES} 的 life_events 里给它找一个分组")


def _source_faults(sources: Document, entries: Mapping[str, Document]) -> Iterator[Fault]:
    ids = [source["id"] for source in sources["sources"]]
    for id_, times in Counter(ids).items():
        if times > 1:
            yield Fault(SOURCES, "sources", f"编号 {id_} 用了 {times} 次", "换一个编号")
    for name, document in entries.items():
        for index, ref in enumerate(document["source"]["refs"]):
            if ref not in ids:
                yield Fault(name, f"source.refs[{index}]", f"来源表里没有 {ref}", f"在 {SOURCES} 里补上，或改正编号")


def _edition_faults(edition: Document, entries: Mapping[str, Document], *, whole: bool) -> Iterator[Fault]:
    yield from _date_faults(EDITION, "date", edition["date"], date(2099, 12, 31))  # an edition may be dated ahead
    if not whole:
        return
    present = Counter(document["list"] for document in entries.values())
    for which, declared in edition["counts"].items():
        if present[which] != declared:
            yield Fault(EDITION, f"counts.{which}", f"写着 {declared} 件，实际有 {present[which]} 件", "补齐文件，或改正件数")


def _attachment_faults(entries: Mapping[str, Document], present: frozenset[str], *, whole: bool) -> Iterator[Fault]:
    """Names that lead to no file, two of a kind on one paper, files that no paper names. A name is looked up among those that stand in the
    folder and is never made into a path."""
    used: set[str] = set()
    for name, document in entries.items():
        for index, material in enumerate(document.get("materials", ())):
            attachments = material.get("attachments", ())
            for position, attachment in enumerate(attachments):
                field = f"materials[{index}].attachments[{position}]"
                used.add(attachment["file"])
                if attachment["file"] not in present:
                    yield Fault(name, f"{field}.file", f"{ATTACHMENTS} 里没有 {_shown(attachment['file'])}", "把文件放进去，或改正文件名")
                if attachment["kind"] in {other["kind"] for other in attachments[:position]}:
                    yield Fault(name, f"{field}.kind", "一份材料有两个同一种附件", "空白表、填好的样子各留一个")
    if whole:
        for unused in sorted(present - used):
            yield Fault(f"{ATTACHMENTS}/{unused}", "", "没有哪份材料用到它", "在事项的材料里写上它，或移走")


def _link_faults(entries: Mapping[str, Document], *, whole: bool) -> Iterator[Fault]:
    by_code = {document["code"]: document for document in entries.values()}

    def links(name: str, document: Document, field: str, back: str) -> Iterator[Fault]:
        for index, code in enumerate(document.get(field, [])):
            place = f"{field}[{index}]"
            other = by_code.get(code)
            if code == document["code"]:
                yield Fault(name, place, "指向了自己", "删掉这一条")
            elif other is None:
                if whole:
                    yield Fault(name, place, f"没有编码是 {code} 的事项或证明", "改正编码，或删掉这一条")
            elif document["code"] not in other.get(back, []):
                yield Fault(name, place, f"{code} 没有指回来", f"在 {code} 的 {back} 里补上 {document['code']}")

    for name, document in entries.items():
        if document["list"] in _ITEM_LISTS:
            yield from links(name, document, "related_items", "related_items")
            yield from links(name, document, "proofs", "related_items")
        else:
            yield from links(name, document, "related_items", "proofs")
