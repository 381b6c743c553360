#!/usr/bin/env python3
r"""The one door for whoever works on or tries the kiosk: setup, run, check, test, bench, soak, gallery, package.

    python3 build/dev.py run        (Windows: py build\dev.py run)

Standard library only, Python 3.11 or newer; everything else is fetched into .venv by `setup`, which every command does first and which is
quick when nothing changed. Here: the commands. Elsewhere: what `setup` makes (environment.py), packages of the operating system
(system_parts.py), a kiosk without a display (virtual_screen.py), `check` (checks.py, qmltypes.py), `gallery` (gallery.py).

Own words go to stderr, so that `bench --json` prints nothing but its answer. Exit codes: 0 ok, 1 the answer is no, 2 wrong usage,
3 something is missing that this program may not or cannot install; otherwise those of the program that was run.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    if sys.version_info < (3, 11):  # noqa: UP036  (older ones must be told, not shown a traceback)
        print("Python 3.11 or newer is needed; this is %d.%d." % sys.version_info[:2], file=sys.stderr)  # noqa: UP031
        return 3
    parser = argparse.ArgumentParser(prog="dev.py", description="Sets up, runs and checks the kiosk.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("setup", help="make everything ready that the other commands need")
    commands.add_parser(
        "run", help="open the kiosk, or with --hall a kiosk, two counters and a display; other arguments go to them", add_help=False
    )
    commands.add_parser("check", help="format, lint, types, layers, QML, catalogue")
    commands.add_parser("test", help="run the tests; --slow takes the slow ones too, other arguments go to pytest", add_help=False)
    commands.add_parser("bench", help="measure; arguments go to the benchmarks", add_help=False)
    commands.add_parser("gallery", help="draw every page anew for docs/gallery")
    commands.add_parser("soak", help="kill, damage and touch the kiosk for a long time; arguments go to the soak", add_help=False)
    package = commands.add_parser("package", help="build what is handed out, into dist/")
    package.add_argument("kind", choices=["wheel"], help="wheel: the Python package with resources, catalogue and edition")
    arguments, rest = parser.parse_known_args()
    if rest and arguments.command in {"setup", "check", "gallery", "package"}:
        parser.error(f"unknown arguments: {' '.join(rest)}")

    from environment import SetupFailed

    try:
        return _COMMANDS[arguments.command](rest)
    except SetupFailed as failure:
        print(f"dev.py: {failure}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130


def setup(_rest: list[str]) -> int:
    from environment import Environment

    environment = Environment(ROOT)
    environment.prepare(for_run=True, for_tests=True)
    environment.compile_edition()
    environment.make_voice()
    environment.generate_qmltypes()
    print("dev.py: ready.", file=sys.stderr)
    return 0


def run(rest: list[str]) -> int:
    from environment import Environment
    from system_parts import has_display

    environment = Environment(ROOT)
    environment.prepare(for_run=True)
    environment.compile_edition()
    command = [str(environment.python), "-m", "kiosk", "citizen", *rest]
    screen = None
    if "--hall" in rest:
        import hall

        environment.make_voice()
        screen = hall.SCREEN
        command = [str(environment.python), str(ROOT / "build" / "hall.py"), *(word for word in rest if word != "--hall")]
    if has_display():
        return _become(command, environment.variables)
    from virtual_screen import show_on_virtual_screen

    return show_on_virtual_screen(command, environment, screen)


def check(_rest: list[str]) -> int:
    from checks import run_checks
    from environment import Environment

    environment = Environment(ROOT)
    environment.prepare()
    environment.generate_qmltypes()
    return run_checks(environment)


def test(rest: list[str]) -> int:
    from environment import Environment, SetupFailed

    environment = Environment(ROOT)
    environment.prepare(for_tests=True)
    try:
        environment.compile_edition()
    except SetupFailed as failure:
        # Whoever mends the catalogue or its compiler needs the tests for that.
        print(f"dev.py: {failure}\ndev.py: going on; tests that need the edition will fail.", file=sys.stderr)
    slow = "--slow" in rest
    rest = [word for word in rest if word != "--slow"]
    selection = [] if slow else ["-m", "not slow"]
    os.chdir(ROOT)
    workers = str(min(os.cpu_count() or 1, 4))
    return _become([str(environment.python), "-m", "pytest", "-n", workers, *selection, *rest], environment.variables)


def bench(rest: list[str]) -> int:
    return _measure("tests.benchmarks", rest)


def soak(rest: list[str]) -> int:
    return _measure("tests.survival", rest)


def _measure(module: str, rest: list[str]) -> int:
    from environment import Environment

    environment = Environment(ROOT)
    environment.prepare(for_tests=True)
    environment.compile_edition()
    os.chdir(ROOT)
    return _become([str(environment.python), "-m", module, *rest], environment.variables)


def gallery(_rest: list[str]) -> int:
    from environment import Environment

    environment = Environment(ROOT)
    environment.prepare(for_tests=True)
    environment.compile_edition()
    os.chdir(ROOT)
    return _become([str(environment.python), "build/gallery.py"], environment.variables)


def package(_rest: list[str]) -> int:
    from environment import Environment

    environment = Environment(ROOT)
    environment.prepare()
    environment.compile_edition()
    os.chdir(ROOT)
    return _become([str(environment.python), "-m", "hatchling", "build", "-t", "wheel", "-d", "dist"], environment.variables)


def _become(command: list[str], variables: dict[str, str]) -> int:
    """Run the program in this one's place: signals and exit code are then its own. Windows has no exec that keeps the console."""
    sys.stderr.flush()
    if sys.platform == "win32":
        return subprocess.call(command, env=variables)
    else:  # noqa: RET505  (to mypy on Linux the line after the first branch would be unreachable)
        os.execve(command[0], command, variables)


_COMMANDS = {"setup": setup, "run": run, "check": check, "test": test, "bench": bench, "soak": soak, "gallery": gallery, "package": package}

if __name__ == "__main__":
    sys.exit(main())
