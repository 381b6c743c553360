"""The domain is true without a computer: it imports the standard library and itself. (The other layers: import-linter, in pyproject.toml.)"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOMAIN = ROOT / "kiosk" / "domain"


def imported(source: str) -> Iterator[str]:
    """Every module that a source imports, anywhere in it; a relative import as its dots."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def is_allowed(module: str) -> bool:
    top = module.split(".", maxsplit=1)[0]
    return top in sys.stdlib_module_names or module == "kiosk.domain" or module.startswith("kiosk.domain.")


def test_the_domain_imports_the_standard_library_and_itself_only() -> None:
    seen = [(path.relative_to(ROOT).as_posix(), module) for path in DOMAIN.rglob("*.py") for module in imported(path.read_text("utf-8"))]
    assert len(seen) > 30, "the test must have seen the domain's imports"
    assert [(path, module) for path, module in seen if not is_allowed(module)] == []


def test_the_test_sees_what_it_forbids() -> None:
    source = (
        "import yaml\ndef f():\n    from kiosk.application import ports\nfrom . import x\nfrom kiosk.domain.hall import Hall\nimport re"
    )
    assert [module for module in imported(source) if not is_allowed(module)] == ["yaml", ".", "kiosk.application"]
