"""Phrases that people say, with the entries that answer them, and the real catalogue to ask.

`queries.tsv` is the measured file; `phrases.tsv` was written beside it, in other words and for other entries; `hard.tsv` was written last, to be
difficult. All three: id, kind, query, accepted codes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.domain.catalog import CatalogList, Edition, EntryCode, SearchKeys
from kiosk.domain.search import SearchIndex
from kiosk.infrastructure.catalog_files.edition_file import read_edition
from kiosk.infrastructure.catalog_files.edition_publishing import compile_edition
from kiosk.infrastructure.catalog_files.source_tree import content_of, read_tree
from kiosk.infrastructure.paths import catalog_dir

FOLDER = Path(__file__).resolve().parents[1] / "domain" / "search"


@dataclass(frozen=True, slots=True)
class Phrase:
    kind: str
    text: str
    accepted: frozenset[str]


def phrases(name: str) -> Sequence[Phrase]:
    """The phrases of `queries`, `phrases` or `hard`."""
    lines = (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return [Phrase(kind, text, frozenset(accepted.split("|"))) for _, kind, text, accepted, *_ in rows]


@cache
def real_edition() -> Edition:
    tree, _ = read_tree(catalog_dir())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "edition.json"
        path.write_bytes(compile_edition(content_of(tree), number=1))
        edition = read_edition(path)
        edition.search_keys  # noqa: B018  (read while the file is there)
    return edition


@cache
def real_index() -> SearchIndex:
    """The real catalogue without any alias that is a measured query word for word: found must be found by what it means."""
    edition = real_edition()
    asked = {phrase.text for phrase in phrases("queries")}
    keys = [without_aliases(keys, asked) for keys in edition.search_keys]
    return index_of(keys, {code: row.list for code, row in edition.rows.items()})


def without_aliases(keys: SearchKeys, unwanted: set[str]) -> SearchKeys:
    names = len(keys.names)
    kept = [place for place, alias in enumerate(keys.aliases) if alias not in unwanted]
    return replace(
        keys,
        aliases=tuple(keys.aliases[place] for place in kept),
        initials=keys.initials[:names] + tuple(keys.initials[names + place] for place in kept),
        full=keys.full[:names] + tuple(keys.full[names + place] for place in kept),
    )


def index_of(keys: Sequence[SearchKeys], lists: Mapping[EntryCode, CatalogList]) -> SearchIndex:
    *_, index = SearchIndex.of_keys_in_steps(keys, lists)
    assert index is not None
    return index


def share_found(index: SearchIndex, asked: Iterable[Phrase], within: int) -> float:
    """The share of phrases of which an accepted entry stands among the first `within`."""
    found = [any(hit.code in phrase.accepted for hit in index.rank(phrase.text, within)) for phrase in asked]
    return sum(found) / len(found)
