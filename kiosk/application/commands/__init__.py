"""Deeds: one module per deed, a function named for it, its needs keyword-only."""
