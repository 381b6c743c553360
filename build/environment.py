"""What `setup` makes: .venv with the locked requirements, the kiosk installed in it, the compiled edition, the voice, types for qmllint.

Each part has a stamp, a fingerprint of what it was made from; a part whose stamp still holds is left alone. Stamps of the virtual
environment lie in it, so that they go when it goes; the others lie in .cache/stamps. One setup at a time (.cache/setup.lock).

Elsewhere: packages of the operating system (system_parts.py), the commands (dev.py), the locked versions (requirements/).
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import system_parts


class SetupFailed(Exception):
    """Something is missing and cannot be made here. The message says what to do."""


class Environment:
    """The checkout's own Python and its variables. `prepare` first; everything else relies on it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.cache = root / ".cache"
        self.venv = root / ".venv"
        self.python = self.venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        self.variables = _clean_variables(self.cache)

    def tool(self, name: str) -> str:
        """The path of a program that the requirements brought."""
        return str(self.python.with_name(f"{name}.exe" if sys.platform == "win32" else name))

    def prepare(self, *, for_run: bool = False, for_tests: bool = False) -> None:
        """System packages, .venv, requirements, the kiosk itself. Quick when nothing changed. Raises SetupFailed."""
        self.cache.mkdir(exist_ok=True)
        with _one_at_a_time(self.cache / "setup.lock"):
            lines = system_parts.provide(for_run=for_run, for_tests=for_tests)
            if lines:
                raise SetupFailed("\n".join(lines))
            self._provide_venv()
            self._provide_requirements()
            self._provide_kiosk()

    def compile_edition(self) -> None:
        """The catalogue compiled to the edition file that a new hall starts with. Raises SetupFailed when it has faults."""
        edition = self.cache / "edition.json"
        with _one_at_a_time(self.cache / "setup.lock"):
            catalog = [path for path in (self.root / "catalog").rglob("*") if path.is_file()]
            compiler = [
                *(self.root / "kiosk" / "domain").rglob("*.py"),
                *(self.root / "kiosk" / "infrastructure" / "catalog_files").rglob("*.py"),
            ]
            fingerprint = _fingerprint([*catalog, *compiler])
            if edition.exists() and self._stamp_holds("edition", fingerprint):
                return
            _say("compiling the catalogue …")
            command = [str(self.python), "-m", "kiosk", "catalog", "compile", "--out", str(edition)]
            result = subprocess.run(
                command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", env=self.variables, cwd=self.root, check=False
            )
            if result.returncode:
                raise SetupFailed(
                    f"{result.stdout}\nthe catalogue does not compile; `python3 build/dev.py check` names each fault with its file."
                )
            self._set_stamp("edition", fingerprint)

    def make_voice(self) -> None:
        """The clips of the display's voice, in .cache/voice. Without espeak-ng there are none, the display is silent then and says so."""
        folder = self.cache / "voice"
        with _one_at_a_time(self.cache / "setup.lock"):
            sources = [self.root / "build" / "voice.py", self.root / "kiosk" / "domain" / "announcing.py"]
            sources += (self.root / "kiosk" / "infrastructure" / "speech").glob("*.py")
            fingerprint = _fingerprint(sources)
            if folder.exists() and self._stamp_holds("voice", fingerprint):
                return
            # Tried once for each state of the sources: whoever may not install it is not asked with every start.
            if not self._stamp_holds("voice-wanted", fingerprint):
                self._set_stamp("voice-wanted", fingerprint)
                system_parts.try_to_have_voice()
            command = [str(self.python), str(self.root / "build" / "voice.py"), str(folder)]
            made = subprocess.run(command, stdout=sys.stderr, stderr=subprocess.PIPE, encoding="utf-8", env=self.variables, check=False)
            if made.returncode:
                _say(f"the display will show calls and not say them: {made.stderr.strip()}")
                return
            self._set_stamp("voice", fingerprint)

    def generate_qmltypes(self) -> None:
        """Types of the Python view models for qmllint, in .cache/qml."""
        import qmltypes

        with _one_at_a_time(self.cache / "setup.lock"):
            sources = sorted((self.root / "kiosk" / "interface").rglob("*.py"))
            if self._stamp_holds("qmltypes", _fingerprint([*sources, Path(qmltypes.__file__)])):
                return
            _say("generating the view models' types for qmllint …")
            try:
                qmltypes.generate(self.root, self.cache / "qml", self.tool, self.variables)
            except qmltypes.NotGenerated as failure:
                raise SetupFailed(str(failure)) from failure
            self._set_stamp("qmltypes", _fingerprint([*sources, Path(qmltypes.__file__)]))

    def _provide_venv(self) -> None:
        if self.venv.exists() and self._venv_works():
            return
        if self.venv.exists():
            _say("the virtual environment .venv is broken or of another Python; making it anew …")
            shutil.rmtree(self.venv)
        else:
            _say("making the virtual environment .venv …")
        made = subprocess.run([sys.executable, "-m", "venv", str(self.venv)], stdout=sys.stderr, env=self.variables, check=False)
        if made.returncode or not self._venv_works():
            shutil.rmtree(self.venv, ignore_errors=True)
            raise SetupFailed(f"{sys.executable} cannot make a virtual environment; its modules venv and ensurepip are needed.")

    def _venv_works(self) -> bool:
        """True when its Python starts, is new enough, finds pip beside it, and is marked for this place and version (an unmarked one is marked)."""
        question = (
            "import importlib.util, sys; "
            "print('.'.join(map(str, sys.version_info[:2])), sys.version_info >= (3, 11), bool(importlib.util.find_spec('pip')))"
        )
        try:
            answer = subprocess.run(
                [str(self.python), "-c", question], capture_output=True, text=True, timeout=60, env=self.variables, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
        version, new_enough, has_pip = (*answer.stdout.split(), "", "", "")[:3]
        if answer.returncode or new_enough != "True" or has_pip != "True":
            return False
        # The kiosk is installed by the checkout's path, and packages by the Python's version.
        made_for, mark = f"{self.root} {version}", self.venv / "made-for"
        if not mark.exists():
            mark.write_text(made_for, encoding="utf-8")
        return _read(mark) == made_for

    def _provide_requirements(self) -> None:
        lock = self.root / "build" / "requirements" / "dev.txt"
        fingerprint = _fingerprint([lock])
        stamp = self.venv / "requirements.stamp"
        if _read(stamp) == fingerprint:
            return
        _say("installing the locked requirements (the first time some 150 MB, a few minutes) …")
        trouble = "pip could not fetch or install the requirements (see above). Once the network is reachable, the same command goes on."
        self._pip("install", "--require-hashes", "--only-binary", ":all:", "-r", str(lock), trouble=trouble)
        stamp.write_text(fingerprint, encoding="utf-8")

    def _provide_kiosk(self) -> None:
        fingerprint = _fingerprint([self.root / "pyproject.toml"])
        stamp = self.venv / "kiosk.stamp"
        if _read(stamp) == fingerprint:
            return
        _say("installing the kiosk into .venv, from this checkout …")
        trouble = "the kiosk could not be installed from this checkout (see above); is the checkout whole?"
        self._pip("install", "--no-deps", "--no-build-isolation", "--no-index", "-e", str(self.root), trouble=trouble)
        stamp.write_text(fingerprint, encoding="utf-8")

    def _pip(self, *arguments: str, trouble: str) -> None:
        command = [str(self.python), "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input", *arguments]
        if subprocess.run(command, stdout=sys.stderr, env=self.variables, cwd=self.root, check=False).returncode:
            raise SetupFailed(trouble)

    def _stamp_holds(self, name: str, fingerprint: str) -> bool:
        return _read(self.cache / "stamps" / name) == fingerprint

    def _set_stamp(self, name: str, fingerprint: str) -> None:
        stamp = self.cache / "stamps" / name
        stamp.parent.mkdir(exist_ok=True)
        stamp.write_text(fingerprint, encoding="utf-8")


def _clean_variables(cache: Path) -> dict[str, str]:
    """This process' variables without those that would lead the kiosk's Python elsewhere, and with a UTF-8 locale (Qt warns of others)."""
    variables = {name: value for name, value in os.environ.items() if name not in {"PYTHONHOME", "PYTHONPATH", "PIP_USER", "VIRTUAL_ENV"}}
    locale = variables.get("LC_ALL") or variables.get("LC_CTYPE") or variables.get("LANG") or "C"
    if sys.platform != "win32" and "utf" not in locale.lower():
        variables["LC_ALL"] = "C.UTF-8"
    variables["RUFF_CACHE_DIR"] = str(cache / "ruff")
    return variables


def _fingerprint(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(paths):
        content = path.read_bytes()
        digest.update(json.dumps([path.as_posix(), len(content)]).encode())
        digest.update(content)
    return digest.hexdigest()


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


def _say(words: str) -> None:
    print(f"dev.py: {words}", file=sys.stderr, flush=True)


@contextlib.contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    """Hold the file's lock; it goes with the process, however that ends."""
    with path.open("a+") as file:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            try:
                yield
            finally:
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
            yield
