"""`python -m tests.survival [--quick] [--json] [--only NAME] [--seed N]`: how long the kiosk lives with what life does to it.

`kill`: processes killed while they issue numbers. `damage`: databases damaged in every way. `touches`: random touches in compressed time, shared
by KIOSKS kiosks side by side, each with a lot of its own: one touch is some tens of milliseconds of processor time, which is what bounds it.
The slow tests of this folder run small samples of the same. Answers go to stdout, everything else to stderr. Exit 0: no fault; 1: there was
one, and its seed is told; 2: wrong usage.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
WHOLE: Mapping[str, int] = {"kill": 1000, "damage": 200, "touches": 200_000}
QUICK: Mapping[str, int] = {"kill": 60, "damage": 40, "touches": 1000}
MODULES: Mapping[str, str] = {"kill": "kill_issuing", "damage": "damage", "touches": "touches"}
KIOSKS: Mapping[str, int] = {"touches": 2}
GROWTH_PERCENT = 3.0
"""Of memory over the second half of the touches: level, but for what the allocator keeps."""


def run(matter: str, count: int, seed: int) -> dict[str, Any]:
    """One matter in processes of its own; what they say on stderr passes through."""
    began = time.monotonic()
    share = KIOSKS.get(matter, 1)
    words = [sys.executable, "-m", f"tests.survival.{MODULES[matter]}", str(count // share)]
    running = [subprocess.Popen([*words, str(seed + each)], cwd=ROOT, stdout=subprocess.PIPE, text=True) for each in range(share)]
    said = [process.communicate()[0] for process in running]
    code = next((process.returncode for process in running if process.returncode), 0)
    answers: list[dict[str, Any]] = [json.loads(each.splitlines()[-1]) if each else {} for each in said]
    found = answers[0] if share == 1 or code else together(answers)
    return {"matter": matter, "count": count, "seed": seed, "seconds": round(time.monotonic() - began, 1), **found, "code": code}


def together(kiosks: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What several touched kiosks found: faults of any, pages that none reached, the memory of the one that grew most."""
    most = max(kiosks, key=lambda each: each["growth_second_half_percent"] or 0.0)
    pages = sum((Counter(each["pages"]) for each in kiosks), Counter[str]())
    everything = ("exceptions", "errors_in_the_log", "foreign_windows")
    return {
        "touches": sum(each["touches"] for each in kiosks),
        **{name: [fault for each in kiosks for fault in each[name]] for name in everything},
        "pages": dict(pages),
        "pages_not_reached": sorted(set.intersection(*[set(each["pages_not_reached"]) for each in kiosks])),
        "memory_mb": most["memory_mb"],
        "growth_second_half_percent": most["growth_second_half_percent"],
    }


def faults_of(found: Mapping[str, Any], *, quick: bool) -> list[str]:
    """What must not be, in words."""
    if found["code"] != 0:
        return [f"{found['matter']} ended with {found['code']}"]
    match found["matter"]:
        case "kill":
            return [f"{name}: {count}" for name, count in found["faults"].items()]
        case "damage":
            return list(found["faults"])
        case _:
            names = ("exceptions", "errors_in_the_log", "foreign_windows", "pages_not_reached")
            faults = [f"{name}: {found[name]}" for name in names if found[name]]
            growth = found["growth_second_half_percent"]
            # A short run is still making what is made once.
            return faults + ([f"memory grew by {growth} %"] if not quick and growth > GROWTH_PERCENT else [])


def figures_of(found: Mapping[str, Any]) -> str:
    match found["matter"]:
        case "kill":
            return (
                f"{found['kills']} kills ({found['at_steps']} at named steps), {found['acknowledged']} numbers told: {found['lost']} lost,"
                f" {found['doubled']} doubled, {found['not_whole']} times not whole; {found['printed']} papers, {found['printed_twice']} twice,"
                f" {found['printed_after_restart']} after a restart"
            )
        case "damage":
            return f"{found['cases']} cases: {found['served']} served ({found['recovered']} recovered), {found['refused']} refused clearly"
        case _:
            memory = found["memory_mb"]
            return (
                f"{found['touches']} touches on {len(found['pages'])} pages, {len(found['exceptions'])} exceptions,"
                f" {len(found['foreign_windows'])} foreign windows, {memory[-1]} MB at the end, {found['growth_second_half_percent']} %"
                " growth over the second half"
            )


def main(argv: Sequence[str] | None = None) -> int:
    arguments = argparse.ArgumentParser(prog="dev.py soak", description="Kills, damages and touches the kiosk for a long time.")
    arguments.add_argument("--quick", action="store_true", help="small samples, a few minutes")
    arguments.add_argument("--json", action="store_true", help="one line for programs instead of words")
    arguments.add_argument(
        "--only", action="append", choices=list(WHOLE), metavar="NAME", help=f"one of {', '.join(WHOLE)}; may be repeated"
    )
    arguments.add_argument("--seed", type=int, default=2026, help="another lot (default 2026)")
    wished = arguments.parse_args(argv)
    counts = QUICK if wished.quick else WHOLE
    answers, faults = [], []
    for matter in wished.only or WHOLE:
        print(f"soak: {matter} …", file=sys.stderr, flush=True)
        found = run(matter, counts[matter], wished.seed)
        answers.append(found)
        wrong = faults_of(found, quick=wished.quick)
        faults += wrong
        if not wished.json:
            words = figures_of(found) if found["code"] == 0 else ""
            print(
                f"{matter}: {words} ({found['seconds']} s, seed {wished.seed})",
                *(f"  FAULT {each}" for each in wrong),
                sep="\n",
                flush=True,
            )
    if wished.json:
        print(json.dumps({"matters": answers, "faults": faults}, ensure_ascii=False))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
