"""Writing and publishing the edition file, all or nothing, and the folder where published editions stand.

Here: what tools do at publication. Elsewhere: reading, on the kiosk's way to its first frame (edition_file.py), what goes in (source_tree,
search_keys), when (application.commands.publish_edition).
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import tempfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kiosk.application.unavailable import AttachmentUnavailable, DataFolderReadOnly, DiskFull, EditionDamaged, EditionMissing
from kiosk.domain.catalog import CatalogList, Entry, EntryRow, Proof, ServiceItem, TimeLimit, VerificationStatus
from kiosk.infrastructure.catalog_files import documents, head_documents
from kiosk.infrastructure.catalog_files.attachment_store import CONTENT_NAME, attached_file, store_of
from kiosk.infrastructure.catalog_files.edition_file import (
    BODY,
    EDITION_NAME,
    END,
    FORMAT,
    HEAD,
    POINTER,
    current_edition_file,
    open_edition_file,
    read_edition,
)
from kiosk.infrastructure.catalog_files.source_tree import CatalogContent

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})  # Windows has no EDQUOT


def content_hash(content: CatalogContent) -> str:
    """sha256, hex, over the canonical entries, vocabularies, sources, name and date. Readings follow from these and are not hashed."""
    return hashlib.sha256(_canonical(_content_document(content)).encode()).hexdigest()


def compile_edition(content: CatalogContent, *, number: int) -> bytes:
    """The bytes of an edition file. Computes readings: half a second, at publication only."""
    from kiosk.infrastructure.catalog_files.search_keys import search_keys_of

    departments = {department.id: department for department in content.departments}
    keys = search_keys_of(content.entries, departments)
    pieces: dict[str, str] = {str(entry.code): _compact(documents.entry_to_document(entry)) for entry in content.entries}
    search = _compact([documents.search_keys_to_document(key) for key in keys])
    sources = _compact(list(content.sources))
    body, spans = _lay_out({**pieces, "search_keys": search, "sources": sources})
    head = {
        "format": FORMAT,
        "number": number,
        "name": content.name,
        "published_on": content.published_on.isoformat(),
        "content_hash": content_hash(content),
        "departments": [head_documents.department_to_document(department) for department in content.departments],
        "themes": [head_documents.theme_to_document(theme) for theme in content.themes],
        "life_events": [head_documents.life_event_to_document(event) for event in content.life_events],
        "counts": {which.value: sum(entry.list is which for entry in content.entries) for which in CatalogList},
        "glyphs": _glyphs(content),
        "rows": [head_documents.row_to_list(_row(entry)) for entry in content.entries],
        "spans": spans,
    }
    rest = b"".join((HEAD, _compact(head).encode(), BODY, body, END))
    return b'{"crc":%d,\n' % zlib.crc32(rest) + rest


def write_attached(content: CatalogContent, *, beside: Path) -> None:
    """Puts what `content` has attached where the edition file `beside` finds it. One that stands there whole is left alone."""
    store = store_of(beside)
    for name, data in content.attached.items():
        try:
            attached_file(store, name)
        except AttachmentUnavailable:
            write_atomically(store / name, data)


def copy_attached(source: Path, target: Path) -> None:
    """What stands beside one edition file, beside another as well. One that is damaged is left out: it is said when somebody asks for it."""
    folder = store_of(source)
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if CONTENT_NAME.fullmatch(file.name):
            write_atomically(store_of(target) / file.name, file.read_bytes())


def read_content(path: Path) -> CatalogContent:
    """The whole content of an edition file and its attachments, checked against their hashes. For tools: decodes everything.

    EditionMissing, EditionNewer, EditionDamaged; AttachmentUnavailable for an attachment that is gone or is not what was published.
    """
    edition = read_edition(path)
    head, body = open_edition_file(path)
    try:
        start, end = head["spans"]["sources"]
        entries = tuple(edition.entry(code) for code in edition.rows)
        content = CatalogContent(
            name=edition.name,
            published_on=edition.published_on,
            entries=entries,
            departments=tuple(edition.departments.values()),
            themes=tuple(edition.themes.values()),
            life_events=tuple(edition.life_events.values()),
            sources=tuple(json.loads(body[start:end])),
            attached={name: edition.attached_file(name).read_bytes() for name in _attached_names(entries)},
        )
    except (KeyError, TypeError, ValueError) as error:
        raise EditionDamaged(error, path=str(path)) from error
    if content_hash(content) != edition.content_hash:
        raise EditionDamaged("content hash", path=str(path))
    return content


def write_atomically(path: Path, data: bytes) -> None:
    """All or nothing: a temporary file beside it, fsync, rename, fsync of the folder. DiskFull or DataFolderReadOnly otherwise."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(0o644)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(error, path=str(path)) from error
        raise DataFolderReadOnly(error, path=str(path)) from error


def _attached_names(entries: Sequence[Entry]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, ServiceItem):
            for attachment in (attachment for material in entry.materials for attachment in material.attachments):
                yield from (attachment.content, *attachment.pictures)


class EditionFolder:
    """The shelf of published editions: `0001-<hash12>.json` …, and `current`, which names the one in force."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pointer = folder / POINTER

    def current(self) -> Path | None:
        """The file in force; None when nothing was ever published here. EditionDamaged, EditionMissing."""
        return current_edition_file(self.folder)

    def hash_in_force(self) -> str | None:
        try:
            path = self.current()
            return None if path is None else content_hash(read_content(path))
        except (EditionMissing, EditionDamaged, AttachmentUnavailable):
            return None  # what is not whole is published anew

    def number_in_force(self) -> int:
        path = self.current()
        return 0 if path is None else int(path.name[:4])

    def hash_of(self, content: CatalogContent, /) -> str:
        return content_hash(content)

    def publish(self, content: CatalogContent, /) -> int:
        """Write `content` as the next edition and put it in force. Editions that were published before stay and are never touched."""
        number = self._next_number()
        path = self.folder / f"{number:04d}-{content_hash(content)[:12]}.json"
        write_attached(content, beside=path)
        write_atomically(path, compile_edition(content, number=number))
        write_atomically(self.pointer, f"{path.name}\n".encode("ascii"))
        return number

    def _next_number(self) -> int:
        if not self.folder.is_dir():
            return 1
        used = [int(path.name[:4]) for path in self.folder.iterdir() if EDITION_NAME.fullmatch(path.name)]
        return max(used, default=0) + 1


def _glyphs(content: CatalogContent) -> dict[str, str]:
    """The characters of the icons that the vocabularies name. The checker has refused a name that the icon face does not have."""
    from fonticon_mdi7 import MDI7

    names = {department.icon for department in content.departments} | {theme.icon for theme in content.themes}
    for event in content.life_events:
        names |= {event.icon, *(group.icon for group in event.groups)}
    return {name: getattr(MDI7, name.replace("-", "_")).rpartition(".")[2] for name in sorted(names)}


def _row(entry: Entry) -> EntryRow:
    match entry:
        case ServiceItem():
            limit = _shown_limit(entry)
            least, most = entry.papers_to_bring
            return EntryRow(
                entry.code, entry.list, entry.name, entry.plain_name, entry.summary[0], entry.department, entry.theme, entry.hall_role,
                least, most, limit.days, limit.unit, entry.helpable, None, None, entry.sensitive,
            )  # fmt: skip
        case Proof():
            return EntryRow(
                entry.code, entry.list, entry.name, entry.plain_name, entry.summary[0], None, None, None, 0, 0, None, None, None,
                entry.former_issuer, entry.replaced_by, entry.sensitive,
            )  # fmt: skip


def _shown_limit(item: ServiceItem) -> TimeLimit:
    """A promise that this hall has verified, else what the rules allow: unverified promises are other halls' (their notes say whose)."""
    verified = item.verification.status is VerificationStatus.VERIFIED
    return item.promised if verified and item.promised.days is not None else item.statutory


def _content_document(content: CatalogContent) -> dict[str, Any]:
    return {
        "name": content.name,
        "date": content.published_on.isoformat(),
        "departments": [head_documents.department_to_document(department) for department in content.departments],
        "themes": [head_documents.theme_to_document(theme) for theme in content.themes],
        "life_events": [head_documents.life_event_to_document(event) for event in content.life_events],
        "entries": [documents.entry_to_document(entry) for entry in content.entries],
        "sources": [dict(source) for source in content.sources],
    }


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _canonical(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _lay_out(pieces: Mapping[str, str]) -> tuple[bytes, dict[str, list[int]]]:
    """The body as one JSON object, and where each value stands in it (in bytes)."""
    spans: dict[str, list[int]] = {}
    body = bytearray(b"{")
    for index, (key, text) in enumerate(pieces.items()):
        body += f'{"," if index else ""}"{key}":'.encode()
        start = len(body)
        body += text.encode()
        spans[key] = [start, len(body)]
    body += b"}"
    return bytes(body), spans


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no descriptor of a folder; NTFS journals the rename
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
