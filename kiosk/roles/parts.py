"""The parts of a hall, built from its data directory. Every role takes them from here.

Importing this module loads neither Qt nor SQLAlchemy; the database opens with the first unit of work or snapshot, on whatever thread asks.

Elsewhere: who gets which part (each role), the adapters themselves (infrastructure).
"""

from __future__ import annotations

import json
import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from kiosk.application import unavailable as away
from kiosk.application.unavailable import DatabaseRestored, DatabaseUnavailable, FirstUsePending, SafeMode, SettingsMalformed, Unavailable
from kiosk.infrastructure.paths import DataDirectory, built_edition

if TYPE_CHECKING:
    import subprocess
    from datetime import datetime

    from kiosk.application.ports import ChangeFeed, Clock, Fingerprints, SecretHasher, Snapshot, UnitOfWork, UptimeClock
    from kiosk.domain.catalog import Edition
    from kiosk.domain.hall import Hall
    from kiosk.infrastructure.database.access import Database
    from kiosk.infrastructure.hall_cover import HallCover
    from kiosk.infrastructure.settings import HallSettings

FIRST_USE_SECONDS = 30
Done = TypeVar("Done")


class Parts:
    """One hall. Safe to share between threads; close it last."""

    def __init__(
        self, *, data: DataDirectory, database: str | None = None, environment: Mapping[str, str] = os.environ, safe: SafeMode | None = None
    ) -> None:
        """`database`: --database, else KIOSK_DATABASE, else SQLite in the data directory. DatabaseUnsupported for another kind.

        `safe`: why there is no database in this run at all; whoever asks for it is told so.
        """
        self.safe = safe
        self.data = data
        self._environment = environment
        self.database = _database_path(database or environment.get("KIOSK_DATABASE") or None) or data.database
        self._opening = threading.Lock()
        self._log: logging.Handler | None = None
        self._database: Database | None = None
        self.restored: DatabaseRestored | None = None
        """What the last recovery did, for whoever tells staff."""
        self.openings = 0
        """How often a database was opened: after a recovery it is another file."""

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

    @cached_property
    def uptime(self) -> UptimeClock:
        from kiosk.infrastructure.uptime import MachineUptime

        return MachineUptime()

    @cached_property
    def secrets(self) -> SecretHasher:
        """For signing in. Loads its library with the first secret."""
        from kiosk.infrastructure.argon2_secrets import Argon2Secrets

        return Argon2Secrets()

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

    def fingerprints(self) -> Fingerprints:
        """Of the texts that this database counts."""
        return self._open().fingerprints

    def cut_log(self) -> bool:
        """What was deleted leaves the database's log too; False while somebody else reads."""
        return self._open().cut_log()

    def change_feed(self, look_seconds: float | None = None) -> ChangeFeed:
        """`look_seconds`: for a face that is watched by a whole hall; None: as often as a person at a screen notices."""
        database = self._open()
        return database.change_feed() if look_seconds is None else database.change_feed(look_seconds)

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

        Does nothing when all is there. A damaged database is recovered (recovery.py), which `restored` then tells of.
        FirstUsePending when another process has not finished within FIRST_USE_SECONDS.
        """
        from kiosk.infrastructure.database.readiness import Readiness, readiness
        from kiosk.infrastructure.database.recovery import needs_recovery

        # A damaged file with a backup or a log beside it is mended by the child; without them `readiness` says what is the matter.
        if not needs_recovery(self.database, deep=False) and readiness(self.database) is Readiness.CURRENT:
            return
        self._run_child()

    def _run_child(self) -> None:
        import subprocess

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
        self.restored = _restored(child) or self.restored

    def prepare(self) -> DatabaseRestored | None:
        """The child's work: settings, database, edition, under one lock between processes. Gives what had to be recovered."""
        from kiosk.infrastructure.database.first_use import bring_up_to_date
        from kiosk.infrastructure.database.recovery import recover
        from kiosk.infrastructure.database.unit_of_work import WRITER_SECONDS
        from kiosk.infrastructure.database.writer_lock import WriterLock

        with WriterLock(self.data.lock("first-use")).held(FIRST_USE_SECONDS) as held:
            if not held:
                raise FirstUsePending(seconds=FIRST_USE_SECONDS)
            _ = self.settings
            with WriterLock(self.database.with_name(f"{self.database.name}.lock")).held(WRITER_SECONDS) as alone:
                if not alone:
                    raise DatabaseUnavailable("writer lock", reason="locked", path=str(self.database))
                recovered = recover(self.database, now=self._now, bring_up_to_date=bring_up_to_date)
            bring_up_to_date(self.database)
            self._adopt_built_edition()
        if recovered is None:
            return None
        facts = {"kept": recovered.kept, "backup": recovered.backup, "numbers": recovered.numbers}
        with self.unit_of_work() as uow:
            uow.audit.record(act="database.recover", actor="kiosk", at=self.clock.now(), subject="hall:database", details=facts)
            uow.commit()
        kept = str(self.database.with_name(recovered.kept)) if recovered.kept is not None else None
        return DatabaseRestored(path=kept, backup=recovered.backup, numbers=recovered.numbers)

    def _now(self) -> datetime:
        """Asked late: a live hall refuses a rehearsal's clock, which concerns nobody who does not look at it."""
        return self.clock.now()

    def _adopt_built_edition(self) -> None:
        """Puts the edition that came with the program on the shelf of a new hall, byte for byte."""
        from kiosk.infrastructure.catalog_files.edition_file import read_edition
        from kiosk.infrastructure.catalog_files.edition_publishing import EditionFolder, copy_attached, write_atomically

        shelf = EditionFolder(self.data.editions)
        if shelf.pointer.exists() or not built_edition().is_file():
            return
        edition = read_edition(built_edition())
        path = shelf.folder / f"{edition.number:04d}-{edition.content_hash[:12]}.json"
        copy_attached(built_edition(), path)
        write_atomically(path, built_edition().read_bytes())
        write_atomically(shelf.pointer, f"{path.name}\n".encode("ascii"))

    def mend(self) -> None:
        """Looks at every page and row, and recovers what is damaged. Does nothing to a whole database, and nothing where nothing is kept to
        recover from: then the next question says what is the matter."""
        from kiosk.infrastructure.database.recovery import needs_recovery

        with self._opening:
            if self.safe is not None or not needs_recovery(self.database, deep=True):
                return
            # Nobody of this process may write to the old file while the child moves it.
            if self._database is not None:
                self._database.close()
                self._database = None
            self._run_child()

    def back_up(self) -> Path:
        """A copy of the database beside it. DatabaseDamaged when it is not whole: `mend` may help."""
        return self._open().back_up()

    def keep_reserve(self) -> bool:
        """Room for tickets is kept on the disk; False while the disk is too full for it."""
        return self._open().reserve.restore()

    def _open(self) -> Database:
        if self.safe is not None:
            raise self.safe
        with self._opening:
            if self._database is not None and not self._database.is_still_the_file():
                self._database.close()
                self._database = None
            if self._database is None:
                self.make_ready()
                from kiosk.infrastructure.database.access import Database

                self._database = Database(self.database)
                self.openings += 1
            return self._database


def twice_when_full(deed: Callable[[], Done]) -> Done:
    """Does it again where the disk was full: the failed try has given up the disk's reserve, and nothing of it was committed."""
    try:
        return deed()
    except away.DiskFull:
        return deed()


def _database_path(url: str | None) -> Path | None:
    """The file of a `sqlite:///…` URL; None without a URL."""
    if url is None:
        return None
    kind, separator, path = url.partition(":///")
    if not separator or kind not in {"sqlite", "sqlite+pysqlite"} or not path:
        raise away.DatabaseUnsupported(kind=url.partition(":")[0][:40])
    return Path(path).absolute()


def _restored(child: subprocess.CompletedProcess[bytes]) -> DatabaseRestored | None:
    """What the child has recovered, told in its answer."""
    facts = json.loads(child.stdout).get("restored")
    return DatabaseRestored(**facts) if facts is not None else None


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
