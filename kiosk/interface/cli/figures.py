"""`kiosk figures`: how many came, how long they waited and were served. No person is in it; what is too little to tell is null.

Elsewhere: what counts as what (domain.figures), the question (application.queries.figures).
"""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Protocol

from kiosk.application.ports import Clock, Snapshot
from kiosk.application.queries.figures import hall_figures
from kiosk.application.workbook import Sheet
from kiosk.domain.catalog import Edition
from kiosk.domain.figures import FigureCell, Figures
from kiosk.domain.hall import Hall
from kiosk.domain.numbering import business_day
from kiosk.interface.cli.answer import OK, USAGE, Subparsers, print_answer, say
from kiosk.interface.shared.figures_words import figures_sheets

DAYS = 7
"""Up to today, when no day is named."""


class FiguresCommands(Protocol):
    """The part of roles.tools that this command sees."""

    @property
    def clock(self) -> Clock: ...
    @property
    def hall(self) -> Hall: ...
    def edition(self) -> Edition: ...
    def snapshot(self) -> Snapshot: ...

    def write_workbook(self, path: Path, sheets: tuple[Sheet, ...]) -> None: ...


def register(subparsers: Subparsers, common: argparse.ArgumentParser) -> None:
    """The leaf `kiosk figures`."""
    figures = subparsers.add_parser("figures", parents=[common], help="waits, services, missed numbers, help; also as a workbook")
    figures.add_argument(
        "--from", dest="first", type=date.fromisoformat, metavar="YYYY-MM-DD", help=f"without it, {DAYS} days up to the last"
    )
    figures.add_argument("--to", dest="last", type=date.fromisoformat, metavar="YYYY-MM-DD", help="without it, today")
    figures.add_argument("--xlsx", type=Path, metavar="PATH", help="write a workbook as well")
    figures.set_defaults(run=tell_figures)


def tell_figures(args: argparse.Namespace, tools: FiguresCommands) -> int:
    last = args.last or business_day(tools.clock.now())
    first = args.first or last - timedelta(days=DAYS - 1)
    if last < first:
        say("--from 要写在 --to 之前或者同一天。")
        return USAGE
    figures = hall_figures(first=first, last=last, snapshot=tools.snapshot(), clock=tools.clock)
    if args.xlsx is not None:
        tools.write_workbook(args.xlsx, figures_sheets(figures, edition=tools.edition(), hall=tools.hall))
    print_answer(_told(figures), args)
    return OK


def _told(figures: Figures) -> dict[str, Any]:
    return {
        "from": figures.first.isoformat(),
        "to": figures.last.isoformat(),
        "until": figures.until.isoformat(timespec="seconds") if figures.until is not None else None,
        "days": figures.days,
        "total": _cell(figures.total),
        "tickets_before": figures.tickets_before,
        "by_hour": _cells(figures.by_hour, "hour"),
        "by_day": _cells(figures.by_day, "day"),
        "by_line": _cells(figures.by_line, "line"),
        "by_item": _cells(figures.by_item, "item"),
        "by_counter": _cells(figures.by_counter, "counter"),
        "by_class": _cells(figures.by_class, "class"),
        "help": {
            "calls": figures.help.calls,
            "taken": figures.help.taken,
            "within_60_seconds": figures.help.prompt,
            "cancelled": figures.help.cancelled,
            "unanswered": figures.help.unanswered,
        },
        "estimates": {"told": figures.estimates.told, "inside": _round(figures.estimates.inside, 3)},
    }


def _cells(cells: tuple[FigureCell, ...], what: str) -> list[dict[str, Any]]:
    return [{what: cell.key or None, **_cell(cell)} for cell in cells]


def _cell(cell: FigureCell) -> dict[str, Any]:
    return {
        "tickets": cell.tickets,
        "called": cell.called,
        "half_waited": _round(cell.half_waited, 1),
        "nine_in_ten_waited": _round(cell.nine_waited, 1),
        "within_10_minutes": _round(cell.prompt, 3),
        "missed": cell.missed,
        "served": cell.served,
        "minutes_served": _round(cell.minutes_served, 1),
    }


def _round(figure: float | None, places: int) -> float | None:
    return round(figure, places) if figure is not None else None
