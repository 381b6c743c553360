"""`check`: every tool is run, whatever the others said; one line for each at the end. Its settings stand in pyproject.toml.

Elsewhere: the tools' settings (pyproject.toml), types for qmllint (qmltypes.py).
"""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass

from environment import Environment


@dataclass(frozen=True, slots=True)
class Check:
    """One tool: what it is called in the summary, and its command line."""

    name: str
    command: list[str]


def run_checks(environment: Environment) -> int:
    """0 when all are content, else 1. What a tool says is printed only when it is not content."""
    results = [(check, *_run(check, environment)) for check in _checks(environment)]
    for check, said, passed, _ in results:
        if not passed:
            print(f"\n--- {check.name} ---\n{said.rstrip()}", flush=True)
    print()
    for check, _, passed, seconds in results:
        print(f"{'ok    ' if passed else 'FAILED'}  {check.name}  ({seconds:.1f} s)")
    failed = sum(not passed for _, _, passed, _ in results)
    print(f"check: {len(results) - failed} of {len(results)} tools are content.", flush=True)
    return 1 if failed else 0


def _checks(environment: Environment) -> list[Check]:
    tool, python, cache = environment.tool, str(environment.python), environment.cache
    qml = sorted(str(path.relative_to(environment.root)) for path in (environment.root / "resources" / "qml").rglob("*.qml"))
    return [
        Check("ruff format", [tool("ruff"), "format", "--check", "--diff", "."]),
        Check("ruff check", [tool("ruff"), "check", "."]),
        Check("mypy", [tool("mypy")]),
        # The branches for Windows are unreachable to the first run, and the others to this one.
        Check(
            "mypy for Windows",
            [tool("mypy"), "--platform", "win32", "--no-warn-unreachable", "--cache-dir", str(cache / "mypy-windows"), "kiosk"],
        ),
        Check("import layers", [tool("lint-imports"), "--cache-dir", str(cache / "import-linter")]),
        Check("qmllint", [tool("pyside6-qmllint"), "-W", "0", "-I", str(cache / "qml"), "-I", "resources/qml", *qml]),
        Check("catalogue", [python, "-m", "kiosk", "catalog", "check"]),
    ]


def _run(check: Check, environment: Environment) -> tuple[str, bool, float]:
    print(f"{check.name} …", file=sys.stderr, flush=True)
    began = time.monotonic()
    result = subprocess.run(
        check.command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env=environment.variables,
        cwd=environment.root,
        check=False,
    )
    return result.stdout, result.returncode == 0, time.monotonic() - began
