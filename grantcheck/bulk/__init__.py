"""Proposals and allocations by the million, as tables: the same rules, streamed through DuckDB."""
