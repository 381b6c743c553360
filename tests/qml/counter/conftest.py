"""A hall on a real data directory for the console's pages."""

from tests.support.halls import data, first_use

__all__ = ["data", "first_use"]
