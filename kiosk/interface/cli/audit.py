"""`kiosk audit verify | head | list | note-anew`: whether the record of every act is whole.

Elsewhere: the question itself (application.queries.audit), noting the head anew (application.commands.audit).
"""

from __future__ import annotations

import argparse
from typing import Any

from kiosk.application.commands.audit import note_head_anew
from kiosk.application.ports import AuditEntry
from kiosk.application.queries.audit import AuditReport, audit_head, latest_acts, verify_audit
from kiosk.domain.audit import ChainHead, NoteState, head_digits
from kiosk.domain.staff import staff_number
from kiosk.interface.cli.answer import NO, OK, Subparsers, print_answer, say
from kiosk.interface.cli.staff import StaffCommands, signed_in
from kiosk.interface.shared.sentences import chain_words

MOST_SHOWN = 1000


def register(subparsers: Subparsers, common: argparse.ArgumentParser) -> None:
    """The subject `audit` with its leaves."""
    leaves = subparsers.add_parser("audit", help="the record of every act: verify it, read it").add_subparsers(
        required=True, metavar="COMMAND"
    )
    verify = leaves.add_parser("verify", parents=[common], help="find what was edited, inserted, deleted, reordered or cut off")
    verify.add_argument("--head", type=head_digits, metavar="HASH", help="a head that was noted elsewhere, as on the daily slip")
    verify.add_argument("--no-note", action="store_true", help="do not look at the head beside the database (for a copy without it)")
    verify.set_defaults(run=verify_all)
    head = leaves.add_parser("head", parents=[common], help="the hash of the last entry, for paper")
    head.set_defaults(run=show_head)
    listing = leaves.add_parser("list", parents=[common], help="the latest acts, newest first")
    listing.add_argument("--limit", type=_limit, default=50, metavar="N")
    listing.set_defaults(run=list_acts)
    anew = leaves.add_parser("note-anew", parents=[common], help="note the present head beside the database: after a restored backup")
    anew.add_argument("--as", required=True, dest="acting_as", type=staff_number, metavar="NUMBER", help="the admin who does it")
    anew.set_defaults(run=note_anew)


def verify_all(args: argparse.Namespace, tools: StaffCommands) -> int:
    report = verify_audit(uow=tools.unit_of_work(), snapshot=tools.snapshot(), named_head=args.head, look_at_note=not args.no_note)
    print_answer(_report(report), args)
    for finding in report.findings:
        say(chain_words(finding.fault, finding.entry))
    if report.whole and args.head is None and report.note is not NoteState.NOTED and report.entries:
        say("记录前后接得上，但没有和别处记下的链头比，末尾少了几条看不出来，请加 --head 和纸上的链头再查一次。")
    return OK if report.whole else NO


def show_head(args: argparse.Namespace, tools: StaffCommands) -> int:
    print_answer(_head(audit_head(snapshot=tools.snapshot())), args)
    return OK


def list_acts(args: argparse.Namespace, tools: StaffCommands) -> int:
    print_answer([_act(act) for act in latest_acts(limit=args.limit, snapshot=tools.snapshot())], args)
    return OK


def note_anew(args: argparse.Namespace, tools: StaffCommands) -> int:
    with signed_in(args, tools) as session:
        head = note_head_anew(session=session, uow=tools.unit_of_work(), clock=tools.clock)
    print_answer(_head(head), args)
    return OK


def _report(report: AuditReport) -> dict[str, Any]:
    """`note`: noted, missing, unreadable, null when it was not looked at. `named_entry`: where `--head` stands; null: not asked, or nowhere."""
    return {
        "ok": report.whole,
        **_head(report.head),
        "entries": report.entries,
        "note": report.note.value if report.note is not None else None,
        "named_entry": report.named_entry,
        "found": report.found,
        "findings": [{"fault": finding.fault.value, "entry": finding.entry} for finding in report.findings],
    }


def _head(head: ChainHead) -> dict[str, Any]:
    return {"entry": head.entry, "head": head.digest, "short": head.short}


def _act(act: AuditEntry) -> dict[str, Any]:
    return {"entry": act.entry, "at": act.at, "actor": act.actor, "act": act.act, "subject": act.subject, "details": dict(act.details)}


def _limit(text: str) -> int:
    number = int(text)
    if not 0 < number <= MOST_SHOWN:
        raise ValueError(text)
    return number
