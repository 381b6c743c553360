"""No file of the project names a package index's host or a folder of somebody's machine."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# In parts, so that this file passes its own test.
_INDEX = r"(?:index-url|find-links|trusted-host)[ =]+\S*[:/]"
_HOST = r"\b(?:pypi|pythonhosted|npmjs|debian|ubuntu)" + r"\.org/(?:simple|packages|debian|ubuntu)"
_FOLDER = r"(?<![\w.~}/-])/(?:work|root|opt|home|Users)" + r"/[\w.-]+"
_UNWANTED = re.compile(f"{_INDEX}|{_HOST}|{_FOLDER}")


def project_files() -> list[Path]:
    """What git keeps or would keep."""
    if shutil.which("git"):
        command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        if listed.returncode == 0:
            return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]
    skipped = {".git", ".venv", ".cache", "dist", "__pycache__"}
    return [path for path in ROOT.rglob("*") if path.is_file() and not skipped & set(path.relative_to(ROOT).parts)]


def test_no_file_names_an_index_or_a_machine() -> None:
    files = project_files()
    assert ROOT / "pyproject.toml" in files, "the test must have seen the project"
    found = []
    for path in files:
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found += [
            f"{path.relative_to(ROOT).as_posix()}:{number}: {line.strip()[:120]}"
            for number, line in enumerate(text.splitlines(), 1)
            if _UNWANTED.search(line)
        ]
    assert found == []


def test_the_locks_hold_versions_and_hashes_only() -> None:
    for lock in (ROOT / "build" / "requirements").glob("*.txt"):
        lines = [line for line in lock.read_text("utf-8").splitlines() if not line.lstrip().startswith("#")]
        requirements = [line for line in lines if not line.startswith(" ")]
        assert len(requirements) > 15
        assert [line for line in requirements if not re.match(r"[a-z0-9-]+(\[[a-z,]+\])?==\S+( ; .+)? \\$", line)] == []
        assert [line for line in lines if line.startswith(" ") and not re.match(r" +--hash=sha256:[0-9a-f]{64}( \\)?$", line)] == []


@pytest.mark.parametrize(
    "parts", [("--extra-index-", "url https://mirror.example/simple"), ("'/ro", "ot/project'"), ("('/wo", "rk/main/x')")]
)
def test_the_test_sees_what_it_forbids(parts: tuple[str, str]) -> None:
    assert _UNWANTED.search("".join(parts))
