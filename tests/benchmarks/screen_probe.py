"""A process that opens one window and tells when its first frame stood: `bare` (an empty QQuickView) or `home` (the kiosk)."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path


def rss_mb() -> float:
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def main(kind: str, linger: float) -> None:
    sys.path[0] = str(Path(__file__).resolve().parents[2])
    os.environ["QT_ENABLE_HIGHDPI_SCALING"] = "0"
    told: dict[str, object] = {}

    def first_frame() -> None:
        told["first_frame_ns"] = time.monotonic_ns()
        told["modules"] = sorted({name.partition(".")[0] for name in sys.modules})
        QTimer.singleShot(int(linger * 1000), app.quit)

    if kind == "bare":
        from PySide6.QtCore import QTimer
        from PySide6.QtGui import QGuiApplication
        from PySide6.QtQuick import QQuickView

        app = QGuiApplication([])
        view = QQuickView()
        view.resize(1080, 1920)
        view.frameSwapped.connect(first_frame)
        view.show()
        app.exec()
        told["rss_mb"] = rss_mb()
        del view
    else:
        from PySide6.QtCore import QTimer

        from kiosk.infrastructure.paths import data_directory
        from kiosk.roles.citizen import CitizenKiosk, once
        from kiosk.roles.parts import Parts
        from kiosk.roles.screen import Modes, application

        parts = Parts(data=data_directory(None))
        app = application()
        kiosk = CitizenKiosk(parts)
        view = kiosk.open(width=1080, height=1920, diagonal=21.5, modes=Modes())

        def shown() -> None:
            first_frame()
            if linger:
                QTimer.singleShot(400, kiosk.wake)

        once(view, shown)
        view.show()
        app.exec()
        told["rss_mb"] = rss_mb()
        kiosk.close()
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
