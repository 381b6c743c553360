"""The command line as a role: parses, builds the parts, runs one command, tells what came of it.

A subject's commands stand in interface.cli; what they may use beyond the parts is built here.

Elsewhere: the catalogue's tools (catalog_tools.py), roles with a screen (their own modules).
"""

from __future__ import annotations

import argparse
import getpass
import logging
import os
import sys
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from kiosk.application.commands.take_ticket import TakenTicket
from kiosk.application.ports import PrintOutcome
from kiosk.application.unavailable import PrintCause, Unavailable
from kiosk.application.workbook import Sheet
from kiosk.domain.hall import CounterId
from kiosk.domain.queueing import PrintState
from kiosk.domain.refusals import Refused
from kiosk.infrastructure.logbook import keep_log
from kiosk.infrastructure.paths import DataDirectory, data_directory
from kiosk.interface.cli import alert, audit, catalog, counter, demo, desk, figures, help_call, rating, staff, ticket, voice
from kiosk.interface.cli.answer import OK, print_answer, refuse, unavailable
from kiosk.interface.shared.sentences import sentence
from kiosk.roles.catalog_tools import CatalogTools
from kiosk.roles.parts import Parts, twice_when_full

log = logging.getLogger(__name__)


class CommandTools(Parts):
    """Parts, and what only commands need."""

    @property
    def actor(self) -> str:
        """`os:name`. A user without a name (a container's bare number) is known by the number."""
        try:
            return f"os:{getpass.getuser()}"
        except (OSError, KeyError):
            if sys.platform == "win32":
                return "os:?"
            return f"os:{os.getuid()}"

    @cached_property
    def catalog(self) -> CatalogTools:
        return CatalogTools(self)

    @cached_property
    def voice(self) -> voice.VoiceTools:
        from kiosk.roles.voice_tools import HallVoiceTools

        return HallVoiceTools(self.data)

    def write_workbook(self, path: Path, sheets: tuple[Sheet, ...]) -> None:
        from kiosk.infrastructure.spreadsheets.workbook_file import write_workbook

        write_workbook(path, sheets, at=self.clock.now())

    def import_rating_code(self, counter: CounterId, picture: Path) -> str:
        from kiosk.infrastructure.rating_codes import keep_code, read_code

        code = read_code(picture, counter, self.settings.rating_hosts)
        keep_code(code, self.data)
        return code.host

    def rating_code_hosts(self) -> dict[str, str]:
        from kiosk.infrastructure.rating_codes import code_of

        codes = (code_of(counter.id, self.data, self.settings.rating_hosts) for counter in self.hall.counters)
        return {str(code.counter): code.host for code in codes if code is not None}

    @property
    def has_printer(self) -> bool:
        return self.settings.printer is not None

    def put_on_paper(self, ticket: TakenTicket) -> PrintOutcome:
        """Prints the queued job of `ticket` here and waits for its end, at most as long as a job lives."""
        printer = self.settings.printer
        if printer is None or ticket.print_job is None:
            return PrintOutcome(PrintState.NONE, PrintCause.NOT_CONFIGURED)
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from PySide6.QtGui import QGuiApplication

        from kiosk.infrastructure.printing.print_desk import TicketPrintDesk, printer_for
        from kiosk.interface.shared.fonts import find_hanzi_family
        from kiosk.roles.paper import paper_of

        _application = QGuiApplication.instance() or QGuiApplication([])
        paper = paper_of(ticket, hall=self.hall, edition=self.edition())
        driver = printer_for(printer.link, width=printer.width, family=find_hanzi_family())
        desk = TicketPrintDesk(printer=driver, unit_of_work=self.unit_of_work, clock=self.clock)
        desk.start()
        try:
            return desk.submit(job=ticket.print_job, paper=paper).result()
        finally:
            desk.close()


def run(argv: Sequence[str]) -> int:
    """The exit code of one command line."""
    args = _parser().parse_args(argv)
    data = data_directory(getattr(args, "data", None))
    try:
        tools = CommandTools(data=data, database=getattr(args, "database", None))
        try:
            # Whatever a command writes, it writes all or nothing and answers at its end.
            return twice_when_full(lambda: int(args.run(args, tools)))
        finally:
            tools.close()
            if tools.restored is not None:
                _log_fault(data, tools.restored)
                print(sentence(tools.restored), file=sys.stderr)
    except Refused as refused:
        return refuse(refused, args)
    except Unavailable as missing:
        _log_fault(data, missing)
        return unavailable(missing, args)
    except BrokenPipeError:
        # Whoever read the answer has had enough of it; Python's own flush at exit must not complain again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK


def _log_fault(data: DataDirectory, missing: Unavailable) -> None:
    """A line in the hall's log. No folder is made for it that was never there; where none can be written, the sentence on stderr is enough."""
    if not os.access(data.root, os.W_OK):
        return
    handler = keep_log(data.logs, "tools")
    log.warning("unavailable: %s", missing)
    logging.getLogger().removeHandler(handler)
    handler.close()


def _parser() -> argparse.ArgumentParser:
    # Given before the subcommand or after it: the leaf must not set back what the root has read, hence no defaults.
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--data", metavar="DIR", help="the hall's data directory")
    common.add_argument("--database", metavar="URL", help="sqlite:///FILE; without it, SQLite in the data directory")
    common.add_argument("--json", action="store_true", help="one line, one value")
    parser = argparse.ArgumentParser(prog="kiosk", description="Tools of a hall.", parents=[common])
    subjects = parser.add_subparsers(required=True, metavar="TOOL")
    catalog.register(subjects, common)
    ticket.register(subjects, common)
    counter.register(subjects, common)
    staff.register(subjects, common)
    audit.register(subjects, common)
    alert.register(subjects, common)
    desk.register(subjects, common)
    figures.register(subjects, common)
    help_call.register(subjects, common)
    demo.register(subjects, common)
    rating.register(subjects, common)
    voice.register(subjects, common)
    prepare = subjects.add_parser("prepare", parents=[common], help="make or migrate the hall's data (done by itself on first use)")
    prepare.set_defaults(run=_prepare)
    return parser


def _prepare(args: argparse.Namespace, tools: CommandTools) -> int:
    restored = tools.prepare()
    print_answer({"database": str(tools.database), **({"restored": dict(restored.facts())} if restored is not None else {})}, args)
    return OK
