"""Items with questions, for tests of a person's own list."""

from __future__ import annotations

from kiosk.domain import catalog
from kiosk.domain.catalog import Answer, Condition, Material, MaterialForm, MaterialProvider, Requirement, ServiceItem, Situation


def material(
    name: str,
    *when: Condition,
    requirement: Requirement = Requirement.REQUIRED,
    provider: MaterialProvider = MaterialProvider.APPLICANT,
    requirement_words: str | None = None,
    note: str | None = None,
) -> Material:
    return Material(
        name=name,
        form=MaterialForm.ORIGINAL_CHECKED,
        provider=provider,
        requirement=requirement,
        requirement_words=requirement_words,
        note=note,
        when=when,
    )


def question(name: str, *answers: str) -> Situation:
    return Situation(name, f"{name}？", tuple(Answer(answer, f"选{answer}") for answer in answers), why=f"问{name}")


def item(situations: tuple[Situation, ...], materials: tuple[Material, ...]) -> ServiceItem:
    return ServiceItem(
        code=catalog.EntryCode("WHL-MZ-001"),
        list=catalog.CatalogList.CONVENIENCE,
        name="最低生活保障审核确认",
        plain_name="申请低保",
        summary=("家里收入低,可以申请。",),
        description=None,
        aliases=(),
        department=catalog.DepartmentId("civil"),
        authority="民政",
        theme=catalog.ThemeId("help"),
        life_events=(),
        audience=(),
        item_type=None,
        item_subtype=None,
        hall_role=catalog.HallRole.ACCEPT,
        hall_role_words="受理",
        line="A",
        eligibility=(),
        situations=situations,
        materials=materials,
        steps=(),
        statutory=catalog.TimeLimit(None, None),
        promised=catalog.TimeLimit(None, None),
        time_note=None,
        fee=catalog.Fee(None, ""),
        legal_basis=(),
        result=None,
        counter_words="",
        decided_by=None,
        in_person_required=None,
        visits=None,
        in_person_note=None,
        online_note=None,
        hotline=None,
        common_mistakes=(),
        benefit_note=None,
        changes_note=None,
    )
