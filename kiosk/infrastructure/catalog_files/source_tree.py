"""Reading catalog/: YAML files to plain documents and to a whole `CatalogContent`.

Here: which file stands where and what YAML may do. Elsewhere: whether the content is right (checker), what becomes of it (edition_file).
YAML and JSON Schema libraries are imported when first needed: the kiosk never needs them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.domain.catalog import CatalogList, Department, Entry, LifeEvent, ServiceItem, Theme
from kiosk.infrastructure.catalog_files import documents, head_documents
from kiosk.infrastructure.catalog_files.attachments import AttachedFile, AttachedFiles, name_of, read_attachments
from kiosk.infrastructure.catalog_files.documents import Document
from kiosk.infrastructure.catalog_files.faults import Fault

if TYPE_CHECKING:
    import yaml

VOCABULARIES = "vocabularies.yaml"
EDITION = "edition.yaml"
SOURCES = "sources.yaml"


@dataclass(frozen=True, slots=True)
class SourceTree:
    """Everything in catalog/ as plain documents. `entries` by file name relative to `folder`, in the order of the boards."""

    folder: Path
    edition: Document
    vocabularies: Document
    sources: Document
    entries: Mapping[str, Document]
    attachments: AttachedFiles


@dataclass(frozen=True, slots=True)
class CatalogContent:
    """What an edition is made of: a value without number, complete and checked. `attached`: what its entries name by sha256, both the hall's
    files and the pictures of their pages."""

    name: str
    published_on: date
    entries: tuple[Entry, ...]
    departments: tuple[Department, ...]
    themes: tuple[Theme, ...]
    life_events: tuple[LifeEvent, ...]
    sources: tuple[Mapping[str, Any], ...]
    attached: Mapping[str, bytes] = field(default_factory=dict)


def read_tree(folder: Path) -> tuple[SourceTree, list[Fault]]:
    """Every YAML file of `folder`. A file that cannot be read becomes a fault and an empty document, so that the others are still checked."""
    faults: list[Fault] = []

    def read(relative: str) -> Document:
        return _read_yaml(folder, relative, faults)

    names = sorted(
        path.relative_to(folder).as_posix() for part in ("items", "proofs") for path in (folder / part).rglob("*") if path.is_file()
    )
    entries: dict[str, Document] = {}
    for name in names:
        if name.endswith(".yaml"):
            entries[name] = read(name)
        else:
            faults.append(Fault(name, "", "这里只放 .yaml 文件", "把它改成 .yaml，或移走"))
    tree = SourceTree(folder, read(EDITION), read(VOCABULARIES), read(SOURCES), entries, read_attachments(folder))
    return tree, faults


def read_schema(folder: Path, name: str) -> Document:
    """One JSON Schema of catalog/schema. OSError and ValueError mean a broken checkout, not an editor's fault."""
    schema: Document = json.loads((folder / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    return schema


def content_of(tree: SourceTree) -> CatalogContent:
    """The domain's view of a tree that the checker has passed. Items get their life events from the groups of the vocabularies."""
    departments = tuple(head_documents.department_from_document(d) for d in tree.vocabularies["departments"])
    life_events = tuple(head_documents.life_event_from_document(d) for d in tree.vocabularies["life_events"])
    standing: dict[str, list[str]] = {}
    for event in life_events:
        for code in event.items:
            standing.setdefault(code, []).append(event.id)
    used: dict[str, bytes] = {}
    entries = [
        documents.entry_from_document(
            {**_with_attached(document, tree.attachments.fit, used), "life_events": standing.get(document["code"], [])}
        )
        for document in tree.entries.values()
    ]
    lists = list(CatalogList)
    order = {department.id: index for index, department in enumerate(departments)}

    def board_order(entry: Entry) -> tuple[int, int, str]:
        """List, then department as in the vocabulary, then code. Social-security codes are one series: there the code decides."""
        place = order[entry.department] if isinstance(entry, ServiceItem) and entry.list is CatalogList.CONVENIENCE else 0
        return lists.index(entry.list), place, entry.code

    return CatalogContent(
        name=tree.edition["name"],
        published_on=date.fromisoformat(tree.edition["date"]),
        entries=tuple(sorted(entries, key=board_order)),
        departments=departments,
        themes=tuple(head_documents.theme_from_document(d) for d in tree.vocabularies["themes"]),
        life_events=life_events,
        sources=tuple(dict(source) for source in tree.sources["sources"]),
        attached=used,
    )


def _with_attached(document: Document, files: Mapping[str, AttachedFile], used: dict[str, bytes]) -> Document:
    """An item whose attachments say what is in them, not only where they lie. What they say is put into `used`."""
    if not any("attachments" in material for material in document.get("materials", ())):
        return document
    materials = []
    for material in document["materials"]:
        known = []
        for attachment in material.get("attachments", ()):
            file = files[attachment["file"]]
            pictures = {name_of(picture): picture for picture in file.pictures}
            used |= {file.content: file.data, **pictures}
            known.append({**attachment, "content": file.content, "pictures": [name_of(picture) for picture in file.pictures]})
        materials.append({**material, "attachments": known})
    return {**document, "materials": materials}


def _read_yaml(folder: Path, relative: str, faults: list[Fault]) -> Document:
    import yaml

    try:
        text = (folder / relative).read_text(encoding="utf-8")
    except FileNotFoundError:
        faults.append(Fault(relative, "", "没有这个文件", "补上它"))
        return {}
    except (OSError, UnicodeDecodeError) as error:
        faults.append(Fault(relative, "", f"读不出来（{error.__class__.__name__}）", "检查权限，并另存为 UTF-8"))
        return {}
    try:
        document = _construct(text)
    except yaml.MarkedYAMLError as error:
        line = "" if error.problem_mark is None else f"第 {error.problem_mark.line + 1} 行"
        faults.append(
            Fault(relative, line, f"YAML 写法不对（{error.problem or error.context or '看不懂'}）", "看缩进、冒号和引号，改到能读为止")
        )
        return {}
    except (yaml.YAMLError, ValueError, RecursionError):
        faults.append(Fault(relative, "", "有不能用的字符或写法", "删掉看不见的控制字符，照着别的文件写"))
        return {}
    if not isinstance(document, dict) or not all(isinstance(key, str) for key in document):
        faults.append(Fault(relative, "", "不是一组“名称: 内容”", "照着同目录别的文件写"))
        return {}
    return document


def _construct(text: str) -> object:
    """YAML as an editor means it: a date stays text, a key may not stand twice, and there are no anchors (they make files that explode)."""
    import yaml

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loader = base(text)
    loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in base.yaml_implicit_resolvers.items()
    }
    try:
        node = loader.get_single_node()
        if node is None:
            return None
        _look_through(node, set())
        return loader.construct_document(node)
    finally:
        loader.dispose()


def _look_through(node: yaml.Node, seen: set[int]) -> None:
    import yaml

    if id(node) in seen:
        raise yaml.constructor.ConstructorError(None, None, "不能用 & 和 * 引用", node.start_mark)
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            _look_through(child, seen)
    elif isinstance(node, yaml.MappingNode):
        keys: set[str] = set()
        for key, value in node.value:
            if key.value in keys:
                raise yaml.constructor.ConstructorError(None, None, f"“{key.value}”写了两遍", key.start_mark)
            keys.add(key.value)
            _look_through(value, seen)
