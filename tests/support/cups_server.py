"""A CUPS of its own: configuration, spool and port in a temporary folder, bound to loopback, with one queue that makes PDFs."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.infrastructure.printing.links import IppQueue

QUEUE = "Sheets"
PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
MADE = Path("/var/spool/cups-pdf/ANONYMOUS")
"""Where the queue's backend puts the sheets of users whom the system does not know. Its place is compiled in."""
_PATIENCE = 20

_CONF = """\
LogLevel warn
Listen 127.0.0.1:{port}
Browsing Off
WebInterface No
DefaultAuthType None
PreserveJobFiles No
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues default
  <Limit Send-Document Send-URI Hold-Job Release-Job Cancel-Job CUPS-Move-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_FILES = """\
ServerRoot {root}/etc
RequestRoot {root}/spool
TempDir {root}/spool/tmp
CacheDir {root}/cache
StateDir {root}/state
AccessLog {root}/access_log
ErrorLog {root}/error_log
PageLog {root}/page_log
ServerBin /usr/lib/cups
DataDir /usr/share/cups
"""


def why_not() -> str | None:
    """Why no server can run here; None: it can."""
    missing = [name for name in ("cupsd", "lpadmin", "cupsdisable", "cupsenable") if shutil.which(name, path=_path()) is None]
    if missing:
        return f"CUPS is not installed: {', '.join(missing)} missing (apt-get install cups)"
    if not PPD.is_file():
        return "the PDF queue is not installed (apt-get install printer-driver-cups-pdf)"
    if os.geteuid() != 0:
        return "the PDF queue's backend runs as root only"
    return None


def _path() -> str:
    return f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"


@dataclass(frozen=True)
class CupsServer:
    """`queue` is how a hall's settings reach it."""

    port: int
    root: Path

    @property
    def queue(self) -> IppQueue:
        return IppQueue("127.0.0.1", self.port, f"/printers/{QUEUE}")

    def run(self, *command: str) -> str:
        environment = {**os.environ, "CUPS_SERVER": f"127.0.0.1:{self.port}", "LC_ALL": "C", "PATH": _path()}
        child = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=_PATIENCE, check=True)
        return child.stdout

    def stop_queue(self) -> None:
        self.run("cupsdisable", QUEUE)

    def start_queue(self) -> None:
        self.run("cupsenable", QUEUE)

    def waiting(self) -> list[str]:
        return self.run("lpstat", "-W", "not-completed", "-o", QUEUE).splitlines()


@contextmanager
def cups_server() -> Iterator[CupsServer]:
    with tempfile.TemporaryDirectory(prefix="kiosk-cups-") as folder:
        root = Path(folder)
        root.chmod(0o755)  # the server's filters are another user
        with _running(root) as server:
            yield server


@contextmanager
def _running(root: Path) -> Iterator[CupsServer]:
    for folder in ("etc/ppd", "spool/tmp", "cache", "state/certs"):
        (root / folder).mkdir(parents=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (root / "etc/cupsd.conf").write_text(_CONF.format(port=port))
    (root / "etc/cups-files.conf").write_text(_FILES.format(root=root))
    daemon = subprocess.Popen(
        ["cupsd", "-f", "-c", str(root / "etc/cupsd.conf"), "-s", str(root / "etc/cups-files.conf")],
        env={**os.environ, "PATH": _path()},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    server = CupsServer(port, root)
    try:
        _until_listening(port, daemon)
        server.run("lpadmin", "-p", QUEUE, "-E", "-v", "cups-pdf:/", "-P", str(PPD))
        yield server
    finally:
        daemon.terminate()
        daemon.wait(timeout=_PATIENCE)


def _until_listening(port: int, daemon: subprocess.Popen[bytes]) -> None:
    for _ in range(_PATIENCE * 10):
        assert daemon.poll() is None, "cupsd ended by itself"
        with socket.socket() as probe:
            probe.settimeout(0.1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        with suppress(subprocess.TimeoutExpired):
            daemon.wait(timeout=0.1)
    raise AssertionError("cupsd does not listen")
