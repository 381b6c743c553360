"""As much of the Internet Printing Protocol (RFC 8010, 8011) as one sheet needs: print it, ask what became of it, take it back.

Here: requests and answers with a queue of CUPS, or with a printer that speaks IPP itself. Elsewhere: what is believed of them
(sheet_printers.py). The commands `lp` and `lpstat` would tell less: of a job that is gone they do not say whether it was printed.
"""

from __future__ import annotations

import http.client
import struct
import time
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum

from kiosk.application.unavailable import PrintCause, PrinterUnavailable
from kiosk.infrastructure.printing.links import IppQueue

USER = "kiosk"
"""Who owns the jobs; a queue lets their owner cancel them."""
_SHORTEST = 0.05
_INTEGER, _BOOLEAN, _ENUM, _NAME, _KEYWORD, _URI, _CHARSET, _LANGUAGE, _MIME = 0x21, 0x22, 0x23, 0x42, 0x44, 0x45, 0x47, 0x48, 0x49
_OPERATION, _JOB, _END = b"\x01", b"\x02", b"\x03"
_OK_BELOW = 0x0100

Attributes = Mapping[str, Sequence[int | str]]
_Attribute = tuple[int, str, str | int | bool]


class _Operation(IntEnum):
    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_PRINTER_ATTRIBUTES = 0x000B


class JobState(IntEnum):
    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELED = 7
    ABORTED = 8
    COMPLETED = 9


class IppClient:
    """One queue. Every call blocks until `end` on the monotonic clock at most; PrinterUnavailable for whatever goes wrong."""

    def __init__(self, queue: IppQueue) -> None:
        self._queue = queue
        self._uri = f"ipp://{queue.host}:{queue.port}{queue.path}"

    def state_reasons(self, end: float) -> tuple[str, ...]:
        """The printer's own words for its state, and `not-accepting-jobs` where it takes none."""
        wanted: Sequence[_Attribute] = [
            (_KEYWORD, "requested-attributes", "printer-state-reasons"),
            (_KEYWORD, "", "printer-is-accepting-jobs"),
        ]
        answer = self._ask(_Operation.GET_PRINTER_ATTRIBUTES, wanted, end)
        reasons = tuple(str(reason) for reason in answer.get("printer-state-reasons", ()) if reason != "none")
        return reasons if answer.get("printer-is-accepting-jobs", (1,))[0] else (*reasons, "not-accepting-jobs")

    def print_pdf(self, pdf: bytes, *, name: str, end: float) -> int:
        """Hands the file over and gives the job's number."""
        asked: Sequence[_Attribute] = [(_NAME, "job-name", name), (_MIME, "document-format", "application/pdf")]
        answer = self._ask(_Operation.PRINT_JOB, asked, end, job=[(_KEYWORD, "media", "iso_a4_210x297mm")], document=pdf)
        return int(answer["job-id"][0])

    def job_state(self, job: int, end: float) -> JobState:
        answer = self._ask(_Operation.GET_JOB_ATTRIBUTES, [(_INTEGER, "job-id", job), (_KEYWORD, "requested-attributes", "job-state")], end)
        return JobState(int(answer["job-state"][0]))

    def cancel(self, job: int, end: float) -> None:
        """Takes the job back and its file with it. PrinterUnavailable also when there is nothing to take back any more."""
        self._ask(_Operation.CANCEL_JOB, [(_INTEGER, "job-id", job), (_BOOLEAN, "purge-job", True)], end)

    def _ask(
        self, operation: _Operation, asked: Sequence[_Attribute], end: float, *, job: Sequence[_Attribute] = (), document: bytes = b""
    ) -> Attributes:
        common: Sequence[_Attribute] = [
            (_CHARSET, "attributes-charset", "utf-8"),
            (_LANGUAGE, "attributes-natural-language", "en"),
            (_URI, "printer-uri", self._uri),
        ]
        # The target comes first, job-id right behind printer-uri, then the user: some printers insist on the order of RFC 8011.
        target = [each for each in asked if each[1] == "job-id"]
        others = [each for each in asked if each[1] != "job-id"]
        body = b"".join(
            (
                struct.pack(">BBHI", 2, 0, operation, 1),
                _OPERATION,
                *(_encoded(each) for each in (*common, *target, (_NAME, "requesting-user-name", USER), *others)),
                *((_JOB, *(_encoded(each) for each in job)) if job else ()),
                _END,
                document,
            )
        )
        return _answer(self._post(body, end), operation)

    def _post(self, body: bytes, end: float) -> bytes:
        left = max(end - time.monotonic(), _SHORTEST)
        connection = http.client.HTTPConnection(self._queue.host, self._queue.port, timeout=left)
        try:
            connection.request("POST", self._queue.path, body, {"Content-Type": "application/ipp"})
            reply = connection.getresponse()
            content = reply.read()
        except TimeoutError as error:
            raise PrinterUnavailable(error, reason=PrintCause.TIMED_OUT) from error
        except (OSError, http.client.HTTPException) as error:
            raise PrinterUnavailable(error, reason=PrintCause.UNREACHABLE) from error
        finally:
            connection.close()
        if reply.status != http.client.OK:
            raise PrinterUnavailable(f"HTTP {reply.status}", reason=PrintCause.UNREACHABLE)
        return content


def _encoded(attribute: _Attribute) -> bytes:
    """An attribute with one value; without a name it is a further value of the one before."""
    tag, name, value = attribute
    if isinstance(value, bool):
        payload = struct.pack(">B", value)
    elif isinstance(value, int):
        payload = struct.pack(">i", value)
    else:
        payload = value.encode()
    return struct.pack(">BH", tag, len(name)) + name.encode() + struct.pack(">H", len(payload)) + payload


def _answer(content: bytes, operation: _Operation) -> Attributes:
    """The attributes of an answer. PrinterUnavailable where it says no, or is none."""
    try:
        status = struct.unpack_from(">H", content, 2)[0]
        found: dict[str, list[int | str]] = {}
        for name, value in _decoded(content):
            found.setdefault(name, []).append(value)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise PrinterUnavailable(error, reason=PrintCause.ERROR) from error
    if status >= _OK_BELOW:
        raise PrinterUnavailable(f"{operation.name} {status:#06x} {found.get('status-message', '')}", reason=PrintCause.UNREACHABLE)
    return found


def _decoded(content: bytes) -> Iterator[tuple[str, int | str]]:
    place, name = 8, ""
    while content[place] != _END[0]:
        tag = content[place]
        place += 1
        if tag < 0x10:  # the next group of attributes begins
            continue
        length = struct.unpack_from(">H", content, place)[0]
        name = content[place + 2 : place + 2 + length].decode() or name
        place += 2 + length
        length = struct.unpack_from(">H", content, place)[0]
        raw = content[place + 2 : place + 2 + length]
        place += 2 + length
        if tag in {_INTEGER, _ENUM}:
            yield name, struct.unpack(">i", raw)[0]
        elif tag == _BOOLEAN:
            yield name, raw[0]
        else:
            yield name, raw.decode(errors="replace")
