"""The parts of a hall, built from its data directory. Every role takes them from here.

Importing this module loads neither Qt nor SQLAlchemy; the database opens with the first unit of work or snapshot, on whatever thread asks.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.application import unavailable as away
from kiosk.application.unavailable import DatabaseUnavailable, FirstUsePending, SettingsMalformed, Unavailable
from kiosk.infrastructure.paths import DataDirectory, built_edition

if TYPE_CHECKING:
    import subprocess

    from kiosk.application.ports import ChangeFeed, Clock, Snapshot, UnitOfWork
    from kiosk.domain.catalog import Edition
    from kiosk.domain.hall import Hall
    from kiosk.infrastructure.database.access import Database
    from kiosk.infrastructure.hall_cover import HallCover
    from kiosk.infrastructure.settings import HallSettings

FIRST_USE_SECONDS = 30


class Parts:
    """One hall. Safe to share between threads; close it last."""

    def __init__(self, *, data: DataDirectory, database: str | None = None, environment: Mapping[str, str] = os.environ) -> None:
        """`database`: --database, else KIOSK_DATABASE, else SQLite in the data directory. DatabaseUnsupported for another kind."""
        self.data = data
        self._environment = environment
        self.database = _database_path(database or environment.get("KIOSK_DATABASE") or None) or data.database
        self._opening = threading.Lock()
        self._log: logging.Handler | None = None
        self._database: Database | None = None

    @cached_property
    def cover(self) -> HallCover:
        """What the first frame needs of hall.toml. Never fails."""
        from kiosk.infrastructure.hall_cover import cover_of

        return cover_of(self.data.hall_settings)

    @cached_property
    def settings(self) -> HallSettings:
        """hall.toml, written with the demo hall on first use. SettingsMalformed, DataFolderReadOnly, DiskFull."""
        from kiosk.infrastructure.settings import settings_of

        return settings_of(self.data.hall_settings)

    @property
    def hall(self) -> Hall:
        return self.settings.hall

    @cached_property
    def clock(self) -> Clock:
        """Plain time in the hall's zone; with KIOSK_NOW a rehearsal's, which a live hall refuses (ForbiddenOnLiveHall)."""
        from kiosk.infrastructure.clock import HallClock, hall_clock

        rehearsal = self._environment.get("KIOSK_NOW")
        if not rehearsal:
            return HallClock(self.cover.zone)
        try:
            live = self.hall.live
        except Unavailable:
            live = False
        try:
            return hall_clock(self.cover.zone, live=live, rehearsal=rehearsal)
        except ValueError as error:
            raise SettingsMalformed(path="KIOSK_NOW", faults=("不是一个时刻；写成 2026-11-23T10:00:00+08:00 这样。",)) from error

    @property
    def has_logbook(self) -> bool:
        """The log goes to a file; otherwise what is worst goes to stderr."""
        return isinstance(self._log, logging.FileHandler)

    def keep_log(self, program: str) -> None:
        """From now on the log goes to the data directory; once is enough."""
        if self._log is None:
            from kiosk.infrastructure.logbook import keep_log

            self._log = keep_log(self.data.logs, program)

    def edition(self) -> Edition:
        """The edition in force; before anything was published, the one that came with the program. Stdlib only."""
        from kiosk.infrastructure.catalog_files.edition_file import read_current_edition, read_edition

        return read_current_edition(self.data.editions) or read_edition(built_edition())

    def edition_to_show(self) -> tuple[Edition, Unavailable | None]:
        """The edition in force; where it cannot be read, the newest older one that can, or the program's own, and what was the matter.

        Raises what was the matter when none can be read.
        """
        from kiosk.infrastructure.catalog_files.edition_file import EDITION_NAME, read_edition

        try:
            return self.edition(), None
        except Unavailable as fault:
            older = (path for path in self.data.editions.glob("*.json") if EDITION_NAME.fullmatch(path.name))
            for path in (*sorted(older, reverse=True), built_edition()):
                try:
                    return read_edition(path), fault
                except Unavailable:
                    continue
            raise

    @contextmanager
    def alone(self, role: str) -> Iterator[None]:
        """While inside, no second `role` runs on this data directory: AlreadyRunning. A folder that cannot be written has no lock to hold."""
        from kiosk.infrastructure.database.writer_lock import WriterLock

        with ExitStack() as until_done:
            try:
                alone = until_done.enter_context(WriterLock(self.data.lock(role)).held(0))
            except (away.DataFolderReadOnly, away.DiskFull):
                alone = True
            if not alone:
                raise away.AlreadyRunning(role=role)
            yield

    def snapshot(self) -> Snapshot:
        """A fresh one for each query."""
        return self._open().snapshot()

    def unit_of_work(self) -> UnitOfWork:
        """A fresh one for each command."""
        return self._open().unit_of_work()

    def change_feed(self) -> ChangeFeed:
        return self._open().change_feed()

    def close(self) -> None:
        if self._log is not None:
            logging.getLogger().removeHandler(self._log)
            self._log.close()
            self._log = None
        with self._opening:
            if self._database is not None:
                self._database.close()
                self._database = None

    def make_ready(self) -> None:
        """First use and migration, in a child process: Alembic is never loaded here, and a migration that dies takes no kiosk with it.

        Does nothing when all is there. FirstUsePending when another process has not finished within FIRST_USE_SECONDS.
        """
        import subprocess

        from kiosk.infrastructure.database.readiness import Readiness, readiness

        if readiness(self.database) is Readiness.CURRENT:
            return
        program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "kiosk"]
        arguments = ["prepare", "--json", "--data", str(self.data.root)]
        if self.database != self.data.database:
            arguments += ["--database", f"sqlite:///{self.database}"]
        try:
            # From the folder of the package: `-m kiosk` must find the same program, installed or not.
            child = subprocess.run(
                [*program, *arguments],
                capture_output=True,
                timeout=2 * FIRST_USE_SECONDS,
                check=False,
                stdin=subprocess.DEVNULL,
                cwd=Path(__file__).resolve().parents[2],
            )
        except subprocess.TimeoutExpired as error:
            raise FirstUsePending(error, seconds=2 * FIRST_USE_SECONDS) from error
        if child.returncode != 0:
            raise _told_by(child, self.database)

    def prepare(self) -> None:
        """The child's work: settings, database, edition, under one lock between processes."""
        from kiosk.infrastructure.database.first_use import bring_up_to_date
        from kiosk.infrastructure.database.writer_lock import WriterLock

        with WriterLock(self.data.lock("first-use")).held(FIRST_USE_SECONDS) as held:
            if not held:
                raise FirstUsePending(seconds=FIRST_USE_SECONDS)
            _ = self.settings
            bring_up_to_date(self.database)
            self._adopt_built_edition()

    def _adopt_built_edition(self) -> None:
        """Puts the edition that came with the program on the shelf of a new hall, byte for byte."""
        from kiosk.infrastructure.catalog_files.edition_file import read_edition
        from kiosk.infrastructure.catalog_files.edition_publishing import EditionFolder, write_atomically

        shelf = EditionFolder(self.data.editions)
        if shelf.pointer.exists() or not built_edition().is_file():
            return
        edition = read_edition(built_edition())
        path = shelf.folder / f"{edition.number:04d}-{edition.content_hash[:12]}.json"
        write_atomically(path, built_edition().read_bytes())
        write_atomically(shelf.pointer, f"{path.name}\n".encode("ascii"))

    def _open(self) -> Database:
        with self._opening:
            if self._database is None:
                self.make_ready()
                from kiosk.infrastructure.database.access import Database

                self._database = Database(self.database)
            return self._database


def _database_path(url: str | None) -> Path | None:
    """The file of a `sqlite:///…` URL; None without a URL."""
    if url is None:
        return None
    kind, separator, path = url.partition(":///")
    if not separator or kind not in {"sqlite", "sqlite+pysqlite"} or not path:
        raise away.DatabaseUnsupported(kind=url.partition(":")[0][:40])
    return Path(path).absolute()


def _told_by(child: subprocess.CompletedProcess[bytes], database: Path) -> Unavailable:
    """The child's own words for what was missing, in this process."""
    try:
        facts: dict[str, Any] = json.loads(child.stdout)
        kind = getattr(away, str(facts.pop("unavailable")))
    except (ValueError, KeyError, AttributeError):
        return DatabaseUnavailable(child.stderr.decode(errors="replace")[-2000:], reason="away", path=str(database))
    if kind is SettingsMalformed:
        return SettingsMalformed(path=facts["path"], faults=tuple(facts["faults"]))
    told: Unavailable = kind("told by the first-use process", **facts)
    return told
