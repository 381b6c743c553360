"""The rows of a board as a person reads them: from the top."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from tests.journeys.kiosk_at_hand import KioskAtHand, accessible_name


def first_line(kiosk: KioskAtHand) -> str:
    """What is said of the uppermost row: title, verdict, official name. Empty where there is none."""
    kiosk.draw()
    lines = [item for item in kiosk.shown() if item.metaObject().className().startswith("EntryLine_QML")]
    return accessible_name(min(lines, key=lambda line: line.mapToScene(QPointF(0, 0)).y())) if lines else ""
