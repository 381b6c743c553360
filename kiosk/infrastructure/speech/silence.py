"""A voice that says nothing: a second display in the same hall, a picture of one.

Elsewhere: the voice that speaks (clip_voice.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future


class Silence:
    """Every sentence is over at once."""

    def say(self, words: Sequence[str], *, chime: bool) -> Future[None]:  # noqa: ARG002  (as the port has them)
        over: Future[None] = Future()
        over.set_result(None)
        return over

    def close(self) -> None:
        """Nothing is under way."""
