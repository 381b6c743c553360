"""Secrets as Argon2id hashes with the parameters that were measured."""

from __future__ import annotations

import subprocess
import sys

import pytest
from argon2 import PasswordHasher

from kiosk.infrastructure.argon2_secrets import Argon2Secrets
from tests.support.halls import CHECKOUT

secrets = Argon2Secrets()


def test_a_secret_fits_its_hash_and_no_other_does() -> None:
    stored = secrets.hash("294715")
    assert stored.startswith("$argon2id$v=19$m=32768,t=3,p=1$")
    assert "294715" not in stored
    assert secrets.fits(stored, "294715")
    assert not secrets.fits(stored, "294716")
    assert secrets.hash("294715") != stored, "each hash has a salt of its own"


@pytest.mark.parametrize("stored", ["", "x", "$argon2id$v=19$m=32768,t=3,p=1$", "$argon2id$v=19$m=32768,t=3,p=1$AAAA$AAAA", "汉字"])
def test_what_is_no_hash_is_opened_by_nothing(stored: str) -> None:
    assert not secrets.fits(stored, "")
    assert not secrets.fits(stored, stored)


def test_weaker_parameters_are_outdated() -> None:
    assert not secrets.is_outdated(secrets.hash("x"))
    assert secrets.is_outdated(PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash("x"))


def test_the_library_is_loaded_with_the_first_secret() -> None:
    words = (
        "import sys; from kiosk.infrastructure.argon2_secrets import Argon2Secrets as A; a = A();"
        "early = 'argon2' in sys.modules; a.hash('x'); print(early, 'argon2' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True, cwd=CHECKOUT).stdout
    assert out.split() == ["False", "True"]
