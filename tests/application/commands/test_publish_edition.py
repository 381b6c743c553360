"""When a new edition is due, who may make one, and that its record stands before it takes force."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field

import pytest

from kiosk.application.commands.publish_edition import Publication, publish_edition
from kiosk.application.unavailable import DiskFull
from kiosk.domain.refusals import ForbiddenOnLiveHall
from kiosk.infrastructure.database.sqlite import driver
from kiosk.roles.parts import Parts
from tests.support.halls import StandingClock, hall


@dataclass
class Shelf:
    """Holds strings; the hash of a string is the string itself."""

    editions: list[str] = field(default_factory=list)
    full: bool = False

    def hash_in_force(self) -> str | None:
        return self.editions[-1] if self.editions else None

    def number_in_force(self) -> int:
        return len(self.editions)

    def hash_of(self, content: str, /) -> str:
        return content

    def publish(self, content: str, /) -> int:
        if self.full:
            raise DiskFull(path="here")
        self.editions.append(content)
        return len(self.editions)


def acts(parts: Parts) -> list[tuple[str, str]]:
    connection: sqlite3.Connection = driver().connect(str(parts.database))
    try:
        return list(connection.execute("SELECT actor, act FROM audit_entry ORDER BY id").fetchall())
    finally:
        connection.close()


def publish(parts: Parts, shelf: Shelf, content: str, *, live: bool = False) -> Publication:
    return publish_edition(
        content=content, shelf=shelf, actor="os:somebody", uow=parts.unit_of_work(), clock=StandingClock(), hall=hall(live=live)
    )


def test_new_content_becomes_the_next_edition_with_its_record(parts: Parts) -> None:
    shelf = Shelf()
    assert publish(parts, shelf, "a") == Publication(1, "a", changed=True)
    assert publish(parts, shelf, "b") == Publication(2, "b", changed=True)
    assert acts(parts) == [("os:somebody", "catalog load")] * 2


def test_unchanged_content_writes_nothing(parts: Parts) -> None:
    shelf = Shelf(["a"])
    assert publish(parts, shelf, "a") == Publication(1, "a", changed=False)
    assert (shelf.editions, acts(parts)) == (["a"], [])


def test_going_back_to_older_content_is_a_new_edition(parts: Parts) -> None:
    assert publish(parts, Shelf(["a", "b"]), "a") == Publication(3, "a", changed=True)


def test_a_live_hall_refuses(parts: Parts) -> None:
    shelf = Shelf()
    with pytest.raises(ForbiddenOnLiveHall):
        publish(parts, shelf, "a", live=True)
    assert (shelf.editions, acts(parts)) == ([], [])


def test_a_publication_that_fails_was_recorded_all_the_same(parts: Parts) -> None:
    shelf = Shelf(["a"], full=True)
    with pytest.raises(DiskFull):
        publish(parts, shelf, "b")
    assert (shelf.editions, acts(parts)) == (["a"], [("os:somebody", "catalog load")])
