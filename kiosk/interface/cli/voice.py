"""`kiosk voice`: whether the recording of calls is whole, how a call sounds, which displays are not heard.

Here: arguments and answers. Elsewhere: clips and players (infrastructure.speech), what is said (domain.announcing).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.application.ports import Snapshot
from kiosk.application.queries.voices import voices_now
from kiosk.application.unavailable import VoiceUnavailable
from kiosk.domain.numbering import TicketNumber
from kiosk.interface.cli.answer import NO, OK, Subparsers, print_answer, say
from kiosk.interface.shared.sentences import sentence, voice_words

HIGHEST_COUNTER = 99


@dataclass(frozen=True, slots=True)
class Recording:
    """One folder of clips. `fault`: why it cannot speak, None where it is whole."""

    folder: Path
    clips: int
    fault: VoiceUnavailable | None


class VoiceTools(Protocol):
    """What the commands need; the role of the tools builds it."""

    def recordings(self) -> Sequence[Recording]:
        """The hall's own where there is one, then the program's; the first whole one speaks."""
        ...

    def say(self, number: TicketNumber, counter: int, out: Path | None) -> tuple[str, float]:
        """The words and how many seconds they take: played, or written to `out`. VoiceUnavailable when nobody could hear it."""
        ...


class Tools(Protocol):
    @property
    def voice(self) -> VoiceTools: ...
    def snapshot(self) -> Snapshot: ...


def register(subparsers: Subparsers, common: argparse.ArgumentParser) -> None:
    """The leaves of `kiosk voice`."""
    commands = subparsers.add_parser("voice", help="the recording by which calls are said").add_subparsers(required=True, metavar="DEED")
    check = commands.add_parser("check", parents=[common], help="whether the recordings are whole; exit 1 where one is not")
    check.set_defaults(run=_check)
    displays = commands.add_parser("displays", parents=[common], help="which displays are not heard, and why; exit 1 where one is not")
    displays.set_defaults(run=_displays)
    speak = commands.add_parser("say", parents=[common], help="a call as the display says it")
    speak.add_argument("number", type=_number, metavar="NUMBER", help="A012")
    speak.add_argument("counter", type=_counter, metavar="COUNTER")
    speak.add_argument("--out", type=Path, metavar="F.wav", help="write it instead of playing it")
    speak.set_defaults(run=_say)


def _check(args: argparse.Namespace, tools: Tools) -> int:
    recordings = tools.voice.recordings()
    whole = next((each for each in recordings if each.fault is None), None)
    answer = {
        "speaks": str(whole.folder) if whole is not None else None,
        "recordings": [
            {"folder": str(each.folder), "clips": each.clips, **({"fault": dict(each.fault.facts())} if each.fault else {})}
            for each in recordings
        ],
    }
    print_answer(answer, args)
    faults = [each.fault for each in recordings if each.fault is not None]
    for fault in faults:
        say(sentence(fault))
    return NO if faults else OK


def _displays(args: argparse.Namespace, tools: Tools) -> int:
    seen = voices_now(snapshot=tools.snapshot())
    answer = [
        {"display": each.display, "silent": each.silent.value if each.silent else None, "since": each.since.isoformat()} for each in seen
    ]
    print_answer(answer, args)
    silent = [each.silent for each in seen if each.silent is not None]
    for reason in dict.fromkeys(silent):
        say(voice_words(reason))
    return NO if silent else OK


def _say(args: argparse.Namespace, tools: Tools) -> int:
    words, seconds = tools.voice.say(args.number, args.counter, args.out)
    print_answer({"says": words, "seconds": round(seconds, 2), "out": str(args.out) if args.out else None}, args)
    return OK


def _number(text: str) -> TicketNumber:
    return TicketNumber.parse(text)


def _counter(text: str) -> int:
    number = int(text)
    if not 0 < number <= HIGHEST_COUNTER:
        raise ValueError(text)
    return number
