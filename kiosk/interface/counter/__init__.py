"""The counter's console: a clerk's bar over other programs, and its full window."""
