"""`kiosk display` as it is started: heard beating, and started again when it dies or freezes.

Elsewhere: who listens (supervisor.py), the display (display.py). A module of its own, for the one who listens loads no Qt.
"""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.roles import supervisor


def run(argv: Sequence[str]) -> int:
    """The exit code of the display, when it has ended for good."""
    return supervisor.run(argv, role="display")
