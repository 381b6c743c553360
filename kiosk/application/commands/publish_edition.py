"""Publishing the catalogue as the next edition.

Here: when a new edition is due, and the port that it needs. Elsewhere: whether the content may be published (catalog_files.checker), how a
file is written all or nothing (catalog_files.edition_file).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeVar

from kiosk.application.ports import Clock, UnitOfWork
from kiosk.domain.hall import Hall
from kiosk.domain.refusals import ForbiddenOnLiveHall

Content_contra = TypeVar("Content_contra", contravariant=True)


class EditionShelf(Protocol[Content_contra]):
    """Where published editions stand. The methods raise EditionDamaged, DataFolderReadOnly or DiskFull."""

    def hash_in_force(self) -> str | None:
        """The content hash of the edition in force; None when nothing was ever published or what was published cannot be read."""
        ...

    def number_in_force(self) -> int:
        """0 when nothing is in force."""
        ...

    def hash_of(self, content: Content_contra, /) -> str: ...

    def publish(self, content: Content_contra, /) -> int:
        """Write `content` as the next edition, put it in force and return its number. All or nothing: before that, the old one is in force."""
        ...


@dataclass(frozen=True, slots=True)
class Publication:
    """What publishing came to. `changed` False: the edition in force already says the same, and nothing was written."""

    number: int
    content_hash: str
    changed: bool


def publish_edition(
    *, content: Content_contra, shelf: EditionShelf[Content_contra], actor: str, uow: UnitOfWork, clock: Clock, hall: Hall
) -> Publication:
    """Publish checked `content` unless it is what is in force already. A damaged edition in force is simply followed by a whole one.

    Audited with `actor` (`os:name`) before the edition takes force: there is no edition without its record, and no transaction is open
    while readings are computed. Refuses ForbiddenOnLiveHall: there an edition passes through the desk's review.
    """
    if hall.live:
        raise ForbiddenOnLiveHall(act="catalog load")
    content_hash = shelf.hash_of(content)
    if shelf.hash_in_force() == content_hash:
        return Publication(shelf.number_in_force(), content_hash, changed=False)
    with uow:
        uow.audit.record(
            act="catalog load", actor=actor, at=clock.now(), subject=f"edition:{content_hash[:12]}", details={"hash": content_hash}
        )
        uow.commit()
    return Publication(shelf.publish(content), content_hash, changed=True)
