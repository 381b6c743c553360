"""Fixtures of every test in this folder: those of tests.support.halls."""

from tests.support.halls import data, first_use

__all__ = ["data", "first_use"]
