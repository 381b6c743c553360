"""What the printing tests share: a QGuiApplication (text needs one, also on the print thread) and a face with Hanzi."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase, QGuiApplication


@pytest.fixture(scope="session")
def family(qapp: QGuiApplication) -> str:
    found = [
        name for name in QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese) if "Sans" in name and "Mono" not in name
    ]
    assert found, "no CJK font: every Hanzi would be an empty box"
    return next((name for name in found if name.endswith("SC")), found[0])
