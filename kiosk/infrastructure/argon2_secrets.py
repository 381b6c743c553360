"""SecretHasher with Argon2id. Loads its library when first asked: no screen needs it to start.

Elsewhere: what a secret must be like (domain.staff), when it is compared (application.commands.staff).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher

ROUNDS, MEMORY_KIB, LANES = 3, 32 * 1024, 1
"""0.12 to 0.14 s on one core at 2.5 GHz (0.19 s with the core shared), so under half a second on a counter's small computer, whose one core is
a third as fast; 32 MiB, half as much again as the least that is advised (19 MiB, 2 rounds) and nothing that such a machine lacks. One lane:
a second core is the caller's."""


class Argon2Secrets:
    """Safe to share between threads."""

    @cached_property
    def _hasher(self) -> PasswordHasher:
        from argon2 import PasswordHasher

        return PasswordHasher(time_cost=ROUNDS, memory_cost=MEMORY_KIB, parallelism=LANES)

    def hash(self, secret: str) -> str:
        return self._hasher.hash(secret)

    def fits(self, stored: str, secret: str) -> bool:
        """False also for what is no hash: an account that nothing opens."""
        from argon2.exceptions import InvalidHashError, VerificationError

        try:
            return stored.isascii() and self._hasher.verify(stored, secret)
        except (VerificationError, InvalidHashError):
            return False

    def is_outdated(self, stored: str) -> bool:
        return self._hasher.check_needs_rehash(stored)
