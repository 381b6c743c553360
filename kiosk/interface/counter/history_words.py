"""这个号的经过: what has happened to a number, a line each.

Elsewhere: the events (application.queries.ticket_history).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.application.ports import TicketMoment
from kiosk.domain.catalog import Edition
from kiosk.domain.queueing import ParkReason, TicketEventKind
from kiosk.interface.counter.desk_words import PARK_WORDS, item_name
from kiosk.interface.shared.moments import clock_words

_PLAIN: Mapping[TicketEventKind, str] = {
    TicketEventKind.ISSUED: "取号",
    TicketEventKind.CALLED: "叫号",
    TicketEventKind.RECALLED: "重呼",
    TicketEventKind.STARTED: "开始办",
    TicketEventKind.FINISHED: "办结",
    TicketEventKind.MISSED: "过号",
    TicketEventKind.REJOINED: "来了，又排上",
    TicketEventKind.PARKED: "搁置",
    TicketEventKind.TAKEN_BACK: "取回接着办",
    TicketEventKind.TRANSFERRED: "转走",
    TicketEventKind.CANCELLED: "居民不办了",
    TicketEventKind.CLOSED: "没办完，当天结束",
    TicketEventKind.VOIDED: "作废",
    TicketEventKind.UNDONE: "撤销上一步",
    TicketEventKind.ITEM_CORRECTED: "改事项",
    TicketEventKind.ITEM_ADDED: "加一件事",
    TicketEventKind.FIRST_ASKED: "首问",
    TicketEventKind.REPRINTED: "补打号票",
    TicketEventKind.DOUBTED: "取号时间说错一次",
    TicketEventKind.PAPER: "",
}


@dataclass(frozen=True, slots=True)
class HistoryRow:
    key: str
    time: str
    words: str


def history_rows(moments: Sequence[TicketMoment], edition: Edition) -> tuple[HistoryRow, ...]:
    """Oldest first. 首问 stands in the line of the beginning it belongs to; who did something is told by the staff number."""
    return tuple(
        HistoryRow(str(position), clock_words(moment.at), words)
        for position, moment in enumerate(moments)
        if (words := _words(moment, edition)) and moment.kind is not TicketEventKind.FIRST_ASKED
    )


def _words(moment: TicketMoment, edition: Edition) -> str:
    where = f"{moment.counter} 号窗口" if moment.counter is not None else ""
    what = "，".join((f"{where}{_PLAIN[moment.kind]}", *_more(moment, edition)))
    return f"{what}（撤销了）" if moment.undone else what


def _more(moment: TicketMoment, edition: Edition) -> Iterator[str]:
    details = moment.details
    match moment.kind:
        case TicketEventKind.TRANSFERRED if "to_counter" in details:
            yield f"去 {details['to_counter']} 号窗口"
        case TicketEventKind.TRANSFERRED if "to_line" in details:
            yield f"去 {details['to_line']} 队列"
        case TicketEventKind.PARKED if details.get("reason") in set(ParkReason):
            yield PARK_WORDS[ParkReason(details["reason"])]
        case TicketEventKind.ITEM_CORRECTED | TicketEventKind.ITEM_ADDED if "item" in details:
            yield item_name(details["item"], edition)
        case _:
            pass
    if moment.staff is not None:
        yield f"工号 {moment.staff}"
