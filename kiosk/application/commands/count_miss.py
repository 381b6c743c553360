"""A search that found nothing is counted, without the person.

Elsewhere: what of a text may be kept (domain.asked), when a search counts as one (interface.citizen.asked_watch).
"""

from __future__ import annotations

from kiosk.application.ports import Clock, Fingerprints, UnitOfWork
from kiosk.domain.asked import countable_words
from kiosk.domain.numbering import business_day


def count_miss(*, text: str, fingerprints: Fingerprints, uow: UnitOfWork, clock: Clock) -> None:
    """One more settled search without a hit on this business day.

    Of the text a fingerprint is kept, and its words only from the sighting on that makes it a way of speaking (domain.asked.Sightings.enough);
    of a text that may not be words (domain.asked.countable_words) nothing but the number. What is too old goes in the same transaction.
    """
    if not text.strip():
        return
    words = countable_words(text)
    # Before the transaction: it is slow by intention, and others queue for the writer's lock.
    fingerprint = fingerprints.of(words) if words else None
    with uow:
        day = business_day(clock.now())
        uow.asked.forget_old(day)
        uow.asked.count_miss(day)
        if words and fingerprint and not uow.asked.count_words(words, day) and uow.asked.sight(fingerprint, day).enough:
            uow.asked.keep_words(words, fingerprint)
        uow.commit()
