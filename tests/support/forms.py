"""The printer of a hall's own forms: keeps the futures for a test to resolve."""

from __future__ import annotations

from concurrent.futures import Future

from kiosk.application.form_paper import FormPaper
from kiosk.application.ports import PrintOutcome


class HeldForms:
    """Takes every form; what comes of it is the test's to say."""

    def __init__(self) -> None:
        self.forms: list[FormPaper] = []
        self.futures: list[Future[PrintOutcome]] = []

    def submit(self, form: FormPaper) -> Future[PrintOutcome]:
        self.forms.append(form)
        self.futures.append(Future())
        return self.futures[-1]

    def forget(self) -> None:
        for future in self.futures:
            future.cancel()
