"""What a docstring or a document points at is there: modules, names, files, records of decisions.

A pointer to something that was moved or renamed is worse than none: whoever follows it loses trust in all of them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "kiosk"
_LAYERS = ("", "application", "infrastructure", "interface")
"""Where a dotted name may begin: `domain.hall`, `commands.staff`, `database.audit`, `shared.idle`."""
_SUBJECTS = "domain|application|infrastructure|interface|roles|commands|queries|ports|database|printing|catalog_files|speech|shared"
_DOTTED = re.compile(rf"(?<![\w./])(?:{_SUBJECTS})(?:\.[A-Za-z_]\w*)+(?!\w|\.?/)")
_MODULE = re.compile(r"(?<![\w./])[\w/]+\.py\b")
_DECISION = re.compile(r"\b(?:ADR |docs/adr/)(\d{4})")
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
_IMAGE = re.compile(r"""\bsrc(?:set)?="([^"]+)\"""")
_SPAN = re.compile(r"`([^`\s]+/[^`\s]*|[\w-]+\.(?:py|qml|md|toml))`")
_DRAWN = re.compile(r'class="name"[^>]*>([^<]+)<')
_TOPS = ("kiosk", "resources", "build", "tests", "catalog", "docs", ".ci")


def documented() -> list[tuple[Path, str]]:
    """Modules of the product and of its tools, with what their docstrings say."""
    found: list[tuple[Path, str]] = []
    for folder in ("kiosk", "build"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            tree = ast.parse(path.read_text("utf-8"))
            kinds = (ast.Module, ast.ClassDef, ast.FunctionDef)
            texts = (ast.get_docstring(node) for node in ast.walk(tree) if isinstance(node, kinds))
            found.append((path, "\n".join(text for text in texts if text)))
    return found


def documents() -> list[Path]:
    return [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "catalog").glob("*.md")]


@cache
def source_files() -> tuple[str, ...]:
    folders = ("kiosk", "build", "tests", "resources")
    return tuple(path.as_posix() for folder in folders for kind in ("*.py", "*.qml") for path in (ROOT / folder).rglob(kind))


def is_source(name: str) -> bool:
    """`home.py`, `database/audit.py`, `Theme/Inputs.qml`: some file of the tree ends so."""
    return any(file.endswith(f"/{name}") for file in source_files())


def is_dotted(name: str) -> bool:
    """A module or package; or a module and a name that it defines."""
    parts = name.split(".")
    for layer in _LAYERS:
        for taken in range(len(parts), 0, -1):
            base = SOURCE.joinpath(layer, *parts[:taken])
            files = sorted(base.glob("*.py")) if base.is_dir() else [base.with_suffix(".py")] if base.with_suffix(".py").is_file() else []
            if files:
                rest = parts[taken:]
                defined = rf"^\s*(?:class |def )?{re.escape(rest[0])}\b" if rest else ""
                return len(rest) < 3 and any(re.search(defined, file.read_text("utf-8"), re.MULTILINE) for file in files)
    return False


def is_decision(number: str) -> bool:
    return any((ROOT / "docs" / "adr").glob(f"{number}-*.md"))


def lost_in_docstring(text: str) -> Iterator[str]:
    yield from (name for name in _MODULE.findall(text) if not is_source(name))
    yield from (name for name in _DOTTED.findall(text) if not name.endswith(".py") and not is_dotted(name))
    yield from (f"ADR {number}" for number in _DECISION.findall(text) if not is_decision(number))


def spelt_out(path: str) -> list[str]:
    """`database/{audit,staff}.py` → both."""
    pieces = [piece[1:-1].split(",") if piece.startswith("{") else [piece] for piece in re.split(r"(\{[^}]*\})", path)]
    return ["".join(choice) for choice in product(*pieces)]


def is_file(name: str, document: Path) -> bool:
    """From the root, from the package, or from the document's own folder; `*` stands for anything."""
    starts = (ROOT, SOURCE, SOURCE / "interface", SOURCE / "infrastructure", SOURCE / "application", document.parent)
    return any(any(start.glob(name.rstrip("/"))) for start in starts) or is_source(name)


def lost_in_document(document: Path) -> Iterator[str]:
    text = document.read_text("utf-8")
    for link in (*_LINK.findall(text), *_IMAGE.findall(text)):
        if "://" not in link and not (document.parent / link).exists():
            yield link
    if document.parent.name == "adr" or document.name == "CHANGELOG.md":
        return  # what was decided or changed then is not rewritten when a file moves
    prose = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    for span in _SPAN.findall(prose):
        if any(mark in span for mark in "<>:|=…") or span.startswith(("/", "~", ".cache", "--")):
            continue  # a pattern, an address or somebody's own folder
        if span.split("/")[0] in _TOPS or span.endswith((".py", ".qml")):
            yield from (one for one in spelt_out(span) if not is_file(one, document))


def test_what_docstrings_point_at_is_there() -> None:
    texts = documented()
    assert sum(len(_MODULE.findall(text)) + len(_DOTTED.findall(text)) for _, text in texts) > 300, "the test must have seen pointers"
    assert [f"{path.relative_to(ROOT).as_posix()}: {lost}" for path, text in texts for lost in lost_in_docstring(text)] == []


def test_what_documents_point_at_is_there() -> None:
    assert sum(len(_SPAN.findall(path.read_text("utf-8"))) for path in documents()) > 100, "the test must have seen pointers"
    assert [f"{path.relative_to(ROOT).as_posix()}: {lost}" for path in documents() for lost in lost_in_document(path)] == []


def drawn_names(picture: str) -> set[str]:
    """What stands in a picture of docs/ as a name in code."""
    text = (ROOT / "docs" / "pictures" / picture).read_text("utf-8")
    return {name for words in _DRAWN.findall(text) for name in re.split(r"[^\w/.]+", words) if name}


@pytest.mark.parametrize("picture", ["layers.svg", "way-of-data.svg"])
def test_what_a_picture_names_is_there(picture: str) -> None:
    names = drawn_names(picture)
    assert len(names) > 10, "the test must have seen the names"
    source = "\n".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    stems = {Path(file).stem for file in source_files()} | {path.name for path in SOURCE.rglob("*") if path.is_dir()}
    parts = {part for name in names for part in ([name] if "/" in name else name.split("."))}
    lost = {part for part in parts - stems if not (ROOT / part).exists() and not re.search(rf"\b(?:class|def) {part}\b", source)}
    assert lost == set()


def test_the_picture_of_layers_has_every_face_and_every_package_of_adapters() -> None:
    packages = {path.parent.name for layer in ("interface", "infrastructure") for path in (SOURCE / layer).glob("*/__init__.py")}
    assert packages - drawn_names("layers.svg") == set()


def test_every_decision_stands_in_the_index() -> None:
    """Under its own title, once."""
    index = (ROOT / "docs" / "adr" / "README.md").read_text("utf-8")
    records = sorted(path for path in (ROOT / "docs" / "adr").glob("[0-9]*.md"))
    assert len(records) > 20, "the test must have seen the records"
    assert [path.name for path in records if index.count(f"]({path.name})") != 1] == []
    numbers = [path.name[:4] for path in records]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("name", ["domain.nowhere", "application.ports.Nobody", "commands.take_tea", "interface.citizen.home.nobody"])
def test_a_name_that_is_gone_is_seen(name: str) -> None:
    assert list(lost_in_docstring(f"Elsewhere: nothing ({name}).")) == [name]


@pytest.mark.parametrize("name", ["domain.hall", "application.ports.Clock", "commands.take_ticket", "database.audit", "shared.idle"])
def test_a_name_that_is_there_is_believed(name: str) -> None:
    assert list(lost_in_docstring(f"Elsewhere: something ({name}).")) == []
