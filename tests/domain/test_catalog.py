"""What an entry and an edition answer about themselves."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.catalog import (
    CatalogList,
    Condition,
    DepartmentId,
    Edition,
    Entry,
    EntryCode,
    EntryRow,
    Fee,
    HallRole,
    LifeEvent,
    LifeEventGroup,
    LifeEventId,
    Material,
    MaterialForm,
    MaterialProvider,
    Proof,
    Requirement,
    ServiceItem,
    ThemeId,
    TimeLimit,
    Verdict,
    Verification,
    VerificationStatus,
)


def paper(
    requirement: Requirement = Requirement.REQUIRED,
    provider: MaterialProvider = MaterialProvider.APPLICANT,
    when: tuple[Condition, ...] = (),
) -> Material:
    return Material("纸", MaterialForm.ORIGINAL, provider, requirement, when=when)


def item(code: str = "WHL-MZ-001", materials: tuple[Material, ...] = (), verification: Verification | None = None) -> ServiceItem:
    unknown = TimeLimit(None, None)
    return ServiceItem(
        code=EntryCode(code), list=CatalogList.CONVENIENCE, name="名", plain_name="名", summary=("一句。",), description=None, aliases=(),
        department=DepartmentId("d"), authority="", theme=ThemeId("t"), life_events=(), audience=("自然人",), item_type=None, item_subtype=None,
        hall_role=HallRole.ACCEPT, hall_role_words="受理", line="A", eligibility=(), situations=(), materials=materials, steps=(),
        statutory=unknown, promised=unknown, time_note=None, fee=Fee(None, ""), legal_basis=(), result=None, counter_words="", decided_by=None,
        in_person_required=None, visits=None, in_person_note=None, online_note=None, hotline=None, common_mistakes=(), benefit_note=None,
        changes_note=None, verification=verification or Verification(),
    )  # fmt: skip


def proof(which: CatalogList) -> Proof:
    return Proof(
        code=EntryCode("QX-01"), list=which, name="证", plain_name="证", summary=("一句。",), aliases=(), kind=None, used_for=(), asked_by=None,
        issued_by=None, formerly_issued_by=None, former_issuer=None, replaced_by=None, replacement_how=None, obtain_steps=(),
        obtain_materials=(), commitment_can_replace=None, validity=None, fee=None, legal_basis=None, note=None,
    )  # fmt: skip


REQUIRED = paper()
DEPENDS = paper(when=(Condition("who_comes", ("agent",)),))


@pytest.mark.parametrize(
    ("materials", "least", "most"),
    [
        ((), 0, 0),
        ((REQUIRED, REQUIRED), 2, 2),
        ((REQUIRED, paper(Requirement.CONDITIONAL)), 1, 2),
        ((REQUIRED, DEPENDS), 1, 2),
        ((paper(Requirement.OMIT_BY_DATA_SHARING), paper(Requirement.OMIT_BY_COMMITMENT)), 0, 0),
        ((paper(provider=MaterialProvider.COUNTER), REQUIRED), 1, 1),
        ((paper(Requirement.CONDITIONAL, MaterialProvider.COUNTER),), 0, 0),
        ((paper(provider=MaterialProvider.OTHER_UNIT),), 1, 1),
    ],
)
def test_papers_to_bring_leaves_out_forms_and_what_is_replaced(materials: tuple[Material, ...], least: int, most: int) -> None:
    assert item(materials=materials).papers_to_bring == (least, most)


def test_counter_forms_are_counted_apart() -> None:
    materials = (REQUIRED, paper(provider=MaterialProvider.COUNTER), paper(Requirement.CONDITIONAL, MaterialProvider.COUNTER))
    assert item(materials=materials).counter_forms == 2


@pytest.mark.parametrize("role", list(HallRole))
def test_only_guidance_is_not_served_here(role: HallRole) -> None:
    assert role.served_here == (role is not HallRole.GUIDE)


def test_a_proof_is_needed_exactly_when_it_is_retained() -> None:
    assert proof(CatalogList.RETAINED).verdict is Verdict.NEEDED
    assert proof(CatalogList.ABOLISHED).verdict is Verdict.NOT_NEEDED


def test_a_life_event_names_each_item_once_in_the_order_of_its_groups() -> None:
    first, second = EntryCode("WHL-MZ-002"), EntryCode("WHL-MZ-001")
    groups = (LifeEventGroup("先", "icon", (first,)), LifeEventGroup("后", "icon", (second, first)))
    assert LifeEvent(LifeEventId("x"), "名", ("名",), "icon", "一句", groups).items == (first, second)


def an_edition(entries: list[Entry], decoded: list[EntryCode]) -> Edition:
    by_code = {entry.code: entry for entry in entries}

    def decode(code: EntryCode) -> Entry:
        decoded.append(code)
        return by_code[code]

    rows = [
        EntryRow(e.code, e.list, e.name, e.plain_name, e.summary[0], None, None, None, 0, 0, None, None, None, None, None, e.sensitive)
        for e in entries
    ]
    return Edition(
        number=3, name="版", published_on=date(2026, 11, 22), content_hash="0", rows=rows, departments=(), themes=(), life_events=(),
        search_keys=lambda: (), decode=decode,
    )  # fmt: skip


def test_an_edition_decodes_an_entry_when_asked_and_once() -> None:
    decoded: list[EntryCode] = []
    edition = an_edition([item(), proof(CatalogList.ABOLISHED)], decoded)
    assert "WHL-MZ-001" in edition
    assert "WHL-MZ-999" not in edition
    assert edition.counts[CatalogList.CONVENIENCE] == 1
    assert edition.counts[CatalogList.RETAINED] == 0
    assert decoded == []
    assert edition.item(EntryCode("WHL-MZ-001")) is edition.entry(EntryCode("WHL-MZ-001"))
    assert decoded == ["WHL-MZ-001"]


def test_an_item_is_not_given_for_a_proof_nor_the_other_way() -> None:
    edition = an_edition([item(), proof(CatalogList.ABOLISHED)], [])
    with pytest.raises(KeyError):
        edition.item(EntryCode("QX-01"))
    with pytest.raises(KeyError):
        edition.proof(EntryCode("WHL-MZ-001"))
    with pytest.raises(KeyError):
        edition.entry(EntryCode("WHL-MZ-999"))


def test_unverified_counts_what_waits_for_the_hall() -> None:
    checked = Verification(VerificationStatus.VERIFIED, date(2026, 11, 1))
    edition = an_edition([item(), item("WHL-MZ-002", verification=checked), proof(CatalogList.RETAINED)], [])
    assert edition.unverified() == 2
