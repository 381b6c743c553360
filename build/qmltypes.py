"""Types of the Python view models, for qmllint: kiosk/interface/**/*.py → .cache/qml/<URI as a path>/{*.qmltypes, qmldir}.

pyside6-metaobjectdump reads the sources (it imports nothing), pyside6-qmltyperegistrar writes the types. The dump is made of all modules
at once, the shared ones first: only so are base classes of another file known to be QObjects. Then it is parted by QML_IMPORT_NAME.

Elsewhere: running qmllint (checks.py).
"""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any


class NotGenerated(Exception):
    """A tool of the chain failed; the message holds its words."""


def generate(root: Path, out: Path, tool: Callable[[str], str], variables: Mapping[str, str]) -> None:
    """Write the types of every module that names a QML_IMPORT_NAME; `out` is made anew."""
    interface = root / "kiosk" / "interface"
    shared = sorted((interface / "shared").rglob("*.py"))
    sources = [*shared, *(path for path in sorted(interface.rglob("*.py")) if path not in shared)]
    sources = [path for path in sources if _has_class(path)]
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    if not sources:
        return
    dump = out / "all.json"
    _run([tool("pyside6-metaobjectdump"), "--quiet", "-o", str(dump), *map(str, sources)], variables)
    modules: dict[str, list[dict[str, Any]]] = {}
    unnamed: list[dict[str, Any]] = []
    for entry in json.loads(dump.read_text(encoding="utf-8")):
        name = entry.get("QML_IMPORT_NAME")
        (modules.setdefault(name, []) if name else unnamed).append(entry)
    qt = [_qt_metatypes(root, name) for name in ("core", "gui", "qml", "quick")]
    for name, entries in modules.items():
        folder = out / Path(*name.split("."))
        folder.mkdir(parents=True, exist_ok=True)
        own = _write(out / f"{name}.json", entries)
        # Bases without a module of their own (a page's common part) and those of the other modules.
        foreign = _write(out / f"{name}.foreign.json", [*unnamed, *(e for other, es in modules.items() if other != name for e in es)])
        types = folder / f"{name.split('.')[-1]}.qmltypes"
        _run(
            [
                *(tool("pyside6-qmltyperegistrar"), "--generate-qmltypes", str(types), "--import-name", name),
                *("--major-version", "1", "--minor-version", "0", "--foreign-types", ",".join(map(str, [foreign, *qt]))),
                *("-o", str(out / f"{name}.cpp"), str(own)),
            ],
            variables,
        )
        depends = ["QtQml", *sorted(other for other in modules if other != name and _leans_on(entries, modules[other]))]
        (folder / "qmldir").write_text(
            f"module {name}\ntypeinfo {types.name}\n" + "".join(f"depends {other}\n" for other in depends), encoding="utf-8"
        )


def _has_class(path: Path) -> bool:
    return any(isinstance(node, ast.ClassDef) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def _leans_on(entries: list[dict[str, Any]], others: list[dict[str, Any]]) -> bool:
    """True when a class of the entries names a class of the others as its base or as the type of a property."""
    theirs = {each["className"] for entry in others for each in entry["classes"]}
    for entry in entries:
        for each in entry["classes"]:
            named = {base["name"] for base in each.get("superClasses", [])} | {p["type"].rstrip("*") for p in each.get("properties", [])}
            if named & theirs:
                return True
    return False


def _qt_metatypes(root: Path, name: str) -> Path:
    found = sorted(root.glob(f".venv/[Ll]ib*/**/PySide6/Qt/metatypes/qt6{name}_*metatypes.json"))
    if not found:
        found = sorted(root.glob(f".venv/[Ll]ib*/**/PySide6/metatypes/qt6{name}_*metatypes.json"))
    if not found:
        raise NotGenerated(f"PySide6 came without the metatypes of Qt's module {name}.")
    return found[0]


def _write(path: Path, entries: list[dict[str, Any]]) -> Path:
    path.write_text(json.dumps(entries), encoding="utf-8")
    return path


def _run(command: list[str], variables: Mapping[str, str]) -> None:
    result = subprocess.run(command, capture_output=True, text=True, env=dict(variables), check=False)
    # metaobjectdump exits with 0 on a source that it could not read; its words are the only sign.
    if result.returncode or result.stderr.strip():
        raise NotGenerated(f"{Path(command[0]).name} failed:\n{result.stdout}{result.stderr}")
