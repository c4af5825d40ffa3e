"""Every reason that the layout gives is said in both languages."""

from __future__ import annotations

import pytest

from grantcheck.read.blocks import MAY_GO_ON
from grantcheck.read.copenhagen.cell_doubts import why_cell
from grantcheck.read.layout import cell_text, cut_rows, lattice, open_table, row_blocks, row_draft

REASONS = [
    MAY_GO_ON,
    cell_text.BROKEN,
    cell_text.GLYPH,
    cut_rows.CUT,
    lattice.TORN,
    lattice.ACROSS,
    open_table.TORN,
    row_blocks.BLANK,
    row_draft.BETWEEN,
    row_draft.BRIDGE,
    row_draft.ROWS,
    row_draft.CROWDED,
    row_draft.UNEVEN,
]


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_is_said_in_both_languages(reason: str):
    why = why_cell(reason)
    assert why is not None
    assert reason in why.en
    assert why.da != why.en
