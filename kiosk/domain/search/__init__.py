"""Search: the entries of an edition in anybody's own words, and the Hanzi words for letters typed so far."""

from kiosk.domain.search.index import Hit, SearchIndex

__all__ = ["Hit", "SearchIndex"]
