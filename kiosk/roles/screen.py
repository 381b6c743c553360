"""The window that every face with a screen opens: Qt set up for weak machines, fonts found, the theme told about the screen.

Shared by the roles with a window and by `shot`. Software rendering by default; a GPU is opt-in (QT_QUICK_BACKEND).

Elsewhere: the process around it (running.py), the theme (resources/qml/Kiosk/Theme).
"""

from __future__ import annotations

import math
import os
import sys
from dataclasses import dataclass

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickView

from kiosk.application.unavailable import DisplayMissing
from kiosk.infrastructure.paths import resources_dir
from kiosk.interface.shared.fonts import find_hanzi_family, load_icon_family

MM_PER_INCH = 25.4
TURN_SECONDS = 0.0005
"""How long a worker keeps Python's interpreter while the screen's thread waits for it. With Python's own 5 ms a page change beside a busy worker
takes a third longer, its worst ones twice as long: every binding that reads a view model has to wait in turn (docs/performance.md)."""
MOUNT = 800
"""Millimetres from the floor to the screen's lower edge, where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Modes:
    """How a person wants the screen: other tokens on the same pages."""

    elder: bool = False
    contrast: bool = False
    low: bool = False


def prepare_environment() -> None:
    """Before QGuiApplication exists. One design pixel is one screen pixel: the theme does the scaling, in millimetres."""
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ.setdefault("QT_ENABLE_HIGHDPI_SCALING", "0")
    if sys.platform.startswith("linux"):
        os.environ.setdefault("LANG", "C.UTF-8")
        # A broken input method must not keep a kiosk from starting: Hanzi come from the screen's own keypad.
        os.environ.setdefault("QT_IM_MODULE", "none")


def no_display() -> bool:
    """Linux without an X or Wayland display: Qt would abort the process instead of saying so."""
    told = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return sys.platform.startswith("linux") and not told


def mm_per_pixel(width: int, height: int, diagonal: float) -> float:
    """Millimetres per pixel of a screen of `diagonal` inches."""
    return diagonal * MM_PER_INCH / math.hypot(width, height)


def open_view(
    *, main: str, properties: dict[str, QObject], width: int, height: int, diagonal: float, modes: Modes, mount: int = MOUNT
) -> QQuickView:
    """A view of `resources/qml/Kiosk/<main>`, not shown yet.

    The theme gets its inputs before the file is read: bindings then settle once. FontMissing when no font has the catalogue's Hanzi.
    """
    view = QQuickView()
    view.engine().addImportPath(str(resources_dir() / "qml"))
    inputs = {
        "hanziFamily": find_hanzi_family(),
        "iconFamily": load_icon_family(),
        "mmPerPixel": mm_per_pixel(width, height, diagonal),
        "shortSide": float(min(width, height)),
        "longSide": float(max(width, height)),
        "mount": float(mount),
        "portrait": height >= width,
        "elder": modes.elder,
        "contrast": modes.contrast,
        "low": modes.low,
    }
    # Trap: asking the engine for the singleton itself costs 35 ms, whatever its size (PySide 6.11).
    given = QQmlComponent(view.engine(), QUrl.fromLocalFile(str(resources_dir() / "qml" / "Kiosk" / "Theme" / "Inputs.qml")))
    if given.createWithInitialProperties(inputs) is None:
        raise RuntimeError(given.errorString())
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    view.resize(width, height)
    view.setInitialProperties(dict(properties))
    view.setSource(QUrl.fromLocalFile(str(resources_dir() / "qml" / "Kiosk" / main)))
    if view.status() is not QQuickView.Status.Ready:
        raise RuntimeError("; ".join(error.toString() for error in view.errors()))
    return view


def application() -> QGuiApplication:
    """The one application object.

    Qt's own messages stay on stderr, where the journal takes them. Trap: a handler in Python (qInstallMessageHandler) hangs the program when
    the QML loader's thread warns while the screen's thread holds the interpreter and waits for that loader.
    """
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    prepare_environment()
    if no_display():
        raise DisplayMissing
    sys.setswitchinterval(TURN_SECONDS)
    return QGuiApplication(sys.argv[:1])
