"""What the log keeps, and where it goes when no file can be written."""

import logging
from pathlib import Path

import pytest

from kiosk.infrastructure.logbook import keep_log


def forget(handler: logging.Handler) -> None:
    logging.getLogger().removeHandler(handler)
    handler.close()


def test_the_kiosks_own_lines_and_others_warnings_are_kept(tmp_path: Path) -> None:
    handler = keep_log(tmp_path / "logs", "citizen")
    logging.getLogger("kiosk.roles").info("opened")
    logging.getLogger("somebody").info("chatter")
    logging.getLogger("somebody").warning("trouble")
    forget(handler)
    lines = (tmp_path / "logs" / "citizen.log").read_text(encoding="utf-8").splitlines()
    assert [line.rpartition(": ")[2] for line in lines] == ["opened", "trouble"]


def test_a_folder_that_cannot_be_made_sends_the_log_to_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "logs").write_text("a file stands where the folder should be")
    handler = keep_log(tmp_path / "logs", "citizen")
    logging.getLogger("kiosk").warning("a small matter")
    logging.getLogger("kiosk").error("still heard")
    forget(handler)
    told = capsys.readouterr().err
    assert "still heard" in told
    assert "a small matter" not in told
