"""What the frame asks of every page's view model.

Elsewhere: the frame (citizen.py), the pages (one module each).
"""

from __future__ import annotations

from typing import Protocol

from kiosk.interface.shared.idle import Patience


class PageModel(Protocol):
    """A page that can be walked to, back to and away from for good."""

    @property
    def patience(self) -> Patience:
        """How long a quiet reader is left in peace here."""

    def enter(self, argument: str, returning: bool) -> None:
        """The person comes here. `returning`: by 返回, so what was chosen stays; otherwise the page starts anew.

        Raises KeyError for an argument that names nothing here.
        """

    def forget(self) -> None:
        """The session ends: nothing of the person remains."""
