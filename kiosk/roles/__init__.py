"""Composition roots: each role builds what it needs by constructor (parts.py) and runs."""
