"""What the hall says no to.

Here: one class per reason, carrying facts. Elsewhere: the words (interface.shared.sentences) and faults of the machine (application.unavailable).

    Refused
    ├── HallClosed             no tickets now: lunch, before opening, after closing, a closed day
    ├── BeyondClosing          open, but the turn would come after closing
    ├── QuotaReached           all numbers of the day for this line or item were given
    ├── StoppedToday           今日停办: this item or line is not done at present
    ├── AlertNamesBoth         an alert is of an item or of a line
    ├── AlertEndsTooEarly      an alert that would be over at once
    ├── AlertEndsTooLate       an alert beyond today: that is a change of the catalogue
    ├── NoAlert                nothing is stopped that could be lifted
    ├── NoHelperNow            nobody is signed in at a counter whom a call could reach
    ├── UnknownHelpCall        no such help call
    ├── HelpCallOver           the help call was taken, ended or given up
    ├── PadNumberEntered       this number of the paper pad was entered today
    ├── NothingToVoid          none of these numbers waits
    ├── UnknownLine            this hall has no such line
    ├── UnknownItem            the catalogue has no such entry
    ├── UnknownCounter         this hall has no such counter
    ├── UnknownTicket          no such number on that day
    ├── NotWaiting             the ticket was called or given back: nothing to cancel, nothing to print
    ├── NotItsTime             the ticket was not taken at the time that was named
    ├── TooManyDoubts          too many wrong times were named for this ticket
    ├── AlreadyReprinted       the ticket has had its copy
    ├── RequestReused          the request id already stands for another ticket
    ├── PauseBetweenTickets    this screen has just issued a ticket
    ├── NobodyWaiting          no ticket waits for this counter
    ├── AlreadyCalled          another counter was quicker
    ├── CounterServesNothing   the counter is closed by setting or has no line
    ├── CounterNotOpen         the counter is closed or paused, perhaps from another console
    ├── CounterTakenOver       another clerk has opened the counter since
    ├── CounterOccupied        a ticket is called or served at the counter
    ├── NothingAtCounter       no ticket is called or served at the counter
    ├── DeedOutOfTurn          the ticket is not in the state, or not at the counter, that the deed needs
    ├── NotForThisCounter      the counter does not serve the ticket's line, or it is kept for another counter
    ├── TicketOfAnotherDay     only today's tickets are called and served
    ├── RecallsUsedUp          it was called often enough: it is missed
    ├── RejoinTooLate          missed too long ago to come back
    ├── NothingToUndo          no deed at the counter, too late, or something has happened since
    ├── RatingCodeUnfit        a picture that holds no 好差评 code of an allowed address
    ├── ForbiddenOnLiveHall    a rehearsal act in a hall that serves people
    ├── UnknownStaff           no such staff number, or it was withdrawn
    ├── StaffNumberTaken       the number was given before; it is never given again
    ├── AdminExists            the hall has an admin: the first one is made once
    ├── LastAdmin              without this account nobody could look after staff
    ├── WrongSecret            not this account's PIN, password or code
    ├── SignInDelayed          too many wrong tries: the account waits, others do not
    ├── CodeExpired            the one-time code was not used in time
    ├── SecretMustBeReplaced   signed in with a one-time code: choose a PIN or password first
    ├── WeakSecret             a PIN or password that is guessed too easily
    ├── SessionEnded           locked, of another day, or the account has changed since
    └── NotPermitted           none of the account's roles allows it
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

Fact = str | int | bool | None | tuple[str, ...]


class Refused(Exception):
    """The hall says no. `facts()` is JSON-ready; the class name is stable (command line)."""

    def __init__(self, **facts: Fact) -> None:
        super().__init__(type(self).__name__)
        self._facts = dict(facts)

    def facts(self) -> Mapping[str, Fact]:
        """Times are RFC 3339 strings in the hall's zone, unknown is None."""
        return self._facts

    def __str__(self) -> str:
        return f"{type(self).__name__} {self._facts}"


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment is not None else None


class HallClosed(Refused):
    """`reason` is one of lunch, before_opening, after_closing, closed_day; `day_name` names a holiday. `assumed`: next year's calendar is not there yet."""

    def __init__(self, *, reason: str, opens_at: datetime | None, closes_at: datetime | None, day_name: str | None, assumed: bool) -> None:
        super().__init__(reason=reason, opens_at=_text(opens_at), closes_at=_text(closes_at), day_name=day_name, assumed=assumed)
        self.reason = reason
        self.opens_at = opens_at
        self.closes_at = closes_at
        self.day_name = day_name
        self.assumed = assumed


class BeyondClosing(Refused):
    """`wait_low` whole minutes are far beyond the `minutes_left` in which counters still serve today (waiting.surely_beyond)."""

    def __init__(self, *, line: str, ahead: int, wait_low: int, minutes_left: int, closes_at: datetime) -> None:
        super().__init__(line=line, ahead=ahead, wait_low=wait_low, minutes_left=minutes_left, closes_at=_text(closes_at))
        self.ahead = ahead
        self.closes_at = closes_at


class QuotaReached(Refused):
    """`quota` numbers a day for the line, or for the item where that is not None."""

    def __init__(self, *, line: str, item: str | None, quota: int) -> None:
        super().__init__(line=line, item=item, quota=quota)
        self.line = line
        self.item = item
        self.quota = quota


class StoppedToday(Refused):
    """`reason` is an alerts.AlertReason; the whole line is stopped where `item` is None. It may be done again from `until` on."""

    def __init__(self, *, line: str, item: str | None, reason: str, until: datetime) -> None:
        super().__init__(line=line, item=item, reason=reason, until=_text(until))
        self.line = line
        self.item = item
        self.reason = reason
        self.until = until


class AlertNamesBoth(Refused):
    """Both, or neither."""

    def __init__(self, *, item: str | None, line: str | None) -> None:
        super().__init__(item=item, line=line)


class AlertEndsTooEarly(Refused):
    def __init__(self, *, until: datetime) -> None:
        super().__init__(until=_text(until))
        self.until = until


class AlertEndsTooLate(Refused):
    def __init__(self, *, until: datetime) -> None:
        super().__init__(until=_text(until))
        self.until = until


class NoAlert(Refused):
    def __init__(self, *, item: str | None, line: str | None) -> None:
        super().__init__(item=item, line=line)
        self.item = item
        self.line = line


class NoHelperNow(Refused):
    pass


class UnknownHelpCall(Refused):
    def __init__(self, *, call: int) -> None:
        super().__init__(call=call)
        self.call = call


class HelpCallOver(Refused):
    """`state` is an assistance.HelpCallState; `counter` whose helper went, where one did."""

    def __init__(self, *, call: int, state: str, counter: int | None) -> None:
        super().__init__(call=call, state=state, counter=counter)
        self.call = call
        self.state = state
        self.counter = counter


class PadNumberEntered(Refused):
    def __init__(self, *, number: str) -> None:
        super().__init__(number=number)
        self.number = number


class NothingToVoid(Refused):
    def __init__(self, *, first: str, last: str) -> None:
        super().__init__(first=first, last=last)
        self.first = first
        self.last = last


class UnknownLine(Refused):
    def __init__(self, *, line: str, lines: tuple[str, ...]) -> None:
        super().__init__(line=line, lines=lines)
        self.line = line
        self.lines = lines


class UnknownItem(Refused):
    def __init__(self, *, item: str) -> None:
        super().__init__(item=item)
        self.item = item


class UnknownCounter(Refused):
    def __init__(self, *, counter: int, counters: tuple[int, ...]) -> None:
        super().__init__(counter=counter, counters=tuple(str(number) for number in counters))
        self.counter = counter
        self.counters = counters


class UnknownTicket(Refused):
    """`day` is YYYY-MM-DD."""

    def __init__(self, *, number: str, day: str) -> None:
        super().__init__(number=number, day=day)
        self.number = number
        self.day = day


class NotWaiting(Refused):
    """`state` is called or cancelled; `counter` where it was called to."""

    def __init__(self, *, number: str, state: str, counter: int | None) -> None:
        super().__init__(number=number, state=state, counter=counter)
        self.number = number
        self.state = state
        self.counter = counter


class NotItsTime(Refused):
    """`tries_left`: how often another time may still be named."""

    def __init__(self, *, number: str, tries_left: int) -> None:
        super().__init__(number=number, tries_left=tries_left)
        self.number = number
        self.tries_left = tries_left


class TooManyDoubts(Refused):
    def __init__(self, *, number: str) -> None:
        super().__init__(number=number)
        self.number = number


class AlreadyReprinted(Refused):
    def __init__(self, *, number: str) -> None:
        super().__init__(number=number)
        self.number = number


class RequestReused(Refused):
    """`number` is the ticket that the id stands for."""

    def __init__(self, *, request_id: str, number: str) -> None:
        super().__init__(request_id=request_id, number=number)
        self.request_id = request_id
        self.number = number


class PauseBetweenTickets(Refused):
    def __init__(self, *, seconds_left: int) -> None:
        super().__init__(seconds_left=seconds_left)
        self.seconds_left = seconds_left


class NobodyWaiting(Refused):
    def __init__(self, *, counter: int) -> None:
        super().__init__(counter=counter)
        self.counter = counter


class AlreadyCalled(Refused):
    def __init__(self, *, number: str, counter: int | None) -> None:
        super().__init__(number=number, counter=counter)
        self.number = number
        self.counter = counter


class CounterServesNothing(Refused):
    def __init__(self, *, counter: int) -> None:
        super().__init__(counter=counter)
        self.counter = counter


class CounterNotOpen(Refused):
    """`state` is closed or paused."""

    def __init__(self, *, counter: int, state: str) -> None:
        super().__init__(counter=counter, state=state)
        self.counter = counter
        self.state = state


class CounterTakenOver(Refused):
    """`staff`: who has it now; None when a rehearsal has it."""

    def __init__(self, *, counter: int, staff: str | None) -> None:
        super().__init__(counter=counter, staff=staff)
        self.counter = counter
        self.staff = staff


class CounterOccupied(Refused):
    """`state` is called or serving."""

    def __init__(self, *, counter: int, number: str, state: str) -> None:
        super().__init__(counter=counter, number=number, state=state)
        self.counter = counter
        self.number = number
        self.state = state


class NothingAtCounter(Refused):
    def __init__(self, *, counter: int) -> None:
        super().__init__(counter=counter)
        self.counter = counter


class DeedOutOfTurn(Refused):
    """`deed` is a queueing.deeds.Deed; `state` and `counter` are how the ticket stands."""

    def __init__(self, *, deed: str, number: str, state: str, counter: int | None) -> None:
        super().__init__(deed=deed, number=number, state=state, counter=counter)
        self.deed = deed
        self.number = number
        self.state = state
        self.counter = counter


class NotForThisCounter(Refused):
    """`for_counter`: whose it is; None when the counter only does not serve `line`."""

    def __init__(self, *, counter: int, number: str, line: str, for_counter: int | None) -> None:
        super().__init__(counter=counter, number=number, line=line, for_counter=for_counter)
        self.counter = counter
        self.number = number
        self.line = line
        self.for_counter = for_counter


class TicketOfAnotherDay(Refused):
    """`day` is YYYY-MM-DD."""

    def __init__(self, *, number: str, day: str) -> None:
        super().__init__(number=number, day=day)
        self.number = number
        self.day = day


class RecallsUsedUp(Refused):
    def __init__(self, *, number: str, recalls: int) -> None:
        super().__init__(number=number, recalls=recalls)
        self.number = number
        self.recalls = recalls


class RejoinTooLate(Refused):
    """`minutes`: how long it might have come back."""

    def __init__(self, *, number: str, minutes: int) -> None:
        super().__init__(number=number, minutes=minutes)
        self.number = number
        self.minutes = minutes


class NothingToUndo(Refused):
    """`reason` is one of nothing (no deed of this counter), too_late, moved_on (something has happened to the ticket since), final (a deed
    that stays, such as a second call)."""

    def __init__(self, *, counter: int, reason: str) -> None:
        super().__init__(counter=counter, reason=reason)
        self.counter = counter
        self.reason = reason


class RatingCodeUnfit(Refused):
    """`reason`: no_picture, no_code, several, no_address, foreign_host (`host` is then the one that hall.toml does not name)."""

    def __init__(self, *, reason: str, host: str | None) -> None:
        super().__init__(reason=reason, host=host)
        self.reason = reason
        self.host = host


class ForbiddenOnLiveHall(Refused):
    """`act` is the command or setting: counter-call, catalog load, KIOSK_NOW."""

    def __init__(self, *, act: str) -> None:
        super().__init__(act=act)
        self.act = act


class UnknownStaff(Refused):
    """`withdrawn`: the number was somebody's once."""

    def __init__(self, *, number: str, withdrawn: bool) -> None:
        super().__init__(number=number, withdrawn=withdrawn)
        self.number = number
        self.withdrawn = withdrawn


class StaffNumberTaken(Refused):
    def __init__(self, *, number: str) -> None:
        super().__init__(number=number)
        self.number = number


class AdminExists(Refused):
    """`number`: one who can sign in."""

    def __init__(self, *, number: str) -> None:
        super().__init__(number=number)
        self.number = number


class LastAdmin(Refused):
    def __init__(self, *, number: str) -> None:
        super().__init__(number=number)
        self.number = number


class WrongSecret(Refused):
    """`kind` is pin, password or code. `tries_left` before the account waits `delay_minutes`; 0: it waits from now on."""

    def __init__(self, *, number: str, kind: str, tries_left: int, delay_minutes: int) -> None:
        super().__init__(number=number, kind=kind, tries_left=tries_left, delay_minutes=delay_minutes)
        self.number = number
        self.kind = kind
        self.tries_left = tries_left
        self.delay_minutes = delay_minutes


class SignInDelayed(Refused):
    """`seconds_left` of running time of this machine."""

    def __init__(self, *, number: str, seconds_left: int) -> None:
        super().__init__(number=number, seconds_left=seconds_left)
        self.number = number
        self.seconds_left = seconds_left

    @property
    def minutes_left(self) -> int:
        """Whole minutes, rounded up."""
        return -(-self.seconds_left // 60)


class CodeExpired(Refused):
    def __init__(self, *, number: str) -> None:
        super().__init__(number=number)
        self.number = number


class SecretMustBeReplaced(Refused):
    """`wanted` is pin or password."""

    def __init__(self, *, number: str, wanted: str) -> None:
        super().__init__(number=number, wanted=wanted)
        self.number = number
        self.wanted = wanted


class WeakSecret(Refused):
    """`wanted` is pin or password; `reason` is one of not_six_numerals, too_simple, too_short, too_long, odd_signs, same_as_before."""

    def __init__(self, *, wanted: str, reason: str) -> None:
        super().__init__(wanted=wanted, reason=reason)
        self.wanted = wanted
        self.reason = reason


class SessionEnded(Refused):
    """`reason` is one of locked, day_over, account_changed."""

    def __init__(self, *, number: str, reason: str) -> None:
        super().__init__(number=number, reason=reason)
        self.number = number
        self.reason = reason


class NotPermitted(Refused):
    """`permission` is a staff.Permission."""

    def __init__(self, *, number: str, permission: str) -> None:
        super().__init__(number=number, permission=permission)
        self.number = number
        self.permission = permission
