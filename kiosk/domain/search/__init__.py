"""Search: the entries of an edition in anybody's own words, and the Hanzi words for letters typed so far."""

from kiosk.domain.search.candidates import CandidateWords
from kiosk.domain.search.index import LONGEST_QUERY, Hit, SearchIndex

__all__ = ["LONGEST_QUERY", "CandidateWords", "Hit", "SearchIndex"]
