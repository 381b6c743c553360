"""Reading the edition file: one immutable JSON file that holds a published catalogue.

Here: reading it in a few milliseconds, refusing what is damaged or newer, the pointer to the edition in force. Standard library only: this
module stands on the path to the first frame. Elsewhere: writing and publishing (edition_publishing.py).

A file is three lines. The first is a checksum of the others. The second, the head, is what a kiosk shows at start (format, number, hash,
vocabularies, rows) and where each entry stands in the third, the body, which holds entries, search keys and sources and is decoded piece by
piece when somebody asks. Together they are one JSON object `{"crc": …, "head": …, "body": …}`, so that any JSON tool reads the file.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.application.unavailable import EditionDamaged, EditionMissing, EditionNewer
from kiosk.domain.catalog.edition import Edition
from kiosk.domain.catalog.lists import CatalogList, EntryCode
from kiosk.infrastructure.catalog_files import head_documents

if TYPE_CHECKING:
    from kiosk.domain.catalog import Entry, SearchKeys

FORMAT = 1
"""Raised when an older program could misread the file: a newer file is refused."""

POINTER = "current"
"""The file that names the edition in force."""
EDITION_NAME = re.compile(r"\d{4}-[0-9a-f]{12}\.json")

HEAD = b'"head":'
BODY = b',\n"body":'
END = b"}\n"


def read_edition(path: Path) -> Edition:
    """An edition ready for the first frame; entries, search keys and sources stay text until asked for.

    EditionMissing, EditionNewer, EditionDamaged. The hash is not computed here (see `read_content`), but a file that was cut short or
    patched together is noticed.
    """
    head, body = open_edition_file(path)
    try:
        spans: Mapping[str, Sequence[int]] = head["spans"]
        return Edition(
            number=int(head["number"]),
            name=head["name"],
            published_on=date.fromisoformat(head["published_on"]),
            content_hash=head["content_hash"],
            rows=head_documents.RowsInWaiting(head["rows"]),
            departments=head_documents.departments_in_waiting(head["departments"]),
            themes=head_documents.themes_in_waiting(head["themes"]),
            life_events=[head_documents.life_event_from_document(d) for d in head["life_events"]],
            search_keys=_keys_reader(path, body, spans["search_keys"]),
            decode=_entry_reader(path, body, spans),
            counts={CatalogList(which): int(count) for which, count in head["counts"].items()},
            glyphs=head["glyphs"],
            attached=_attached_reader(path),
        )
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise EditionDamaged(error, path=str(path)) from error


def current_edition_file(folder: Path) -> Path | None:
    """The file in force; None when nothing was ever published here.

    EditionDamaged when the pointer makes no sense, EditionMissing when it names a file that is gone.
    """
    pointer = folder / POINTER
    try:
        name = pointer.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise EditionDamaged(error, path=str(pointer)) from error
    if not EDITION_NAME.fullmatch(name):
        raise EditionDamaged("pointer", path=str(pointer))
    path = folder / name
    if not path.is_file():
        raise EditionMissing(path=str(path))
    return path


def read_current_edition(folder: Path) -> Edition | None:
    """The edition in force; None when nothing was ever published here."""
    path = current_edition_file(folder)
    return None if path is None else read_edition(path)


def open_edition_file(path: Path) -> tuple[Mapping[str, Any], bytes]:
    """The head, decoded, and the body, as it is on disk. The checksum notices a file that was cut short or whose bytes changed."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise EditionMissing(error, path=str(path)) from error
    except OSError as error:
        raise EditionDamaged(error, path=str(path)) from error
    lead, _, rest = data.partition(b"\n")
    head_bytes, _, body = rest.partition(BODY)
    try:
        head = json.loads(head_bytes.removeprefix(HEAD))
        file_format = int(head["format"])
    except (ValueError, KeyError, TypeError) as error:
        raise EditionDamaged(error, path=str(path)) from error
    if file_format > FORMAT:
        raise EditionNewer(path=str(path), format=file_format)
    if lead != b'{"crc":%d,' % zlib.crc32(rest):
        raise EditionDamaged("checksum", path=str(path))
    return head, body


def _entry_reader(path: Path, body: bytes, spans: Mapping[str, Sequence[int]]) -> Callable[[EntryCode], Entry]:
    def decode(code: EntryCode) -> Entry:
        from kiosk.infrastructure.catalog_files import documents

        start, end = spans[code]
        try:
            return documents.entry_from_document(json.loads(body[start:end]))
        except (ValueError, KeyError, TypeError) as error:
            raise EditionDamaged(error, path=str(path)) from error

    return decode


def _attached_reader(edition: Path) -> Callable[[str], Path]:
    def find(content: str) -> Path:
        from kiosk.infrastructure.catalog_files.attachment_store import attached_file, store_of

        return attached_file(store_of(edition), content)

    return find


def _keys_reader(path: Path, body: bytes, span: Sequence[int]) -> Callable[[], Sequence[SearchKeys]]:
    def read() -> Sequence[SearchKeys]:
        from kiosk.infrastructure.catalog_files import documents

        try:
            return [documents.search_keys_from_document(keys) for keys in json.loads(body[span[0] : span[1]])]
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise EditionDamaged(error, path=str(path)) from error

    return read
