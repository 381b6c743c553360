"""Every module says what belongs in it."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_module_says_what_belongs_in_it() -> None:
    modules = [path for folder in ("kiosk", "build", "tests") for path in (ROOT / folder).rglob("*.py")]
    assert len(modules) > 40, "the test must have seen the modules"
    silent = [
        path.relative_to(ROOT).as_posix()
        for path in modules
        if len((ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").split()) < 3
    ]
    assert silent == []
