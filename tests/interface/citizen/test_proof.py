"""What a proof's page says: the verdict first, then what replaces it or who issues it."""

from __future__ import annotations

import pytest

from kiosk.domain.catalog import CatalogList, EntryCode
from kiosk.interface.citizen.proof import ProofViewModel, derive_proof_view
from kiosk.interface.citizen.proof_rows import proof_rows
from kiosk.interface.citizen.reading import RowKind
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.typography import set_words
from tests.support.guide_screens import real_edition
from tests.support.slips import WaitingDesk, slips, take_away

_BARE = str.maketrans("", "", "（）；。 ")


def codes(which: CatalogList) -> list[EntryCode]:
    return [row.code for row in real_edition().listed(which)]


@pytest.mark.parametrize(
    ("which", "verdict", "first"), [(CatalogList.ABOLISHED, "不用开", "改成这样办"), (CatalogList.RETAINED, "要开", "在哪儿开")]
)
def test_every_proof_says_its_verdict_and_what_follows_from_it(which: CatalogList, verdict: str, first: str) -> None:
    for code in codes(which):
        proof = real_edition().proof(code)
        view = derive_proof_view(proof, real_edition())
        assert view.verdict == verdict
        assert view.reason
        assert proof_rows(proof, real_edition())[0].title == first


def test_every_abolished_proof_names_its_basis_and_its_substitute() -> None:
    for code in codes(CatalogList.ABOLISHED):
        rows = {row.key: row for row in proof_rows(real_edition().proof(code), real_edition())}
        assert rows["replacement"].title
        assert rows["basis"].note


def test_every_abolished_proof_says_who_may_not_ask_for_it_any_more() -> None:
    for code in codes(CatalogList.ABOLISHED):
        proof = real_edition().proof(code)
        rows = {row.key: row for row in proof_rows(proof, real_edition())}
        assert rows["nobody"].title == "谁不该再要"
        assert rows["nobody"].note.startswith("本大厅的窗口都不再要")
        if proof.asked_by:
            assert (rows["asked"].title, rows["asked"].note) == ("以前谁要", set_words(proof.asked_by))


def test_every_retained_proof_says_where_to_complain() -> None:
    for code in codes(CatalogList.RETAINED):
        assert "12345" in {row.key: row.note for row in proof_rows(real_edition().proof(code), real_edition())}["report"]


def test_every_fact_of_every_proof_is_read() -> None:
    missing = []
    for which in (CatalogList.RETAINED, CatalogList.ABOLISHED):
        for code in codes(which):
            proof = real_edition().proof(code)
            rows = proof_rows(proof, real_edition())
            read = "".join(f"{row.title}{row.note}" for row in rows).translate(_BARE)
            wanted = [
                *proof.summary[1:], *proof.used_for, *proof.obtain_steps, *proof.obtain_materials, proof.asked_by, proof.issued_by,
                proof.formerly_issued_by, proof.replacement_how, proof.validity, proof.fee, proof.legal_basis, proof.note, proof.source.note,
            ]  # fmt: skip
            missing += [f"{proof.plain_name}: {words}" for words in wanted if words and set_words(words).translate(_BARE) not in read]
            assert len({row.key for row in rows}) == len(rows)
            assert [row.key for row in rows if row.kind is RowKind.ENTRY] == list(proof.related_items)
    assert missing == []


@pytest.mark.parametrize(("word", "said"), [("yes", "能，写承诺就行"), ("no", "不能"), ("unknown", "以窗口答复为准")])
def test_whether_a_commitment_replaces_it_is_said_in_words(word: str, said: str) -> None:
    code = next(code for code in codes(CatalogList.RETAINED) if real_edition().proof(code).commitment_can_replace == word)
    rows = {row.key: row.note for row in proof_rows(real_edition().proof(code), real_edition())}
    assert rows["commitment"] == said


@pytest.fixture
def navigator() -> Navigator:
    return Navigator()


@pytest.fixture
def desk() -> WaitingDesk:
    return WaitingDesk()


@pytest.fixture
def page(qapp: object, navigator: Navigator, desk: WaitingDesk) -> ProofViewModel:
    edition = real_edition()
    return ProofViewModel(edition=edition, take_away=take_away(edition, navigator, desk), slip_of=slips(edition), navigator=navigator)


def test_the_slip_is_of_the_proof_that_is_open(page: ProofViewModel, navigator: Navigator, desk: WaitingDesk) -> None:
    page.enter("QX-01", returning=False)
    page.offer.printOut()
    page.enter("BL-02", returning=False)
    page.offer.printOut()
    assert [(slip.title, slip.verdict) for slip in desk.taken] == [("亲属关系证明", "不用开"), ("注销户口证明", "要开")]
    assert str(navigator.here) == "take-away/BL-02"
    assert all("12345" in slip.hotline and slip.hall and slip.date and slip.edition for slip in desk.taken)


def test_codes_are_shown_and_nothing_is_printed(page: ProofViewModel, navigator: Navigator, desk: WaitingDesk) -> None:
    page.enter("QX-01", returning=False)
    page.offer.showQr()
    assert (str(navigator.here), desk.taken) == ("take-away/QX-01", [])


def test_without_a_proof_there_is_no_slip(page: ProofViewModel, navigator: Navigator, desk: WaitingDesk) -> None:
    page.offer.printOut()
    page.offer.showQr()
    assert (str(navigator.here), desk.taken) == ("home", [])


def test_looking_for_another_one_looks_among_the_proofs(page: ProofViewModel, navigator: Navigator) -> None:
    page.openSearch()
    assert str(navigator.here) == "search/proofs/"


def test_an_item_is_no_proof(page: ProofViewModel) -> None:
    with pytest.raises(KeyError):
        page.enter("WHL-MZ-001", returning=False)


def test_coming_back_finds_the_page(page: ProofViewModel) -> None:
    first, second = codes(CatalogList.RETAINED)[:2]
    page.enter(first, returning=False)
    page.reading.measured([100.0] * page.reading.rows.rowCount(), 600, 200)
    page.reading.next()
    page.enter(second, returning=False)
    assert page.reading.page_index == 0
    page.enter(first, returning=True)
    assert page.reading.page_index == 1


def test_the_end_of_a_session_leaves_nothing(page: ProofViewModel) -> None:
    page.enter(codes(CatalogList.RETAINED)[0], returning=False)
    page.forget()
    assert (page.title, page.verdict, page.reading.rows.rowCount()) == ("", "", 0)
