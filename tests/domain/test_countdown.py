"""A span counted by running time: never over early, never without end, whatever clocks and restarts do."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.countdown import Anchor, BootId, Uptime, seconds_left

A, B = BootId("a"), BootId("b")


def test_without_anchors_nothing_is_left() -> None:
    assert seconds_left([], Uptime(A, 5)) == 0


def test_it_runs_down_with_the_start_that_noted_it() -> None:
    anchors = [Anchor(Uptime(A, 100), 60)]
    assert [seconds_left(anchors, Uptime(A, 100 + passed)) for passed in (0, 59, 60, 9999)] == [60, 1, 0, 0]


def test_another_start_has_proved_nothing_yet() -> None:
    assert seconds_left([Anchor(Uptime(A, 100), 60)], Uptime(B, 1_000_000)) == 60


def test_a_smaller_running_time_means_a_restart_that_was_not_told() -> None:
    assert seconds_left([Anchor(Uptime(A, 100), 60)], Uptime(A, 99)) == 60


def test_what_another_start_has_counted_counts_here_too() -> None:
    assert seconds_left([Anchor(Uptime(A, 100), 60), Anchor(Uptime(B, 7), 20)], Uptime(A, 110)) == 20


@dataclass
class Machine:
    """`named_by_boot`: it tells its starts apart. Runs from `began` on, in true seconds."""

    name: str
    named_by_boot: bool
    began: float
    starts: int = 0

    def uptime(self, true_time: float) -> Uptime:
        boot = f"{self.name}{self.starts if self.named_by_boot else ''}"
        return Uptime(BootId(boot), true_time - self.began)

    def restart(self, true_time: float) -> None:
        self.began, self.starts = true_time, self.starts + 1


STEPS = st.lists(
    st.tuples(st.sampled_from(("look", "restart", "wait")), st.sampled_from((0, 1)), st.floats(0, 40, allow_nan=False)), max_size=30
)


@given(steps=STEPS, tells=st.tuples(st.booleans(), st.booleans()), ran=st.tuples(st.floats(0, 1000), st.floats(0, 1000)))
def test_two_machines_that_restart_as_they_like_end_it_neither_early_nor_never(
    steps: list[tuple[str, int, float]], tells: tuple[bool, bool], ran: tuple[float, float]
) -> None:
    span, now = 60.0, 0.0
    machines = [Machine(name, tell, -long) for name, tell, long in zip("xy", tells, ran, strict=True)]
    anchors = {machines[0].uptime(now).boot: Anchor(machines[0].uptime(now), span)}

    def look(machine: Machine) -> float:
        uptime = machine.uptime(now)
        left = seconds_left(anchors.values(), uptime)
        anchors[uptime.boot] = Anchor(uptime, left)
        return left

    for deed, which, seconds in steps:
        now += seconds
        if deed == "restart":
            machines[which].restart(now)
        elif deed == "look":
            assert look(machines[which]) >= span - now - 1e-6, "over before its time"
    for machine in machines:
        look(machine)
    now += span + 1e-6
    assert min(look(machine) for machine in machines) == 0, "a machine that runs for the whole span after a look has ended it"
