"""The plain shape of entries and vocabularies: mappings, lists, strings, numbers. One shape for YAML, edition file and command line.

Here: both directions, nothing else; standard library only, because the edition reader stands on the path to the first frame.
Elsewhere: what is allowed in a document (catalog/schema, checker).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from kiosk.domain.catalog import (
    Answer,
    Attachment,
    AttachmentKind,
    CatalogList,
    Change,
    Condition,
    DepartmentId,
    Entry,
    EntryCode,
    Fee,
    HallRole,
    LegalBasis,
    LifeEventId,
    Material,
    MaterialForm,
    MaterialProvider,
    OnlineChannels,
    Proof,
    Reductions,
    Requirement,
    SearchKeys,
    ServiceItem,
    Situation,
    Source,
    ThemeId,
    TimeLimit,
    Verification,
    VerificationStatus,
)

Document = Mapping[str, Any]
"""A decoded JSON or YAML mapping. `Any` is honest here: the schema, not the type checker, says what is inside."""


def entry_from_document(document: Document) -> Entry:
    """An item when the document says which list of items it is in, else a proof. The document must have passed the schema."""
    if CatalogList(document["list"]) in (CatalogList.CONVENIENCE, CatalogList.SOCIAL_SECURITY):
        return item_from_document(document)
    return proof_from_document(document)


def entry_to_document(entry: Entry) -> dict[str, Any]:
    """Every field of an entry, unknown ones as null."""
    return item_to_document(entry) if isinstance(entry, ServiceItem) else proof_to_document(entry)


def item_from_document(d: Document) -> ServiceItem:
    in_person = d["in_person"]
    online = d["online"]
    reductions = d.get("reductions")
    return ServiceItem(
        code=EntryCode(d["code"]),
        list=CatalogList(d["list"]),
        name=d["name"],
        plain_name=d["plain_name"],
        summary=tuple(d["summary"]),
        description=d.get("description"),
        aliases=tuple(d["aliases"]),
        department=DepartmentId(d["department"]),
        authority=d["authority"],
        theme=ThemeId(d["theme"]),
        theme_words=d.get("theme_words"),
        national_theme=d.get("national_theme"),
        life_events=tuple(LifeEventId(event) for event in d.get("life_events", ())),
        life_event_words=d.get("life_event_words"),
        audience=tuple(d["audience"]),
        item_type=d.get("item_type"),
        item_subtype=d.get("item_subtype"),
        hall_role=HallRole(d["hall_role"]),
        hall_role_words=d["hall_role_words"],
        line=d["line"],
        eligibility=tuple(d["eligibility"]),
        situations=tuple(_situation(s) for s in d.get("situations", ())),
        materials=tuple(_material(m) for m in d["materials"]),
        steps=tuple(d["steps"]),
        statutory=_time_limit(d["statutory"]),
        promised=_time_limit(d["promised"]),
        time_note=d.get("time_note"),
        fee=_fee(d["fee"]),
        legal_basis=tuple(LegalBasis(b["title"], b.get("article"), b.get("note")) for b in d["legal_basis"]),
        result=d.get("result"),
        counter_words=d["counter_words"],
        decided_by=d.get("decided_by"),
        in_person_required=in_person.get("required"),
        visits=in_person.get("visits"),
        in_person_note=in_person.get("note"),
        online=OnlineChannels(online.get("zhenghaoban"), online.get("henan_zwfw"), online.get("national_si_platform")),
        online_note=online.get("note"),
        hotline=d.get("hotline"),
        common_mistakes=tuple(d.get("common_mistakes", ())),
        benefit_note=d.get("benefit_note"),
        changes_note=d.get("changes_note"),
        related_items=_codes(d.get("related_items", ())),
        proofs=_codes(d.get("proofs", ())),
        helpable=d.get("helpable"),
        sensitive=d["sensitive"],
        reductions=None if reductions is None else _reductions(reductions),
        named_in_newsletter=d.get("named_in_newsletter"),
        verification=_verification(d["verification"]),
        source=_source(d["source"]),
    )


def proof_from_document(d: Document) -> Proof:
    return Proof(
        code=EntryCode(d["code"]),
        list=CatalogList(d["list"]),
        name=d["name"],
        plain_name=d["plain_name"],
        summary=tuple(d["summary"]),
        aliases=tuple(d["aliases"]),
        kind=d.get("kind"),
        used_for=tuple(d["used_for"]),
        asked_by=d.get("asked_by"),
        issued_by=d.get("issued_by"),
        formerly_issued_by=d.get("formerly_issued_by"),
        former_issuer=d.get("former_issuer"),
        replaced_by=d.get("replaced_by"),
        replacement_how=d.get("replacement_how"),
        obtain_steps=tuple(d.get("obtain_steps", ())),
        obtain_materials=tuple(d.get("obtain_materials", ())),
        commitment_can_replace=d.get("commitment_can_replace"),
        validity=d.get("validity"),
        fee=d.get("fee"),
        legal_basis=d.get("legal_basis"),
        note=d.get("note"),
        related_items=_codes(d.get("related_items", ())),
        related_item_words=tuple(d.get("related_item_words", ())),
        sensitive=d["sensitive"],
        verification=_verification(d["verification"]),
        source=_source(d["source"]),
    )


def item_to_document(item: ServiceItem) -> dict[str, Any]:
    return {
        "code": item.code,
        "list": item.list.value,
        "name": item.name,
        "plain_name": item.plain_name,
        "summary": list(item.summary),
        "description": item.description,
        "aliases": list(item.aliases),
        "department": item.department,
        "authority": item.authority,
        "theme": item.theme,
        "theme_words": item.theme_words,
        "national_theme": item.national_theme,
        "life_events": list(item.life_events),
        "life_event_words": item.life_event_words,
        "audience": list(item.audience),
        "item_type": item.item_type,
        "item_subtype": item.item_subtype,
        "hall_role": item.hall_role.value,
        "hall_role_words": item.hall_role_words,
        "line": item.line,
        "counter_words": item.counter_words,
        "decided_by": item.decided_by,
        "helpable": item.helpable,
        "sensitive": item.sensitive,
        "eligibility": list(item.eligibility),
        "situations": [
            {"id": s.id, "question": s.question, "why": s.why, "answers": [{"id": a.id, "label": a.label} for a in s.answers]}
            for s in item.situations
        ],
        "materials": [_material_document(material) for material in item.materials],
        "steps": list(item.steps),
        "statutory": _time_limit_document(item.statutory),
        "promised": _time_limit_document(item.promised),
        "time_note": item.time_note,
        "fee": {"charged": item.fee.charged, "charged_words": item.fee.charged_words, "text": item.fee.text, "basis": item.fee.basis},
        "legal_basis": [{"title": b.title, "article": b.article, "note": b.note} for b in item.legal_basis],
        "result": item.result,
        "in_person": {"required": item.in_person_required, "visits": item.visits, "note": item.in_person_note},
        "online": {
            "zhenghaoban": item.online.zhenghaoban,
            "henan_zwfw": item.online.henan_zwfw,
            "national_si_platform": item.online.national_si_platform,
            "note": item.online_note,
        },
        "hotline": item.hotline,
        "common_mistakes": list(item.common_mistakes),
        "benefit_note": item.benefit_note,
        "changes_note": item.changes_note,
        "reductions": None if item.reductions is None else _reductions_document(item.reductions),
        "related_items": list(item.related_items),
        "proofs": list(item.proofs),
        "named_in_newsletter": item.named_in_newsletter,
        "verification": _verification_document(item.verification),
        "source": {"note": item.source.note, "refs": list(item.source.refs)},
    }


def proof_to_document(proof: Proof) -> dict[str, Any]:
    return {
        "code": proof.code,
        "list": proof.list.value,
        "name": proof.name,
        "plain_name": proof.plain_name,
        "verdict": proof.verdict.value,
        "summary": list(proof.summary),
        "aliases": list(proof.aliases),
        "kind": proof.kind,
        "used_for": list(proof.used_for),
        "asked_by": proof.asked_by,
        "issued_by": proof.issued_by,
        "formerly_issued_by": proof.formerly_issued_by,
        "former_issuer": proof.former_issuer,
        "replaced_by": proof.replaced_by,
        "replacement_how": proof.replacement_how,
        "obtain_steps": list(proof.obtain_steps),
        "obtain_materials": list(proof.obtain_materials),
        "commitment_can_replace": proof.commitment_can_replace,
        "validity": proof.validity,
        "fee": proof.fee,
        "legal_basis": proof.legal_basis,
        "note": proof.note,
        "related_items": list(proof.related_items),
        "related_item_words": list(proof.related_item_words),
        "sensitive": proof.sensitive,
        "verification": _verification_document(proof.verification),
        "source": {"note": proof.source.note, "refs": list(proof.source.refs)},
    }


def search_keys_to_document(keys: SearchKeys) -> list[Any]:
    return [keys.code, list(keys.names), list(keys.aliases), list(keys.words), list(keys.initials), list(keys.full)]


def search_keys_from_document(k: Sequence[Any]) -> SearchKeys:
    return SearchKeys(EntryCode(k[0]), tuple(k[1]), tuple(k[2]), tuple(k[3]), tuple(k[4]), tuple(k[5]))


def _codes(codes: Sequence[str]) -> tuple[EntryCode, ...]:
    return tuple(EntryCode(code) for code in codes)


def _situation(d: Document) -> Situation:
    return Situation(d["id"], d["question"], tuple(Answer(a["id"], a["label"]) for a in d["answers"]), d.get("why"))


def _material(d: Document) -> Material:
    return Material(
        name=d["name"],
        form=MaterialForm(d["form"]),
        provider=MaterialProvider(d["provider"]),
        requirement=Requirement(d["requirement"]),
        copies=d.get("copies"),
        form_words=d.get("form_words"),
        provider_words=d.get("provider_words"),
        requirement_words=d.get("requirement_words"),
        where_to_get=d.get("where_to_get"),
        note=d.get("note"),
        when=tuple(Condition(c["situation"], tuple(c["answers"])) for c in d.get("when", ())),
        attachments=tuple(
            Attachment(AttachmentKind(a["kind"]), a["file"], a["content"], tuple(a["pictures"])) for a in d.get("attachments", ())
        ),
    )


def _material_document(material: Material) -> dict[str, Any]:
    return {
        "name": material.name,
        "form": material.form.value,
        "form_words": material.form_words,
        "provider": material.provider.value,
        "provider_words": material.provider_words,
        "requirement": material.requirement.value,
        "requirement_words": material.requirement_words,
        "copies": material.copies,
        "where_to_get": material.where_to_get,
        "note": material.note,
        "when": [{"situation": c.situation, "answers": list(c.answers)} for c in material.when],
        # Only where there are any: most catalogues have none, and their editions stay as they were.
        **({"attachments": [_attachment_document(a) for a in material.attachments]} if material.attachments else {}),
    }


def _attachment_document(attachment: Attachment) -> dict[str, Any]:
    return {
        "kind": attachment.kind.value,
        "file": attachment.file,
        "content": attachment.content,
        "pictures": list(attachment.pictures),
    }


def _time_limit(d: Document) -> TimeLimit:
    return TimeLimit(d["days"], d.get("unit"), d.get("note"), d.get("basis"))


def _time_limit_document(limit: TimeLimit) -> dict[str, Any]:
    return {"days": limit.days, "unit": limit.unit, "note": limit.note, "basis": limit.basis}


def _fee(d: Document) -> Fee:
    return Fee(d["charged"], d["text"], d.get("basis"), d.get("charged_words"))


def _change(d: Document | None) -> Change | None:
    return None if d is None else Change(d["before"], d["after"])


def _change_document(change: Change | None) -> dict[str, int] | None:
    return None if change is None else {"before": change.before, "after": change.after}


def _reductions(d: Document) -> Reductions:
    return Reductions(
        _change(d.get("materials")),
        _change(d.get("steps")),
        _change(d.get("days")),
        _change(d.get("visits")),
        d.get("note"),
        d.get("basis"),
        d.get("is_hall_data"),
    )


def _reductions_document(reductions: Reductions) -> dict[str, Any]:
    return {
        "materials": _change_document(reductions.materials),
        "steps": _change_document(reductions.steps),
        "days": _change_document(reductions.days),
        "visits": _change_document(reductions.visits),
        "note": reductions.note,
        "basis": reductions.basis,
        "is_hall_data": reductions.is_hall_data,
    }


def _verification(d: Document) -> Verification:
    assured = d.get("assured_date")
    return Verification(
        VerificationStatus(d["status"]),
        None if assured is None else date.fromisoformat(assured),
        d.get("confidence"),
        tuple(d.get("open_points", ())),
        d.get("words"),
        d.get("list_membership"),
    )


def _verification_document(verification: Verification) -> dict[str, Any]:
    return {
        "status": verification.status.value,
        "assured_date": None if verification.assured_date is None else verification.assured_date.isoformat(),
        "words": verification.words,
        "list_membership": verification.list_membership,
        "confidence": verification.confidence,
        "open_points": list(verification.open_points),
    }


def _source(d: Document) -> Source:
    return Source(d.get("note"), tuple(d.get("refs", ())))
