"""`kiosk catalog …`: the catalogue without a screen.

Elsewhere: what it does to files and database (roles.catalog_tools, infrastructure.catalog_files).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from kiosk.application.commands.publish_edition import Publication
from kiosk.application.ports import Clock, Snapshot
from kiosk.domain.catalog import CatalogList, Edition, EntryCode
from kiosk.domain.refusals import UnknownItem
from kiosk.interface.cli.answer import NO, OK, USAGE, Subparsers, print_answer, printable

LONGEST_QUERY = 200


@dataclass(frozen=True, slots=True)
class Faulty:
    """catalog/ has faults, one line each; nothing was published."""

    lines: tuple[str, ...]


class CatalogDesk(Protocol):
    """What these commands need; roles.catalog_tools builds it."""

    def faults(self) -> Sequence[Mapping[str, str]]:
        """{file, field, what, mend, line} per fault of catalog/."""
        ...

    def publish(self, *, actor: str) -> Publication | Faulty: ...
    def compile(self, out: Path) -> Publication | Faulty: ...
    def edition(self) -> Edition: ...

    def document(self, code: EntryCode) -> Mapping[str, Any]:
        """Every field of one entry. KeyError for an unknown code."""
        ...


class CatalogCommands(Protocol):
    """The part of roles.tools that these commands see."""

    @property
    def actor(self) -> str: ...
    @property
    def catalog(self) -> CatalogDesk: ...


class AskedCommands(Protocol):
    """What `asked` sees of roles.tools: it reads the database as well."""

    @property
    def clock(self) -> Clock: ...
    @property
    def catalog(self) -> CatalogDesk: ...
    def snapshot(self) -> Snapshot: ...


def register(subparsers: Subparsers, common: argparse.ArgumentParser) -> None:
    """The subject `catalog` with its leaves."""
    subject = subparsers.add_parser("catalog", help="the catalogue: check, publish, read, search")
    leaves = subject.add_subparsers(required=True, metavar="COMMAND")
    check = leaves.add_parser("check", parents=[common], help="what is wrong in catalog/, one line per fault")
    check.set_defaults(run=check_files)
    load = leaves.add_parser("load", parents=[common], help="publish catalog/ as the next edition; unchanged: no new edition")
    load.set_defaults(run=load_edition)
    compile_ = leaves.add_parser("compile", parents=[common], help="write catalog/ as an edition file, for shipping")
    compile_.add_argument("--out", required=True, type=Path, metavar="FILE")
    compile_.set_defaults(run=compile_edition)
    stats = leaves.add_parser("stats", parents=[common], help="how many entries each list holds")
    stats.set_defaults(run=count_entries)
    show = leaves.add_parser("show", parents=[common], help="every field of one entry")
    show.add_argument("code", type=printable, metavar="CODE")
    show.set_defaults(run=show_entry)
    search = leaves.add_parser("search", parents=[common], help="entries for words, initials or pinyin, best first")
    what = search.add_mutually_exclusive_group(required=True)
    what.add_argument("text", nargs="?", metavar="TEXT")
    what.add_argument("--batch", type=Path, metavar="FILE", help="one query a line; one answer a line")
    search.add_argument("--limit", type=_limit, default=10, metavar="N")
    search.set_defaults(run=search_entries)
    asked = leaves.add_parser("asked", parents=[common], help="what people search and do not find, and what most tickets are for")
    asked.set_defaults(run=list_asked)


def check_files(args: argparse.Namespace, tools: CatalogCommands) -> int:
    faults = tools.catalog.faults()
    if getattr(args, "json", False):
        print_answer({"ok": not faults, "faults": faults}, args)
    else:
        for fault in faults:
            _line(fault["line"])
        _line(f"共 {len(faults)} 处" if faults else "没有差错")
    return NO if faults else OK


def load_edition(args: argparse.Namespace, tools: CatalogCommands) -> int:
    return _published(tools.catalog.publish(actor=tools.actor), args)


def compile_edition(args: argparse.Namespace, tools: CatalogCommands) -> int:
    return _published(tools.catalog.compile(args.out), args)


def count_entries(args: argparse.Namespace, tools: CatalogCommands) -> int:
    edition = tools.catalog.edition()
    print_answer({**{which.value: edition.counts[which] for which in CatalogList}, "edition": edition.number}, args)
    return OK


def show_entry(args: argparse.Namespace, tools: CatalogCommands) -> int:
    code = EntryCode(args.code.strip().upper())
    try:
        document = tools.catalog.document(code)
    except KeyError:
        raise UnknownItem(item=args.code) from None
    print_answer(document, args)
    return OK


def search_entries(args: argparse.Namespace, tools: CatalogCommands) -> int:
    from kiosk.domain.search import SearchIndex

    edition = tools.catalog.edition()
    index = SearchIndex.of(edition)

    def answer(text: str) -> list[dict[str, object]]:
        return [
            {
                "code": hit.code,
                "name": edition.rows[hit.code].plain_name,
                "list": edition.rows[hit.code].list.value,
                "score": round(hit.score, 3),
            }
            for hit in index.rank(text[:LONGEST_QUERY], limit=args.limit)
        ]

    if args.batch is None:
        print_answer(answer(args.text), args)
        return OK
    try:
        queries = args.batch.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        print(f"{args.batch}: {error.__class__.__name__}", file=sys.stderr)
        return USAGE
    one_line = argparse.Namespace(json=True)
    for query in queries:
        print_answer(answer(query), one_line)
    return OK


def list_asked(args: argparse.Namespace, tools: AskedCommands) -> int:
    """`misses`: words that were seen often enough, `found_now` where the edition in force knows them by now; `missed_per_day`: all of a day;
    `most_asked`: as the kiosk shows it, empty while there are too few tickets."""
    from kiosk.application.queries.asked import most_asked, search_misses
    from kiosk.domain.search import SearchIndex

    edition = tools.catalog.edition()
    misses = search_misses(snapshot=tools.snapshot(), clock=tools.clock)
    index = SearchIndex.of(edition) if misses.words else None
    print_answer(
        {
            "misses": [
                {
                    "words": missed.words,
                    "times": missed.times,
                    "days": missed.days,
                    "first_day": missed.first_day.isoformat(),
                    "last_day": missed.last_day.isoformat(),
                    "found_now": index is not None and bool(index.rank(missed.words, limit=1)),
                }
                for missed in misses.words
            ],
            "missed_per_day": [{"day": of.day.isoformat(), "times": of.times} for of in misses.days],
            "most_asked": [
                {"code": item.code, "name": edition.rows[item.code].plain_name, "tickets": item.tickets}
                for item in most_asked(snapshot=tools.snapshot(), clock=tools.clock, edition=edition)
            ],
        },
        args,
    )
    return OK


def _published(outcome: Publication | Faulty, args: argparse.Namespace) -> int:
    match outcome:
        case Faulty(lines=lines):
            print_answer({"refused": "CatalogFaulty", "faults": lines}, args)
            for line in lines:
                print(line, file=sys.stderr)
            return NO
        case Publication():
            print_answer({"edition": outcome.number, "content_hash": outcome.content_hash, "changed": outcome.changed}, args)
            return OK


def _line(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


def _limit(text: str) -> int:
    limit = int(text)
    if not 0 < limit <= 500:
        raise ValueError(text)
    return limit
