"""The door, step by step: who stands there, what may be typed, what is said when it was wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.application.queries.staff import StaffSeen
from kiosk.domain.refusals import CodeExpired, SecretMustBeReplaced, SignInDelayed, UnknownStaff, WeakSecret, WrongSecret
from kiosk.domain.staff import Role, SecretKind, StaffNumber
from kiosk.interface.counter.sign_in import (
    OTHER,
    SignInState,
    Step,
    choose,
    choose_other,
    derive_sign_in_view,
    erase,
    move_choice,
    person_rows,
    refused,
    type_in,
    with_people,
)
from tests.support.halls import MONDAY_TEN


def person(number: str, *roles: Role, kind: SecretKind = SecretKind.PIN, label: str | None = None) -> StaffSeen:
    return StaffSeen(StaffNumber(number), label, roles or (Role.CLERK,), kind, 0, MONDAY_TEN, None)


CLERKS = tuple(person(number) for number in ("07", "11", "03", "15", "20"))
DOOR = with_people(SignInState(), CLERKS)


def typed(state: SignInState, text: str) -> SignInState:
    for sign in text:
        state = type_in(state, sign)
    return state


def test_four_stand_there_and_the_first_is_chosen() -> None:
    rows = person_rows(DOOR)
    assert [(row.key, row.cap, row.chosen) for row in rows] == [
        ("07", "Alt+1", True), ("11", "Alt+2", False), ("03", "Alt+3", False), ("15", "Alt+4", False), (OTHER, "Alt+0", False),
    ]  # fmt: skip
    assert rows[0].label == "工号 07"
    labelled = person_rows(with_people(SignInState(), (person("07", label="演示员甲"),)))
    assert (labelled[0].label, labelled[0].note) == ("演示员甲", "工号 07")


def test_whoever_is_not_among_the_four_takes_the_last_place_once_chosen() -> None:
    assert [row.key for row in person_rows(choose(DOOR, StaffNumber("20")))] == ["07", "11", "03", "20", OTHER]


def test_a_lock_waits_for_its_own_clerk() -> None:
    state = with_people(SignInState(locked=StaffNumber("15")), CLERKS)
    assert state.chosen == "15"
    view = derive_sign_in_view(state, counter=3, waits=0)
    assert (view.locked_label, view.button, view.second) == ("工号 15", "接着用", "")


def test_who_may_not_call_is_no_one_at_a_counter() -> None:
    editor = person("40", Role.EDITOR, kind=SecretKind.PASSWORD)
    assert person_rows(with_people(SignInState(), (editor,))) == []
    view = derive_sign_in_view(with_people(SignInState(), (editor,)), counter=3, waits=0)
    assert "还没有人能在窗口登录" in view.nobody
    assert "--role clerk" in view.nobody_how


def test_arrows_move_over_the_people_and_to_another_number() -> None:
    state = DOOR
    way = []
    for _ in range(5):
        state = move_choice(state, 1)
        way.append(OTHER if state.step is Step.NUMBER else state.chosen)
    assert way == ["11", "03", "15", OTHER, OTHER]
    assert move_choice(DOOR, -1).chosen == "07"


@pytest.mark.parametrize(
    ("kind", "roles", "text", "kept"),
    [
        (SecretKind.PIN, (Role.CLERK,), "12a345678", "123456"),
        (SecretKind.PASSWORD, (Role.CLERK, Role.ADMIN), "correct horse 9", "correct horse 9"),
        (SecretKind.CODE, (Role.CLERK,), "abcd-efgh jklm2", "ABCDEFGHJKLM"),
    ],
)
def test_only_what_can_belong_to_it_is_typed(kind: SecretKind, roles: tuple[Role, ...], text: str, kept: str) -> None:
    state = choose(with_people(SignInState(), (person("07", *roles, kind=kind),)), StaffNumber("07"))
    assert typed(state, text).typed == kept
    assert erase(typed(state, text)).typed == kept[:-1]


def test_nothing_is_typed_while_a_try_is_on_its_way() -> None:
    assert type_in(replace(DOOR, busy=True), "1").typed == ""
    assert choose(replace(DOOR, busy=True), StaffNumber("11")).chosen == "07"


def test_boxes_tell_how_many_and_never_which() -> None:
    view = derive_sign_in_view(typed(DOOR, "271"), counter=3, waits=0)
    assert (view.boxes, view.filled, view.field_text, view.can_try) == (6, 3, "", False)
    assert derive_sign_in_view(typed(DOOR, "271828"), counter=3, waits=0).can_try
    password = choose(with_people(SignInState(), (person("07", Role.CLERK, Role.ADMIN, kind=SecretKind.PASSWORD),)), StaffNumber("07"))
    assert derive_sign_in_view(typed(password, "horse"), counter=3, waits=0).field_text == "●●●●●"


def test_another_number_and_a_code_are_shown_while_they_are_typed() -> None:
    assert derive_sign_in_view(typed(choose_other(DOOR), "15"), counter=3, waits=0).field_text == "15"
    code = choose(with_people(SignInState(), (person("07", kind=SecretKind.CODE),)), StaffNumber("07"))
    assert derive_sign_in_view(typed(code, "abcdefgh"), counter=3, waits=0).field_text == "ABCD-EFGH"


def test_what_is_said_after_a_try() -> None:
    wrong = refused(typed(DOOR, "111222"), WrongSecret(number="07", kind="pin", tries_left=2, delay_minutes=15))
    assert (wrong.chosen, wrong.typed) == ("07", "")
    assert (wrong.told.lead, wrong.told.rest) == ("刚才的 PIN 不对。", "还可以试 2 次，再错要等 15 分钟。")
    unknown = refused(choose_other(DOOR), UnknownStaff(number="99", withdrawn=False))
    assert (unknown.step, unknown.chosen) == (Step.NUMBER, None)
    replaced = refused(replace(DOOR, code="ABCDEFGHJKLM", busy=True), SecretMustBeReplaced(number="07", wanted="pin"))
    assert (replaced.step, replaced.code, replaced.told.wrong) == (Step.FRESH, "ABCDEFGHJKLM", False)
    weak = refused(replace(replaced, step=Step.AGAIN), WeakSecret(wanted="pin", reason="too_simple"))
    assert (weak.step, weak.code) == (Step.FRESH, "ABCDEFGHJKLM"), "the code is not asked for again"
    expired = refused(replace(DOOR, code="ABCDEFGHJKLM"), CodeExpired(number="07"))
    assert (expired.step, expired.code) == (Step.SECRET, "")


def test_a_wait_is_counted_in_minutes_and_nothing_can_be_tried() -> None:
    state = refused(typed(DOOR, "111222"), SignInDelayed(number="07", seconds_left=299))
    view = derive_sign_in_view(typed(state, "271828"), counter=3, waits=241)
    assert "5 分钟" in view.told_rest
    assert not view.can_try
    assert derive_sign_in_view(typed(state, "271828"), counter=3, waits=0).can_try
