"""What the command line does to the catalogue, built from the parts of a hall.

Here: which adapter serves which command. Elsewhere: the commands' arguments and answers (interface.cli.catalog).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.application.commands.publish_edition import Publication, publish_edition
from kiosk.application.unavailable import DatabaseUnavailable
from kiosk.domain.catalog import Edition, EntryCode
from kiosk.infrastructure.paths import catalog_dir
from kiosk.interface.cli.catalog import Faulty
from kiosk.roles.parts import Parts

PUBLICATION_SECONDS = 30
"""How long a publication waits for another one on the same data directory."""


class CatalogTools:
    """Heavy libraries load inside the methods: `show` and `stats` cost no more than reading an edition."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def faults(self) -> Sequence[Mapping[str, str]]:
        """One mapping {file, field, what, mend, line} per fault of catalog/."""
        return [
            {"file": fault.file, "field": fault.field, "what": fault.what, "mend": fault.mend, "line": str(fault)}
            for fault in self._checked().faults
        ]

    def publish(self, *, actor: str) -> Publication | Faulty:
        """catalog/ as the next edition of the data directory."""
        from kiosk.infrastructure.catalog_files.edition_publishing import EditionFolder
        from kiosk.infrastructure.database.writer_lock import WriterLock

        checked = self._checked()
        if checked.content is None:
            return Faulty(tuple(str(fault) for fault in checked.faults))
        parts = self._parts
        uow = parts.unit_of_work()  # makes a new hall first, with the edition that came with the program
        with WriterLock(parts.data.lock("editions")).held(PUBLICATION_SECONDS) as held:
            if not held:
                raise DatabaseUnavailable(reason="locked", path=str(parts.data.editions))
            shelf = EditionFolder(parts.data.editions)
            return publish_edition(content=checked.content, shelf=shelf, actor=actor, uow=uow, clock=parts.clock, hall=parts.hall)

    def compile(self, out: Path) -> Publication | Faulty:
        """catalog/ as an edition file of its own, number 1, for shipping. A file that says the same already is left alone."""
        from kiosk.infrastructure.catalog_files.edition_publishing import compile_edition, content_hash, write_atomically, write_attached

        checked = self._checked()
        if checked.content is None:
            return Faulty(tuple(str(fault) for fault in checked.faults))
        # Bytes are compared, not the hash of the content: readings and rows follow from rules that a newer program may have changed.
        fresh = compile_edition(checked.content, number=1)
        write_attached(checked.content, beside=out)
        unchanged = out.is_file() and out.read_bytes() == fresh
        if not unchanged:
            write_atomically(out, fresh)
        return Publication(1, content_hash(checked.content), changed=not unchanged)

    def edition(self) -> Edition:
        return self._parts.edition()

    def document(self, code: EntryCode) -> Mapping[str, Any]:
        """Every field of one entry of the edition in force. KeyError for a code that is not in it."""
        from kiosk.infrastructure.catalog_files.documents import entry_to_document

        return entry_to_document(self.edition().entry(code))

    def _checked(self) -> Any:  # noqa: ANN401  (named below, loaded late)
        from kiosk.infrastructure.catalog_files.checker import check_catalog

        return check_catalog(catalog_dir(), today=datetime.now(ZoneInfo("Asia/Shanghai")).date())
