"""The window that every face with a screen opens: Qt set up for weak machines, fonts found, the theme told about the screen.

Shared by the roles with a window and by `shot`. Software rendering by default; a GPU is opt-in (QT_QUICK_BACKEND).
"""

from __future__ import annotations

import logging
import math
import os
import sys
from dataclasses import dataclass

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, QUrl, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView

from kiosk.infrastructure.paths import resources_dir
from kiosk.interface.shared.fonts import find_hanzi_family, load_icon_family

log = logging.getLogger(__name__)
MM_PER_INCH = 25.4
_LEVELS = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO, QtMsgType.QtWarningMsg: logging.WARNING}


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


def log_qt_messages() -> None:
    """Qt's own words go to the log, never to a citizen."""

    def to_log(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        log.log(_LEVELS.get(kind, logging.ERROR), "%s (%s:%s)", message, context.file or "qt", context.line)

    qInstallMessageHandler(to_log)


def mm_per_pixel(width: int, height: int, diagonal: float) -> float:
    """Millimetres per pixel of a screen of `diagonal` inches."""
    return diagonal * MM_PER_INCH / math.hypot(width, height)


def open_view(*, main: str, properties: dict[str, QObject], width: int, height: int, diagonal: float, modes: Modes) -> QQuickView:
    """A view of `resources/qml/Kiosk/<main>`, not shown yet.

    The theme gets its inputs before the file is read: bindings then settle once. FontMissing when no font has the catalogue's Hanzi.
    """
    view = QQuickView()
    view.engine().addImportPath(str(resources_dir() / "qml"))
    theme = view.engine().singletonInstance("Kiosk.Theme", "Theme")
    if not isinstance(theme, QObject):
        raise RuntimeError("; ".join(error.toString() for error in view.errors()) or "Kiosk.Theme is not there")
    inputs = {
        "hanziFamily": find_hanzi_family(),
        "iconFamily": load_icon_family(),
        "mmPerPixel": mm_per_pixel(width, height, diagonal),
        "shortSide": float(min(width, height)),
        "portrait": height >= width,
        "elder": modes.elder,
        "contrast": modes.contrast,
        "low": modes.low,
    }
    for name, value in inputs.items():
        theme.setProperty(name, value)
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    view.resize(width, height)
    view.setInitialProperties(dict(properties))
    view.setSource(QUrl.fromLocalFile(str(resources_dir() / "qml" / "Kiosk" / main)))
    if view.status() is not QQuickView.Status.Ready:
        raise RuntimeError("; ".join(error.toString() for error in view.errors()))
    return view


def application() -> QGuiApplication:
    """The one application object, with Qt's messages in the log."""
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    prepare_environment()
    log_qt_messages()
    return QGuiApplication(sys.argv[:1])
