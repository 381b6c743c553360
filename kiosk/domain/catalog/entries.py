"""The entries of a catalogue: items that a person can have done, proofs that are or are no longer asked for.

Here: their shapes, and what an entry answers about itself. Elsewhere: the edition they stand in (edition.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kiosk.domain.catalog.lists import CatalogList, DepartmentId, EntryCode, LifeEventId, ThemeId


class HallRole(StrEnum):
    """What this hall itself does for an item. GUIDE (指引) is never shown as 在本大厅办."""

    ACCEPT = "accept"
    FIRST_REVIEW = "first_review"
    ASSIST = "assist"
    GUIDE = "guide"

    @property
    def served_here(self) -> bool:
        return self is not HallRole.GUIDE


class MaterialForm(StrEnum):
    ORIGINAL_CHECKED = "original_checked"  # 原件核验: shown, looked at, handed back
    ORIGINAL = "original"
    COPY = "copy"
    ORIGINAL_AND_COPY = "original_and_copy"
    FORM = "form"
    ELECTRONIC = "electronic"


class MaterialProvider(StrEnum):
    APPLICANT = "applicant"
    COUNTER = "counter"  # the counter hands it out or prints it
    SHARED_DATA = "shared_data"  # fetched by the authorities
    OTHER_UNIT = "other_unit"  # issued by another unit, brought by the applicant


class Requirement(StrEnum):
    REQUIRED = "required"
    CONDITIONAL = "conditional"  # only in some situations
    OMIT_BY_DATA_SHARING = "omit_by_data_sharing"  # 不用带: 数据共享
    OMIT_BY_COMMITMENT = "omit_by_commitment"  # 不用带: 告知承诺


class VerificationStatus(StrEnum):
    PENDING = "pending"  # 待大厅核对
    VERIFIED = "verified"  # 核对于 <date>


class Verdict(StrEnum):
    """The answer to 这个证明要开吗."""

    NEEDED = "needed"  # 要开
    NOT_NEEDED = "not_needed"  # 不用开


@dataclass(frozen=True, slots=True)
class Answer:
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Situation:
    """One plain question whose answer changes what a person must bring. 不清楚 is not an answer in the data: it hides nothing."""

    id: str
    question: str
    answers: tuple[Answer, ...]
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """True when the person's answer to `situation` is one of `answers` (answer ids)."""

    situation: str
    answers: tuple[str, ...]


class AttachmentKind(StrEnum):
    BLANK = "blank"  # 空白表
    SAMPLE = "sample"  # 填好的样子


@dataclass(frozen=True, slots=True)
class Attachment:
    """A form of the hall's own, to look at and to print. `file`: its name in catalog/attachments/. `content`: sha256 of that file, hex.
    `pictures`: sha256 of the picture of each of its pages, which is what a screen shows."""

    kind: AttachmentKind
    file: str
    content: str
    pictures: tuple[str, ...]

    @property
    def is_pdf(self) -> bool:
        return self.file.endswith(".pdf")


@dataclass(frozen=True, slots=True)
class Material:
    """One paper. `when` conditions must all hold for it to be needed; empty means it does not depend on a question. `attachments`: at most
    one of a kind; without any there is nothing to look at."""

    name: str
    form: MaterialForm
    provider: MaterialProvider
    requirement: Requirement
    copies: int | None = None
    form_words: str | None = None
    provider_words: str | None = None
    requirement_words: str | None = None
    where_to_get: str | None = None
    note: str | None = None
    when: tuple[Condition, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    @property
    def omitted(self) -> bool:
        """The authorities fetch it or a promise replaces it: 不用带."""
        return self.requirement in (Requirement.OMIT_BY_DATA_SHARING, Requirement.OMIT_BY_COMMITMENT)

    @property
    def from_counter(self) -> bool:
        """The counter hands it out: 到窗口填."""
        return self.provider is MaterialProvider.COUNTER

    @property
    def always_brought(self) -> bool:
        return self.requirement is Requirement.REQUIRED and not self.from_counter and not self.when

    @property
    def perhaps_brought(self) -> bool:
        """Brought in some situations only, whether or not a question tells which."""
        return not self.omitted and not self.from_counter and not self.always_brought


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """Days; 0 is 当场办结. `unit` is 工作日 or 自然日. None days: not verified."""

    days: int | None
    unit: str | None
    note: str | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Fee:
    """`charged` None: not verified, or it depends; `text` then says on what. `charged_words`: the source's own word where it was no yes or no."""

    charged: bool | None
    text: str
    basis: str | None = None
    charged_words: str | None = None


@dataclass(frozen=True, slots=True)
class LegalBasis:
    title: str
    article: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether the hall has answered for an entry. `words` and `list_membership` are the research's own remarks on it; `open_points` is
    what the hall must look at before the entry may be called verified."""

    status: VerificationStatus = VerificationStatus.PENDING
    assured_date: date | None = None
    confidence: str | None = None
    open_points: tuple[str, ...] = ()
    words: str | None = None
    list_membership: str | None = None


@dataclass(frozen=True, slots=True)
class OnlineChannels:
    """Where the item can be done without a counter. None: not verified; a false is only ever a stated no."""

    zhenghaoban: bool | None = None
    henan_zwfw: bool | None = None
    national_si_platform: bool | None = None


@dataclass(frozen=True, slots=True)
class Change:
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Reductions:
    """四减: fewer papers, steps, days, visits. Only figures with `is_hall_data` true may be shown as this hall's own."""

    materials: Change | None = None
    steps: Change | None = None
    days: Change | None = None
    visits: Change | None = None
    note: str | None = None
    basis: str | None = None
    is_hall_data: bool | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where the facts come from: a sentence and references into catalog/sources.yaml."""

    note: str | None = None
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceItem:
    """One thing a person can have done. `summary`: plain sentences of at most 25 Hanzi each, the first one stands in lists.

    `…_words` fields keep the source's own wording beside the closed vocabulary it was mapped to. `authority` is the body as the source
    names it. `life_events` follows from the groups of the vocabularies: an item file does not name them a second time.
    """

    code: EntryCode
    list: CatalogList
    name: str
    plain_name: str
    summary: tuple[str, ...]
    description: str | None
    aliases: tuple[str, ...]
    department: DepartmentId
    authority: str
    theme: ThemeId
    life_events: tuple[LifeEventId, ...]
    audience: tuple[str, ...]
    item_type: str | None
    item_subtype: str | None
    hall_role: HallRole
    hall_role_words: str
    line: str
    eligibility: tuple[str, ...]
    situations: tuple[Situation, ...]
    materials: tuple[Material, ...]
    steps: tuple[str, ...]
    statutory: TimeLimit
    promised: TimeLimit
    time_note: str | None
    fee: Fee
    legal_basis: tuple[LegalBasis, ...]
    result: str | None
    counter_words: str
    decided_by: str | None
    in_person_required: bool | None
    visits: int | None
    in_person_note: str | None
    online_note: str | None
    hotline: str | None
    common_mistakes: tuple[str, ...]
    benefit_note: str | None
    changes_note: str | None
    related_items: tuple[EntryCode, ...] = ()
    proofs: tuple[EntryCode, ...] = ()
    helpable: bool | None = None
    sensitive: bool = False
    theme_words: str | None = None
    national_theme: str | None = None
    life_event_words: str | None = None
    online: OnlineChannels = field(default_factory=OnlineChannels)
    reductions: Reductions | None = None
    named_in_newsletter: bool | None = None
    verification: Verification = field(default_factory=Verification)
    source: Source = field(default_factory=Source)

    @property
    def papers_to_bring(self) -> tuple[int, int]:
        """(least, most) papers a person carries in; forms from the counter and what data sharing or a promise replaces are left out."""
        always = sum(1 for material in self.materials if material.always_brought)
        return always, always + sum(1 for material in self.materials if material.perhaps_brought)

    @property
    def counter_forms(self) -> int:
        """How many forms the counter hands out."""
        return sum(1 for material in self.materials if material.from_counter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A paper that one office asks of another's citizen: retained (要开) or abolished (不用开)."""

    code: EntryCode
    list: CatalogList
    name: str
    plain_name: str
    summary: tuple[str, ...]
    aliases: tuple[str, ...]
    kind: str | None
    used_for: tuple[str, ...]
    asked_by: str | None
    issued_by: str | None
    formerly_issued_by: str | None
    former_issuer: str | None
    """Coarse class of the former issuer for the tabs of the abolished list: community | police | other."""
    replaced_by: str | None
    replacement_how: str | None
    obtain_steps: tuple[str, ...]
    obtain_materials: tuple[str, ...]
    commitment_can_replace: str | None
    validity: str | None
    fee: str | None
    legal_basis: str | None
    note: str | None
    related_items: tuple[EntryCode, ...] = ()
    related_item_words: tuple[str, ...] = ()
    sensitive: bool = False
    verification: Verification = field(default_factory=Verification)
    source: Source = field(default_factory=Source)

    @property
    def verdict(self) -> Verdict:
        return Verdict.NOT_NEEDED if self.list is CatalogList.ABOLISHED else Verdict.NEEDED


Entry = ServiceItem | Proof
