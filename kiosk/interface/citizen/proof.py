"""证明: does one have to get this paper? The verdict first, 不用开 or 要开; everything else follows it.

Here: name, verdict, and the way on. Elsewhere: what stands under the verdict (proof_rows.py) and its pages (reading.py), the slip that is
taken away (takeaway_words.py, take_away.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.application.takeaway import Takeaway
from kiosk.domain.catalog import CatalogList, Edition, EntryCode, Proof, Verdict
from kiosk.interface.citizen.entry_rows import open_entry, open_proof_search
from kiosk.interface.citizen.guide_rows import verification_words
from kiosk.interface.citizen.proof_rows import proof_rows
from kiosk.interface.citizen.reading import ReadingViewModel
from kiosk.interface.citizen.take_away import TakeAway, TakeAwayOffer
from kiosk.interface.shared.entry_words import official_words, title_words, verdict_words
from kiosk.interface.shared.idle import READING, Patience
from kiosk.interface.shared.list_names import list_name
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.showing import Showing
from kiosk.interface.shared.typography import set_words

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ProofView:
    """`needed`: the verdict. `reason`: the first plain sentence, under it."""

    key: str = ""
    list_key: str = CatalogList.ABOLISHED.value
    list_name: str = ""
    title: str = ""
    official: str = ""
    verification: str = ""
    needed: bool = False
    verdict: str = ""
    reason: str = ""


def derive_proof_view(proof: Proof, edition: Edition) -> ProofView:
    row = edition.rows[proof.code]
    return ProofView(
        key=proof.code,
        list_key=proof.list,
        list_name=list_name(proof.list),
        title=title_words(row),
        official=official_words(row),
        verification=verification_words(proof.verification.status, proof.verification.assured_date),
        needed=proof.verdict is Verdict.NEEDED,
        verdict=verdict_words(proof.verdict),
        reason=set_words(proof.summary[0].rstrip("。")),
    )


@QmlElement
@QmlUncreatable("made by the role")
class ProofViewModel(QObject, Showing[ProofView]):
    """One proof at a time. The page of it that was open is kept until the session ends. `slip_of` makes the slip of a proof's code."""

    viewChanged = Signal()

    def __init__(
        self,
        *,
        edition: Edition,
        take_away: TakeAway,
        slip_of: Callable[[str], Takeaway],
        navigator: Navigator,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._edition = edition
        self._navigator = navigator
        self._view = ProofView()
        self._left_at: dict[str, int] = {}
        self._reading = ReadingViewModel(self)
        self._reading.chosen.connect(self._open)
        self._offer = TakeAwayOffer(take_away, lambda: slip_of(self._view.key) if self._view.key else None, self)

    @property
    def patience(self) -> Patience:
        return READING

    def enter(self, argument: str, returning: bool) -> None:
        """KeyError for a code that is no proof of the edition."""
        proof = self._edition.proof(EntryCode(argument))
        self._remember()
        self._reading.read(proof_rows(proof, self._edition), self._left_at.get(proof.code, 0) if returning else 0)
        self._show(derive_proof_view(proof, self._edition))

    def forget(self) -> None:
        self._left_at.clear()
        self._reading.read(())
        self._show(ProofView())

    def _remember(self) -> None:
        if self._view.key:
            self._left_at[self._view.key] = self._reading.page_index

    def _open(self, key: str) -> None:
        self._remember()
        open_entry(self._edition, self._navigator, key)

    @Slot()
    def openSearch(self) -> None:
        """查别的: among the proofs alone."""
        open_proof_search(self._navigator)

    @Property(ReadingViewModel, notify=viewChanged)
    def reading(self) -> ReadingViewModel:
        return self._reading

    @Property(TakeAwayOffer, notify=viewChanged)
    def offer(self) -> TakeAwayOffer:
        return self._offer

    @Property(str, notify=viewChanged)
    def listKey(self) -> str:
        return self._view.list_key

    @Property(str, notify=viewChanged)
    def listName(self) -> str:
        return self._view.list_name

    @Property(str, notify=viewChanged)
    def title(self) -> str:
        return self._view.title

    @Property(str, notify=viewChanged)
    def officialName(self) -> str:
        return self._view.official

    @Property(str, notify=viewChanged)
    def verificationText(self) -> str:
        return self._view.verification

    @Property(bool, notify=viewChanged)
    def needed(self) -> bool:
        return self._view.needed

    @Property(str, notify=viewChanged)
    def verdict(self) -> str:
        return self._view.verdict

    @Property(str, notify=viewChanged)
    def reason(self) -> str:
        return self._view.reason
