"""One word for one thing: whatever the domain has a class for stands in the glossary, once, with its Chinese word."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GLOSSARY = ROOT / "docs" / "glossary.md"
_ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
_NAME = re.compile(r"`([A-Z]\w+)`")
_HANZI = re.compile(r"[\u4e00-\u9fff]")


def domain_names() -> set[str]:
    """Public classes of kiosk/domain, and the ids it makes of plain types."""
    names: set[str] = set()
    for path in (ROOT / "kiosk" / "domain").rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef):
                names.add(node.name)
            elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and getattr(node.value.func, "id", "") == "NewType":
                names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return {name for name in names if not name.startswith("_")}


def rows() -> list[tuple[str, str, str]]:
    """(Chinese term, English name, meaning) of every row but the headings."""
    found = [(row[1], row[2], row[3]) for row in _ROW.finditer(GLOSSARY.read_text("utf-8"))]
    return [row for row in found if row[0].strip() not in {"Term", "---"} and not set(row[0].strip()) <= {"-", ":"}]


def test_every_class_of_the_domain_stands_in_the_glossary() -> None:
    known = domain_names()
    assert len(known) > 50, "the test must have seen the domain"
    assert known - {name for _, names, _ in rows() for name in _NAME.findall(names)} == set()


def test_no_name_and_no_term_stands_twice() -> None:
    names = [name for _, row_names, _ in rows() for name in _NAME.findall(row_names)]
    terms = [term.strip() for term, _, _ in rows()]
    assert [name for name in set(names) if names.count(name) > 1] == []
    assert [term for term in set(terms) if terms.count(term) > 1] == []


def test_every_term_has_a_chinese_word_and_a_meaning() -> None:
    assert len(rows()) > 60
    assert [term for term, _, meaning in rows() if not _HANZI.search(term) or len(meaning.strip()) < 8] == []


def test_the_glossary_has_no_name_that_nobody_uses() -> None:
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "kiosk").rglob("*.py"))
    names = {name for _, row_names, _ in rows() for name in _NAME.findall(row_names)}
    assert [name for name in sorted(names) if not re.search(rf"\b{name}\b", source)] == []
