"""`python -m tests.benchmarks [--quick] [--json] [--only NAME]`: measures, prints, and says with its exit code whether all targets are met.

What is measured stands in one module per matter; here they are run one after the other, never at the same time.
Answers go to stdout, everything else to stderr. Exit 0: every target met or its miss explained; 1: not so; 2: wrong usage.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import os
import platform
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.benchmarks.figure import Figure
from tests.benchmarks.verdict import exit_code, explained_misses, table

PAGE = Path(__file__).resolve().parents[2] / "docs" / "performance.md"
MATTERS = ("first_frame", "tickets", "deeds", "touches", "pages", "slow", "search", "waits", "calls")


def machine() -> str:
    """Enough to know whether two runs may be compared; the load says whether the machine had other work."""
    model = platform.processor() or platform.machine()
    described = Path("/proc/cpuinfo")
    if described.is_file():
        lines = described.read_text("utf-8", errors="replace").splitlines()
        model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), model)
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{os.cpu_count()} × {model}, {platform.system()} {platform.machine()}, Python {platform.python_version()}{load}"


def measured(matter: str, *, quick: bool) -> Sequence[Figure]:
    """The figures of one matter. A matter may hand them over as plain mappings."""
    module = importlib.import_module(f"tests.benchmarks.{matter}")
    found: Sequence[Figure | Mapping[str, object]] = module.figures(quick=quick)
    return [each if isinstance(each, Figure) else Figure(**each) for each in found]  # type: ignore[arg-type]


def main(argv: Sequence[str] | None = None) -> int:
    there = [matter for matter in MATTERS if importlib.util.find_spec(f"tests.benchmarks.{matter}") is not None]
    arguments = argparse.ArgumentParser(prog="dev.py bench", description="Measures the product beside a floor or a peer in the same run.")
    arguments.add_argument("--quick", action="store_true", help="fewer runs, at most 45 seconds")
    arguments.add_argument("--json", action="store_true", help="one line for programs instead of a table")
    arguments.add_argument("--only", action="append", choices=there, metavar="NAME", help=f"one of {', '.join(there)}; may be repeated")
    wished = arguments.parse_args(argv)
    where = machine()
    figures: list[Figure] = []
    for matter in wished.only or there:
        started = time.monotonic()
        figures += measured(matter, quick=wished.quick)
        print(f"bench: {matter}, {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    explained = explained_misses(PAGE.read_text("utf-8") if PAGE.is_file() else "")
    if wished.json:
        print(json.dumps({"machine": where, "figures": [figure.as_json() for figure in figures]}, ensure_ascii=False))
    else:
        print(where, table(figures, explained), sep="\n")
    return exit_code(figures, explained)


if __name__ == "__main__":
    sys.exit(main())
