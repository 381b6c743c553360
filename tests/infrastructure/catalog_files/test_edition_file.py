"""The edition file: complete or refused, published all or nothing, read without anything heavy."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.application.unavailable import DataFolderReadOnly, DiskFull, EditionDamaged, EditionMissing, EditionNewer
from kiosk.domain.catalog import CatalogList, EntryCode
from kiosk.infrastructure.catalog_files import edition_file
from kiosk.infrastructure.catalog_files.checker import check_catalog
from kiosk.infrastructure.catalog_files.edition_file import read_current_edition, read_edition
from kiosk.infrastructure.catalog_files.edition_publishing import (
    EditionFolder,
    compile_edition,
    content_hash,
    read_content,
    write_atomically,
)
from kiosk.infrastructure.catalog_files.source_tree import CatalogContent
from kiosk.infrastructure.paths import catalog_dir
from tests.support.small_catalog import ITEM, small_catalog, spoil

CHECKOUT = Path(__file__).resolve().parents[3]
TODAY = date(2026, 11, 22)


def content_of(folder: Path) -> CatalogContent:
    content = check_catalog(folder, today=TODAY).content
    assert content is not None
    return content


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> CatalogContent:
    return content_of(small_catalog(tmp_path_factory.mktemp("small") / "catalog"))


@pytest.fixture(scope="session")
def whole() -> CatalogContent:
    return content_of(catalog_dir())


@pytest.fixture(scope="session")
def compiled(small: CatalogContent) -> bytes:
    return compile_edition(small, number=7)


def on_disk(folder: Path, data: bytes) -> Path:
    path = folder / "edition.json"
    path.write_bytes(data)
    return path


def test_every_entry_of_the_hall_comes_back_as_it_went_in(whole: CatalogContent, tmp_path: Path) -> None:
    path = on_disk(tmp_path, compile_edition(whole, number=1))
    edition = read_edition(path)
    assert tuple(edition.entry(code) for code in edition.rows) == whole.entries
    assert read_content(path) == whole
    assert [edition.counts[which] for which in CatalogList] == [60, 37, 34, 86]
    assert [keys.code for keys in edition.search_keys] == list(edition.rows)
    for keys in edition.search_keys:
        assert len(keys.initials) == len(keys.full) == len(keys.names + keys.aliases)
        assert all(keys.initials)
        assert all(keys.full)


def test_a_row_says_what_its_entry_says(small: CatalogContent, compiled: bytes, tmp_path: Path) -> None:
    edition = read_edition(on_disk(tmp_path, compiled))
    item = edition.item(EntryCode("WHL-MZ-005"))
    row = edition.rows[EntryCode("WHL-MZ-005")]
    assert (row.plain_name, row.tagline, row.hall_role) == (item.plain_name, item.summary[0], item.hall_role)
    assert (row.least_papers, row.most_papers) == item.papers_to_bring == (4, 5)
    assert (row.days, row.days_unit) == (None, None)
    borrowed = edition.item(EntryCode("WHL-SB-018"))
    assert borrowed.promised.days == 0
    assert edition.rows[borrowed.code].days == borrowed.statutory.days, "another hall's promise is not this hall's until it is verified"
    abolished = edition.rows[EntryCode("QX-10")]
    assert (abolished.former_issuer, abolished.replaced_by, abolished.department) == ("community", "数据共享", None)


def test_the_same_content_gives_the_same_bytes_and_hash(small: CatalogContent, compiled: bytes, tmp_path: Path) -> None:
    again = content_of(small_catalog(tmp_path / "catalog"))
    assert content_hash(again) == content_hash(small)
    assert compile_edition(again, number=7) == compiled


def test_the_hash_does_not_depend_on_the_number_and_does_on_every_word(small: CatalogContent, tmp_path: Path) -> None:
    folder = small_catalog(tmp_path / "catalog")
    spoil(folder, ITEM, lambda d: d["steps"].append("多一步"))
    assert content_hash(content_of(folder)) != content_hash(small)
    assert content_hash(replace(small, name="另一版")) != content_hash(small)
    numbers = [read_edition(on_disk(tmp_path, compile_edition(small, number=number))) for number in (1, 2)]
    assert numbers[0].content_hash == numbers[1].content_hash == content_hash(small)
    assert [edition.number for edition in numbers] == [1, 2]


def test_any_json_tool_reads_the_file(compiled: bytes) -> None:
    document = json.loads(compiled)
    assert document["head"]["format"] == edition_file.FORMAT
    assert document["body"]["WHL-MZ-005"]["plain_name"] == "80 岁老人领高龄津贴"


def sealed(rest: bytes) -> bytes:
    """A checksum that fits: damage under it is found by other means or not at all."""
    return b'{"crc":%d,\n' % zlib.crc32(rest) + rest


def change_head(data: bytes, **changes: object) -> bytes:
    head, parted, body = data.partition(b"\n")[2].partition(b',\n"body":')
    changed = {**json.loads(head.removeprefix(b'"head":')), **changes}
    return sealed(b'"head":' + json.dumps(changed, ensure_ascii=False).encode() + parted + body)


def change_words(data: bytes, old: str, new: str) -> bytes:
    """Other words of the same length."""
    assert len(old.encode()) == len(new.encode())
    changed = data.replace(old.encode(), new.encode())
    assert changed != data
    return sealed(changed.partition(b"\n")[2])


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"{}",
        lambda data: b"\x00" * 4096,
        lambda data: data[: len(data) // 2],
        lambda data: data[:-3],
        lambda data: data[:200],
        lambda data: data.replace("高龄".encode(), "低龄".encode(), 1),
        lambda data: data.replace("健在证明".encode(), "健康证明".encode()),
        lambda data: data[:-100] + b"\xff" + data[-99:],
        lambda data: change_head(data, format="one"),
        lambda data: change_head(data, rows=[["WHL-MZ-001"]]),
        lambda data: change_head(data, rows=None),
        lambda data: change_head(data, published_on="gestern"),
        lambda data: change_head(data, spans={}),
        lambda data: sealed(b'"head":[]' + data[data.index(b',\n"body":') :]),
    ],
)
def test_a_damaged_file_is_refused_at_once(compiled: bytes, tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    damaged = damage(compiled)
    assert damaged != compiled
    path = on_disk(tmp_path, damaged)
    with pytest.raises(EditionDamaged) as caught:
        read_edition(path)
    assert caught.value.facts()["path"] == str(path)


def test_a_changed_entry_under_an_honest_checksum_is_found_by_the_full_read(compiled: bytes, tmp_path: Path) -> None:
    path = on_disk(tmp_path, change_words(compiled, "健在证明", "健康证明"))
    read_edition(path)
    with pytest.raises(EditionDamaged):
        read_content(path)


def test_an_edition_of_a_newer_program_is_refused_as_such(compiled: bytes, tmp_path: Path) -> None:
    path = on_disk(tmp_path, change_head(compiled, format=edition_file.FORMAT + 1, rows="something else by then"))
    with pytest.raises(EditionNewer) as caught:
        read_edition(path)
    assert caught.value.facts() == {"path": str(path), "format": edition_file.FORMAT + 1}


def test_no_file_is_missing_not_damaged(tmp_path: Path) -> None:
    with pytest.raises(EditionMissing):
        read_edition(tmp_path / "nothing.json")


def test_a_folder_in_the_file_s_place_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(EditionDamaged):
        read_edition(tmp_path)


def test_reading_loads_nothing_heavy(compiled: bytes, tmp_path: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "from kiosk.infrastructure.catalog_files.edition_file import read_edition\n"
        "from kiosk.infrastructure.catalog_files.edition_publishing import EditionFolder\n"
        "edition = read_edition(pathlib.Path(sys.argv[1]))\n"
        "[edition.entry(code) for code in edition.rows]; edition.search_keys\n"
        "print(sorted(set(sys.modules) & {'yaml', 'jsonschema', 'pypinyin', 'sqlalchemy', 'alembic', 'PySide6'}))\n"
    )
    path = on_disk(tmp_path, compiled)
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True, cwd=CHECKOUT)
    assert done.stdout.strip() == "[]"


def test_the_first_publication_is_number_one_and_the_next_is_two(small: CatalogContent, tmp_path: Path) -> None:
    shelf = EditionFolder(tmp_path / "data" / "editions")
    assert read_current_edition(shelf.folder) is None
    assert (shelf.hash_in_force(), shelf.number_in_force()) == (None, 0)
    assert shelf.publish(small) == 1
    first = shelf.current()
    assert first is not None
    assert re.fullmatch(r"0001-[0-9a-f]{12}\.json", first.name)
    before = first.read_bytes()
    changed = replace(small, name="第二版")
    assert shelf.publish(changed) == 2
    current = read_current_edition(shelf.folder)
    assert current is not None
    assert (current.number, current.name) == (2, "第二版")
    assert shelf.hash_in_force() == content_hash(changed)
    assert first.read_bytes() == before


@pytest.mark.parametrize("pointer", ["", "../../etc/passwd", "0001-zzz.json", "edition.json\x00", "版"])
def test_a_pointer_that_names_no_edition_is_damaged(tmp_path: Path, pointer: str) -> None:
    (tmp_path / "current").write_text(pointer, encoding="utf-8")
    with pytest.raises(EditionDamaged):
        EditionFolder(tmp_path).current()


def test_a_pointer_to_a_file_that_is_gone_is_missing_and_publishing_mends_it(small: CatalogContent, tmp_path: Path) -> None:
    shelf = EditionFolder(tmp_path)
    shelf.publish(small)
    path = shelf.current()
    assert path is not None
    path.unlink()
    with pytest.raises(EditionMissing):
        read_current_edition(shelf.folder)
    assert shelf.hash_in_force() is None
    shelf.publish(small)
    assert shelf.hash_in_force() == content_hash(small)


@pytest.mark.parametrize(
    ("number", "kind"), [(errno.ENOSPC, DiskFull), (errno.EROFS, DataFolderReadOnly), (errno.EACCES, DataFolderReadOnly)]
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_publication_that_fails_leaves_the_old_edition_in_force(
    small: CatalogContent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[Exception], step: str
) -> None:
    shelf = EditionFolder(tmp_path)
    shelf.publish(small)
    before = sorted(path.name for path in tmp_path.iterdir())

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as broken:
        broken.setattr(os, step, fail)
        if step == "replace":
            broken.setattr(Path, "replace", fail)
        with pytest.raises(kind):
            shelf.publish(replace(small, name="第二版"))
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert shelf.hash_in_force() == content_hash(small)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("renames", [0, 1])
def test_a_publication_killed_in_the_middle_leaves_the_old_edition_in_force(small: CatalogContent, tmp_path: Path, renames: int) -> None:
    """Killed when it is about to put the edition file (0) or the pointer (1) in place."""
    shelf = EditionFolder(tmp_path / "editions")
    shelf.publish(small)
    folder = small_catalog(tmp_path / "catalog")
    spoil(folder, "edition.yaml", lambda d: d.update(name="第二版"))
    program = (
        "import os, pathlib, signal, sys\n"
        "from datetime import date\n"
        "from kiosk.infrastructure.catalog_files.checker import check_catalog\n"
        "from kiosk.infrastructure.catalog_files.edition_publishing import EditionFolder\n"
        "left = int(sys.argv[3])\n"
        "rename = pathlib.Path.replace\n"
        "def killing(self, target):\n"
        "    global left\n"
        "    if left == 0:\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    left -= 1\n"
        "    return rename(self, target)\n"
        "pathlib.Path.replace = killing\n"
        "content = check_catalog(pathlib.Path(sys.argv[1]), today=date(2026, 11, 22)).content\n"
        "EditionFolder(pathlib.Path(sys.argv[2])).publish(content)\n"
    )
    arguments = [sys.executable, "-c", program, str(folder), str(shelf.folder), str(renames)]
    done = subprocess.run(arguments, capture_output=True, check=False, cwd=CHECKOUT)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert shelf.hash_in_force() == content_hash(small)
    second = content_of(folder)
    shelf.publish(second)
    assert shelf.hash_in_force() == content_hash(second)


def test_writing_replaces_a_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert [each.name for each in path.parent.iterdir()] == ["file"]


def test_a_read_only_folder_is_told_apart_from_a_full_disk(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    with pytest.raises(DataFolderReadOnly):
        write_atomically(blocked / "below a file", b"x")


def test_the_schemas_are_valid_themselves() -> None:
    from jsonschema import Draft202012Validator

    names = sorted(path.name for path in (catalog_dir() / "schema").iterdir())
    assert names == [f"{name}.schema.json" for name in ("edition", "item", "proof", "sources", "vocabularies")]
    for name in names:
        schema = json.loads((catalog_dir() / "schema" / name).read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert schema["additionalProperties"] is False


def test_every_icon_of_the_vocabularies_is_in_the_icon_font(whole: CatalogContent) -> None:
    from fonticon_mdi7 import MDI7

    icons = {each.icon for each in whole.departments} | {each.icon for each in whole.themes} | {each.icon for each in whole.life_events}
    icons |= {group.icon for event in whole.life_events for group in event.groups}
    assert [icon for icon in sorted(icons) if not hasattr(MDI7, icon)] == []


def test_a_copy_of_the_catalogue_elsewhere_says_the_same(whole: CatalogContent, tmp_path: Path) -> None:
    shutil.copytree(catalog_dir(), tmp_path / "catalog")
    assert content_hash(content_of(tmp_path / "catalog")) == content_hash(whole)
