"""The rules that say that something was not read."""

from __future__ import annotations

READING_RULES = frozenset({"GC901", "GC902", "GC903"})
"""A file that cannot be read, a page without text, a table that was not understood."""
