"""Colours, sizes, typefaces and times stand in Kiosk.Theme; no other QML file has one of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
QML = ROOT / "resources" / "qml"

_COLOUR = re.compile(
    r"""["']\#[0-9a-fA-F]{3,8}["']|\bQt\.(?:rgba|hsla|hsva|color|darker|lighter|tint)\s*\(|\bcolou?r\w*\s*:\s*["'][a-z]+["']"""
)
_FACE = re.compile(r"""\bfont\s*\.\s*family\s*:\s*["']|\bfamily\s*:\s*["']|\bQt\.font\s*\(""")
_SIZE_NAMES = (
    r"\w*[wW]idth|\w*[hH]eight|\w*[mM]argins?|(?:\w+M|\bm)argin|\w*[sS]pacing|\w*[rR]adius|\w*[pP]adding|(?:\w+\.)?(?:pixelSize|pointSize|letterSpacing)"
    r"|\w*Size|x|y|\w*Offset"
)
_SIZE = re.compile(rf"(?<![\w.])(?:property\s+(?:real|int)\s+)?(?:\w+\.)?(?:{_SIZE_NAMES})\s*:\s*([^;{{}}]*)")
_TIME = re.compile(r"(?<![\w.])(?:property\s+int\s+)?(?:\w*[dD]uration|\w*[iI]nterval|\w*[dD]elay)\s*:\s*([^;{}]*)")
_NUMBER = re.compile(r"(?<![\w.\"'])\d+(?:\.\d+)?(?![\w.\"'])")
# No lengths: none at all, one share of a whole, a half to stand in the middle.
_NO_LENGTH = {"0", "1", "2", "0.5"}
# Factors, shares and comparisons (`4 * Theme.size.gap`, `/ 3`, `text.length > 5`) are no lengths either.
_PROPORTION = re.compile(
    r"[*/]\s*[\w.]*\([^()]*\)|Math\.max\(\d+, [\w.]+\.length\)|[*/]\s*\d+(?:\.\d+)?|\b\d+(?:\.\d+)?\s*[*/]|[<>=]=*\s*\d+"
)


def without_proportions(value: str) -> str:
    while (shorter := _PROPORTION.sub("", value)) != value:
        value = shorter
    return value


def faults(source: str) -> list[str]:
    """What a QML source says in figures that the theme should say."""
    bare = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    found = []
    for number, line in enumerate(bare.splitlines(), 1):
        words = re.sub(r"//.*", "", line)
        if _COLOUR.search(words) or _FACE.search(words):
            found.append(f"{number}: {words.strip()}")
        values = [without_proportions(match[1]) for match in _SIZE.finditer(words)]
        if any(set(_NUMBER.findall(value)) - _NO_LENGTH for value in values):
            found.append(f"{number}: {words.strip()}")
        if any(set(_NUMBER.findall(match[1])) - {"0"} for match in _TIME.finditer(words)):
            found.append(f"{number}: {words.strip()}")
    return found


def test_only_the_theme_has_figures() -> None:
    files = [path for path in QML.rglob("*.qml") if "Theme" not in path.relative_to(QML).parts]
    assert len(files) > 10, "the test must have seen the pages"
    found = [f"{path.relative_to(ROOT).as_posix()}:{fault}" for path in sorted(files) for fault in faults(path.read_text("utf-8"))]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        'color: "#B3261E"',
        "color: Qt.rgba(0, 0, 0, 0.5)",
        'color: "red"',
        'border.color: on ? "#fff" : Theme.colour.edge',
        'font.family: "Noto Sans SC"',
        "font.pixelSize: 24",
        "width: 40",
        "height: parent.height - 12",
        "width: (root.touchWidth - 30) / 4",
        "anchors.leftMargin: 8",
        "spacing: on ? 6 : Theme.size.gap4",
        "implicitHeight: 96",
        "property real iconSize: 30",
        "radius: 4",
        "y: 3",
        "duration: 120",
        "interval: 500",
    ],
)
def test_the_test_sees_a_figure(line: str) -> None:
    assert faults(f"Item {{\n    {line}\n}}") == [f"2: {line}"]


@pytest.mark.parametrize(
    "line",
    [
        "width: parent.width / 3",
        "height: 0",
        "x: (parent.width - width) / 2",
        "width: Theme.size.gap4 * 2",
        "height: root.step * (index === 1 ? 6 : 5)",
        "color: Theme.colour.ink",
        "font.pixelSize: Theme.type.row",
        "property int kind: 3",
        "columns: 3",
        "property real figureSize: room / (0.62 * Math.max(4, root.figure.length))",
        "width: (root.touchWidth - 3 * Theme.size.gutter) / 4",
        "font.pixelSize: root.label.length > 3 ? Theme.type.fact : Theme.type.row",
        "// width: 40",
        "y: root.down ? Theme.size.depth : 0",
        "duration: Theme.time.press",
    ],
)
def test_the_test_lets_the_rest_pass(line: str) -> None:
    assert faults(line) == []
