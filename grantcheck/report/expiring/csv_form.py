"""What expires as comma-separated values (RFC 4180), a row a grant, those of unknown end behind the others."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from grantcheck.report.expiring.columns import COLUMNS, expiring_row, unknown_row
from grantcheck.report.formats.inert_cell import inert_cell

if TYPE_CHECKING:
    from grantcheck.report.expiring.view import ExpiringView


class ExpiringCsv:
    """Renders what expires for programs; headings and words are those of the JSON."""

    def rendered(self, view: ExpiringView) -> str:
        """The table, lines ending in CR LF."""
        stream = StringIO(newline="")
        table = csv.writer(stream, lineterminator="\r\n")
        table.writerow(COLUMNS)
        rows = [expiring_row(view, one) for one in view.found.grants]
        for row in [*rows, *map(unknown_row, view.found.unknown)]:
            table.writerow([inert_cell(cell) if isinstance(cell, str) else cell for cell in row.values()])
        return stream.getvalue()
