"""Why tables cannot be audited."""

from __future__ import annotations


class BulkFault(ValueError):
    """A mistake in a table or a choice; the text names file, column and row, what is wrong, and what to do."""


class BulkMissing(BulkFault):
    """The database that bulk stands on is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Tables of proposals are audited with DuckDB, which is not installed. "
            "Install it with: pip install 'grantcheck[bulk]'"
        )
