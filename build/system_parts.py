"""What the kiosk needs from the operating system, found by what is missing, and installed on Debian and its kin.

With root or a `sudo` that asks nothing, apt-get installs what is missing, after saying what; otherwise the one line to run is told.
Other systems are told which parts are missing. Windows has all of them. The list was verified in a minimal Debian 12.

Elsewhere: Python packages (environment.py).
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

# Shared library → Debian package: what `import PySide6.QtQuick`, the offscreen, xcb and wayland platforms and pyusb load.
_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libusb-1.0.so.0": "libusb-1.0-0",
}
_PROGRAMS_FOR_VIRTUAL_SCREEN = {"Xvfb": "xvfb", "x11vnc": "x11vnc"}
_PROGRAMS_FOR_TESTS = {"Xvfb": "xvfb", "xdotool": "xdotool"}
# Program → Debian packages: tests that need it say NOT RUN where it cannot be had.
_WELCOME_FOR_TESTS = {"cupsd": ("cups", "printer-driver-cups-pdf")}
# The display's voice is made by the one and played by the other, where the system has no player of its own.
_WELCOME_FOR_VOICE = {"espeak-ng": ("espeak-ng",), "aplay": ("alsa-utils",)}
_HANZI_FONT_PACKAGE = "fonts-noto-cjk"
_INSTALL = ("apt-get", "install", "--yes", "--no-install-recommends")
_SYSTEM_PATH = f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin"
_HANZI_FONTS = ("NotoSansCJK", "NotoSansSC", "SourceHanSans")


def has_display() -> bool:
    """True where a window can be shown: always on Windows and macOS, on Linux with an X or Wayland display."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def provide(*, for_run: bool, for_tests: bool) -> list[str]:
    """Install what is missing. Gives the lines to tell when that is not possible, none when all is there."""
    if sys.platform != "linux":
        return []
    if for_tests:
        _try_to_have(_WELCOME_FOR_TESTS, "what some tests drive")
    missing = missing_packages(for_run=for_run, for_tests=for_tests)
    if not missing:
        return []
    if not shutil.which("apt-get"):
        return [
            f"These parts of the system are missing (Debian's names): {' '.join(missing)}. Install them with this system's package tool."
        ]
    prefix = _rights()
    if prefix is None:
        return [
            "Parts of the system are missing and installing them needs an administrator. Run this line, then the same command again:",
            f"sudo apt-get update && sudo {' '.join([*_INSTALL, *missing])}",
        ]
    print(f"dev.py: installing parts of the system: {' '.join(missing)} …", file=sys.stderr, flush=True)
    said = _installed(missing, prefix)
    importlib.invalidate_caches()
    still = missing_packages(for_run=for_run, for_tests=for_tests)
    return [said, f"apt-get could not install {' '.join(still)} (see above)."] if still else []


def try_to_have_voice() -> None:
    """What the display speaks with. Without it there is no voice, and everything else is as it is."""
    if sys.platform == "linux":
        _try_to_have(_WELCOME_FOR_VOICE, "what the display's voice needs")


def _installed(packages: Sequence[str], prefix: Sequence[str]) -> str:
    """What apt-get said. No question may be asked, and another apt at work is waited for. A failed update is no end: the lists may do."""
    said = ""
    for step in (["apt-get", "update"], [*_INSTALL, *packages]):
        command = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", step[0], "-q", "-o", "DPkg::Lock::Timeout=300", *step[1:]]
        result = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        said += result.stdout
    return said


def _try_to_have(programs: Mapping[str, Sequence[str]], what: str) -> None:
    """Installs what is welcome but not needed, where that asks nobody. Tried once; whether it worked, the tests find out."""
    wanted = [package for program, packages in programs.items() if not shutil.which(program, path=_SYSTEM_PATH) for package in packages]
    prefix = _rights() if wanted and shutil.which("apt-get") else None
    if prefix is not None:
        print(f"dev.py: installing {what}: {' '.join(wanted)} …", file=sys.stderr, flush=True)
        _installed(wanted, prefix)


def missing_packages(*, for_run: bool, for_tests: bool) -> list[str]:
    """Debian packages for the parts that are not there. A part that came by another way counts as there."""
    missing = {package for library, package in _LIBRARIES.items() if not _loads(library)}
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        missing.add(f"python3.{sys.version_info.minor}-venv")
    if not Path("/etc/ssl/certs/ca-certificates.crt").exists() and shutil.which("apt-get"):
        missing.add("ca-certificates")
    if not _has_hanzi_font():
        missing.add(_HANZI_FONT_PACKAGE)
    programs = _PROGRAMS_FOR_VIRTUAL_SCREEN if for_run and not has_display() else {}
    for program, package in {**programs, **(_PROGRAMS_FOR_TESTS if for_tests else {})}.items():
        if not shutil.which(program):
            missing.add(package)
    return sorted(missing)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_hanzi_font() -> bool:
    """True with a face for Simplified Chinese in regular and bold. Asks fontconfig; without its program, looks for the known files."""
    if shutil.which("fc-list"):
        return all(
            subprocess.run(["fc-list", f":lang=zh-cn{weight}", "file"], capture_output=True, check=False).stdout.strip()
            for weight in (":weight=80", ":weight=200")
        )
    folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts", Path.home() / ".local/share/fonts"]
    names = [file.name for folder in folders if folder.is_dir() for file in folder.rglob("*.[ot]t[cf]")]
    hanzi = [name for name in names if name.startswith(_HANZI_FONTS)]
    return any("Regular" in name or "VF" in name for name in hanzi) and any("Bold" in name or "VF" in name for name in hanzi)


def _rights() -> list[str] | None:
    """What to put before a command to have root's rights; None when they cannot be had without asking."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0:
        return ["sudo", "-n"]
    return None
