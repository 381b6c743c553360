"""StaffRepository over SQL. What two consoles might do at once is one conditional statement each, or happens behind the writer's lock.

Elsewhere: rules and waits (domain.staff, domain.countdown), the port (application.ports).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from kiosk.domain.countdown import Anchor, BootId, Uptime, seconds_left
from kiosk.domain.staff import CODE_LIFE, Role, SecretKind, StaffAccount, StaffMember, StaffNumber, delay_after
from kiosk.infrastructure.database.schema import staff_countdown, staff_member

_DELAY, _CODE = "delay", "code"
_NOBODY_KNOWS = ""
"""The secret of an account that nothing opens: no hash is empty."""

_member = staff_member.c
_MEMBERS = select(staff_member).order_by(_member.number)
_ONE = select(staff_member).where(_member.number == bindparam("who"))
_ACTIVE = (_member.number == bindparam("who"), _member.withdrawn_at.is_(None))
_ADD = upsert(staff_member).on_conflict_do_nothing(index_elements=[_member.number])
_CHARGE = update(staff_member).where(*_ACTIVE).values(wrong_tries=_member.wrong_tries + 1).returning(_member.wrong_tries)
_GENERATION = {"generation": _member.generation + 1}

_anchor = staff_countdown.c
_THIS = (_anchor.number == bindparam("who"), _anchor.purpose == bindparam("what"))
_ANCHORS = select(staff_countdown).where(*_THIS)
_CLEAR = delete(staff_countdown).where(*_THIS)
_put = upsert(staff_countdown)
_PUT = _put.on_conflict_do_update(
    index_elements=[_anchor.number, _anchor.purpose, _anchor.boot], set_={"left": _put.excluded.left, "uptime": _put.excluded.uptime}
)


class SqlStaffRepository:
    """Lives as long as its transaction. `writes`: looking at a countdown lets this start of the machine count by itself."""

    def __init__(self, connection: Connection, *, writes: bool) -> None:
        self._connection = connection
        self._writes = writes

    def members(self) -> Sequence[StaffMember]:
        return [_to_member(row) for row in self._connection.execute(_MEMBERS)]

    def member(self, number: StaffNumber) -> StaffMember | None:
        row = self._connection.execute(_ONE, {"who": number}).one_or_none()
        return None if row is None else _to_member(row)

    def account(self, number: StaffNumber) -> StaffAccount | None:
        row = self._connection.execute(_ONE, {"who": number}).one_or_none()
        if row is None:
            return None
        expires = datetime.fromisoformat(row.code_expires_at) if row.code_expires_at is not None else None
        return StaffAccount(_to_member(row), row.secret, expires)

    def add(self, number: StaffNumber, *, label: str | None, roles: frozenset[Role], at: datetime) -> bool:
        row = {
            "number": number, "label": label, "roles": _roles_text(roles), "kind": SecretKind.CODE.value, "secret": _NOBODY_KNOWS,
            "generation": 1, "wrong_tries": 0, "added_at": at.isoformat(timespec="seconds"),
        }  # fmt: skip
        return self._connection.execute(_ADD, row).rowcount == 1

    def give_code(self, number: StaffNumber, *, secret: str, expires_at: datetime, now: Uptime) -> None:
        self._change(
            number, kind=SecretKind.CODE.value, secret=secret, code_expires_at=expires_at.isoformat(timespec="seconds"), wrong_tries=0
        )
        self._clear(number, _DELAY)
        self._start(number, _CODE, CODE_LIFE.total_seconds(), now)

    def replace_secret(self, number: StaffNumber, *, instead_of: str, kind: SecretKind, secret: str) -> bool:
        statement = update(staff_member).where(*_ACTIVE, _member.secret == bindparam("former"))
        changed = statement.values(kind=kind.value, secret=secret, code_expires_at=None, wrong_tries=0, **_GENERATION)
        if self._connection.execute(changed, {"who": number, "former": instead_of}).rowcount == 0:
            return False
        self._clear(number, _DELAY)
        self._clear(number, _CODE)
        return True

    def change_roles(self, number: StaffNumber, roles: frozenset[Role]) -> None:
        self._change(number, roles=_roles_text(roles))

    def change_label(self, number: StaffNumber, label: str | None) -> None:
        self._connection.execute(update(staff_member).where(*_ACTIVE).values(label=label), {"who": number})

    def withdraw(self, number: StaffNumber, at: datetime) -> None:
        self._change(number, withdrawn_at=at.isoformat(timespec="seconds"), secret=_NOBODY_KNOWS, label=None, code_expires_at=None)
        self._clear(number, _DELAY)
        self._clear(number, _CODE)

    def charge(self, number: StaffNumber, now: Uptime) -> int:
        tries = int(self._connection.execute(_CHARGE, {"who": number}).scalar_one())
        delay = delay_after(tries).total_seconds()
        if delay:
            self._start(number, _DELAY, delay, now)
        return tries

    def delay_left(self, number: StaffNumber, now: Uptime) -> float:
        return self._left(number, _DELAY, now)

    def code_left(self, number: StaffNumber, now: Uptime) -> float:
        return self._left(number, _CODE, now)

    def proved(self, number: StaffNumber, *, secret: str, rehashed: str | None = None) -> bool:
        statement = update(staff_member).where(*_ACTIVE, _member.secret == bindparam("former"))
        changed = statement.values(wrong_tries=0, secret=rehashed or secret)
        if self._connection.execute(changed, {"who": number, "former": secret}).rowcount == 0:
            return False
        self._clear(number, _DELAY)
        return True

    def release(self, number: StaffNumber) -> None:
        self._connection.execute(update(staff_member).where(*_ACTIVE).values(wrong_tries=0), {"who": number})
        self._clear(number, _DELAY)

    def _change(self, number: StaffNumber, **values: str | int | None) -> None:
        """Something after which sessions of before are over."""
        self._connection.execute(update(staff_member).where(*_ACTIVE).values(**values, **_GENERATION), {"who": number})

    def _start(self, number: StaffNumber, purpose: str, seconds: float, now: Uptime) -> None:
        self._clear(number, purpose)
        self._note(number, purpose, seconds, now)

    def _left(self, number: StaffNumber, purpose: str, now: Uptime) -> float:
        rows = self._connection.execute(_ANCHORS, {"who": number, "what": purpose}).all()
        left = seconds_left((Anchor(Uptime(BootId(row.boot), row.uptime), row.left) for row in rows), now)
        if rows and self._writes:
            self._note(number, purpose, left, now)
        return left

    def _note(self, number: StaffNumber, purpose: str, left: float, now: Uptime) -> None:
        row = {"number": number, "purpose": purpose, "boot": now.boot, "left": left, "uptime": now.seconds}
        self._connection.execute(_PUT, row)

    def _clear(self, number: StaffNumber, purpose: str) -> None:
        self._connection.execute(_CLEAR, {"who": number, "what": purpose})


def _to_member(row: Any) -> StaffMember:  # noqa: ANN401
    return StaffMember(
        number=StaffNumber(row.number),
        label=row.label,
        roles=frozenset(Role(name) for name in row.roles.split()),
        kind=SecretKind(row.kind),
        generation=row.generation,
        wrong_tries=row.wrong_tries,
        added_at=datetime.fromisoformat(row.added_at),
        withdrawn_at=datetime.fromisoformat(row.withdrawn_at) if row.withdrawn_at is not None else None,
    )


def _roles_text(roles: frozenset[Role]) -> str:
    return " ".join(sorted(role.value for role in roles))
