"""Workbooks, read again by openpyxl and by a real office program: figures stay figures, and no text becomes a formula."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from kiosk.application.unavailable import FileNotWritable
from kiosk.application.workbook import Column, ColumnKind, Sheet
from kiosk.infrastructure.spreadsheets.workbook_file import write_workbook
from tests.support.halls import MONDAY_TEN

DANGEROUS = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("https://example.org","x")', "=cmd|' /C calc'!A0", "\t=1+1", "＝1+1")
COLUMNS = (
    Column("事项", ColumnKind.TEXT, 20),
    Column("取号", ColumnKind.COUNT, 5),
    Column("等", ColumnKind.MINUTES, 5),
    Column("准", ColumnKind.SHARE, 5),
)


def book(*rows: tuple[str | int | float | None, ...], name: str = "按事项") -> Sheet:
    return Sheet(name, ("11 月 23 日", "少于 5 个号的不写数字。"), COLUMNS, rows)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "figures.xlsx"


def test_what_is_written_is_read_again(path: Path) -> None:
    write_workbook(path, [book(("申请低保", 47, 9.5, 0.8), ("太少的", "太少，不画", None, None)), book(name="按小时")], at=MONDAY_TEN)
    read = openpyxl.load_workbook(path)
    assert read.sheetnames == ["按事项", "按小时"]
    rows = list(read["按事项"].iter_rows(values_only=True))
    assert rows[0][0] == "11 月 23 日"
    assert rows[3] == ("事项", "取号", "等", "准")
    assert rows[4:] == [("申请低保", 47, 9.5, 0.8), ("太少的", "太少，不画", None, None)]
    assert [read["按事项"].cell(5, column).number_format for column in (2, 3, 4)] == ["0", "0.0", "0%"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_text_is_never_a_formula(path: Path, text: str) -> None:
    write_workbook(path, [book((text, 1, 1.0, 0.5))], at=MONDAY_TEN)
    cell = openpyxl.load_workbook(path)["按事项"].cell(5, 1)
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\ud800b", "x" * 40_000, "<&>\"'"])
def test_whatever_a_text_holds_the_file_can_be_read(path: Path, text: str) -> None:
    write_workbook(path, [book((text, 1, 1.0, 0.5))], at=MONDAY_TEN)
    value = openpyxl.load_workbook(path)["按事项"].cell(5, 1).value
    assert value in {"ab", "x" * 32_767, "<&>\"'"}


def test_nobody_is_named_as_its_author(path: Path) -> None:
    write_workbook(path, [book()], at=MONDAY_TEN)
    told = openpyxl.load_workbook(path).properties
    assert (told.creator or "", told.lastModifiedBy or "", told.created) == ("", "", MONDAY_TEN.replace(tzinfo=None))


def test_a_file_that_cannot_be_written_leaves_what_was_there(path: Path) -> None:
    with pytest.raises(FileNotWritable):
        write_workbook(path.parent / "no such folder" / "figures.xlsx", [book()], at=MONDAY_TEN)
    path.mkdir()
    with pytest.raises(FileNotWritable):
        write_workbook(path, [book()], at=MONDAY_TEN)
    assert os.listdir(path.parent) == [path.name]  # noqa: PTH208


@pytest.mark.slow
def test_an_office_program_reads_the_same_and_reckons_nothing(path: Path, tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("NOT RUN: no LibreOffice here (apt-get install libreoffice-calc-nogui)")
    rows = [(text, 47, 9.5, 0.8) for text in DANGEROUS]
    write_workbook(path, [book(*rows)], at=MONDAY_TEN)
    home = (tmp_path / "office").as_uri()
    subprocess.run(
        [office, f"-env:UserInstallation={home}", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir",
         str(tmp_path), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    read = list(csv.reader((tmp_path / "figures.csv").read_text("utf-8").splitlines()))
    assert [row[0].strip() for row in read[4:]] == [text.strip() for text in DANGEROUS]
    assert {tuple(row[1:]) for row in read[4:]} == {("47", "9.5", "80%")}
