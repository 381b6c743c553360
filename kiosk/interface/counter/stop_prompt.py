"""今日停办 at the counter (Ctrl+B), in three short questions: what, why, until when. What is stopped already is lifted with the first.

Elsewhere: how a question is asked and answered (prompt.py), the rules (domain.alerts), the words of reasons for everybody (interface.shared.alert_words).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.domain.alerts import Alert, AlertReason
from kiosk.domain.hall import Hall
from kiosk.domain.numbering import LineId
from kiosk.interface.counter.prompt import Choice, Prompt
from kiosk.interface.shared.alert_words import LAST_MINUTE, alert_reason_words, stopped_until_words

ITEM_KEY = "1"
_REASONS = {
    AlertReason.SYSTEM: "系统",
    AlertReason.NETWORK: "断网",
    AlertReason.DEVICE: "设备",
    AlertReason.STAFF: "缺人",
    AlertReason.ORDERED: "上级",
    AlertReason.OTHER: "别的",
}
"""Offered here. Without power no console asks."""
ROUNDED = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class StopTarget:
    """An item or a line. `standing`: its alert, None while it is done."""

    item: str | None
    line: LineId | None
    name: str
    standing: Alert | None


@dataclass(frozen=True, slots=True)
class StopPrompt(Prompt):
    targets: tuple[StopTarget, ...] = ()

    @property
    def target(self) -> StopTarget | None:
        keys = [choice.key for choice in self.choices]
        return self.targets[keys.index(self.chosen)] if self.chosen else None


@dataclass(frozen=True, slots=True, kw_only=True)
class StopReasonPrompt(Prompt):
    target: StopTarget

    @property
    def reason(self) -> AlertReason | None:
        return tuple(_REASONS)[int(self.chosen) - 1] if self.chosen else None


@dataclass(frozen=True, slots=True, kw_only=True)
class StopUntilPrompt(Prompt):
    target: StopTarget
    reason: AlertReason
    ends: tuple[datetime, ...]

    @property
    def until(self) -> datetime | None:
        return self.ends[int(self.chosen) - 1] if self.chosen else None


def stop_prompt(*, item: str | None, name: str, hall: Hall, standing: Iterable[Alert]) -> StopPrompt:
    """`item`: of the number in hand, with its `name`; None without one: then lines alone can be stopped."""
    alerts = {(alert.item, alert.line): alert for alert in standing}
    targets = [StopTarget(None, line.id, line.name, alerts.get((None, line.id))) for line in hall.lines]
    if item is not None:
        targets.insert(0, StopTarget(item, None, name, alerts.get((item, None))))
    choices = tuple(
        Choice(
            ITEM_KEY if target.line is None else target.line,
            "这件事" if target.line is None else target.name,
            f"{target.name} 恢复办理" if target.standing is not None else f"{target.name} 今天停办",
        )
        for target in targets
    )
    stopped = [target.name for target in targets if target.standing is not None]
    return StopPrompt(f"停办哪一样{f'，{stopped[0]}停着' if stopped else ''}", choices, targets=tuple(targets))


def stop_reason_prompt(target: StopTarget) -> StopReasonPrompt:
    choices = tuple(
        Choice(str(place), label, f"{target.name}：{alert_reason_words(reason)}")
        for place, (reason, label) in enumerate(_REASONS.items(), 1)
    )
    return StopReasonPrompt(f"{target.name} 为什么停办", choices, target=target)


def stop_until_prompt(target: StopTarget, reason: AlertReason, now: datetime) -> StopUntilPrompt:
    """In an hour, in two, or for all of today; what would be tomorrow is left out."""
    night = now.replace(hour=LAST_MINUTE[0], minute=LAST_MINUTE[1], second=0, microsecond=0)
    ends = (*(end for hours in (1, 2) if (end := _rounded(now + timedelta(hours=hours))) < night), night)
    choices = tuple(
        Choice(str(place), "今天" if end == night else f"{end.hour}:{end.minute:02d}", f"{target.name} {stopped_until_words(end)}")
        for place, end in enumerate(ends, 1)
    )
    return StopUntilPrompt(f"{target.name} 停办到几点", choices, target=target, reason=reason, ends=ends)


def _rounded(moment: datetime) -> datetime:
    """Up to five minutes: a time that is read by everybody is round."""
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight - (midnight - moment) // ROUNDED * ROUNDED
