"""Every module says what belongs in it, and every module of the product also what is elsewhere."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONG = 500
"""Lines beyond which a module says why it is not two."""


def docstrings(*folders: str) -> dict[str, str]:
    """What each module of the folders says of itself."""
    modules = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return {path.relative_to(ROOT).as_posix(): ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "" for path in modules}


def has_neighbours(module: str) -> bool:
    """A package's own file has none: it names what lies in the package. A migration is one step of a row; the program picks, nothing else."""
    return not module.endswith(("__init__.py", "__main__.py")) and "/versions/" not in module


def test_every_module_says_what_belongs_in_it() -> None:
    said = docstrings("kiosk", "build", "tests")
    assert len(said) > 400, "the test must have seen the modules"
    assert [module for module, words in said.items() if len(words.split()) < 3] == []


def test_every_module_of_the_product_says_what_is_elsewhere() -> None:
    said = {module: words for module, words in docstrings("kiosk", "build").items() if has_neighbours(module)}
    assert len(said) > 200, "the test must have seen the modules"
    assert [module for module, words in said.items() if "elsewhere" not in words.lower()] == []


def test_a_long_module_says_why() -> None:
    said = docstrings("kiosk", "build")
    long = [module for module in said if len((ROOT / module).read_text("utf-8").splitlines()) > LONG]
    assert long, "the test must have seen a long module"
    assert [module for module in long if "Long because" not in said[module]] == []
