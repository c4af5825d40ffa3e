"""The rebuilt notes: every cell of every digital page as it is printed, and marks as they stand."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from grantcheck.read.blocks import CheckBox, Grid, Layout, Trouble
from grantcheck.read.pdf.reading import read_layout

from .corpus import notes

NOTES = notes()
SCANNED = {"09": {2}, "10": {1, 2}}

pytestmark = pytest.mark.skipif(not NOTES, reason="the rebuilt notes are not beside the repository")


def _squeezed(value: object) -> str:
    return re.sub(r"[\s\-]", "", str(value or "")).lower()


def _truth(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(path.with_suffix(".truth.json").read_text("utf-8"))
    return read


def _rows(table: Grid) -> list[list[str | None]]:
    """Texts by row and column; None where a merged cell began elsewhere, or the reading is not certain."""
    rows: list[list[str | None]] = [[None] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = None if cell.uncertain else _squeezed(cell.text)
    return rows


def _tables(layout: Layout) -> list[Grid]:
    return [block for block in layout.blocks if isinstance(block, Grid) and not block.boxed]


@pytest.mark.parametrize(
    "path", [path for path in NOTES if path.stem not in SCANNED], ids=lambda path: path.stem
)
def test_cells(path: Path):
    truth, layout = _truth(path), read_layout(path.read_bytes())
    tables = _tables(layout)
    assert len(tables) == len(truth["tables"])
    for table, wanted in zip(tables, truth["tables"], strict=True):
        found = _rows(table)
        rows = [
            [row["cells"][0].removesuffix(row["note"] or ""), *row["cells"][1:]] for row in wanted["rows"]
        ]
        printed = [wanted["header"], *rows]
        assert len(found) == len(printed)
        for row, cells in zip(found, printed, strict=True):
            pairs = list(zip(row, map(_squeezed, cells), strict=True))
            assert [(got, want) for got, want in pairs if got is not None and got != want] == []
            assert sum(got is None for got, want in pairs if want) <= (2 if path.stem == "11" else 0)
    assert not [block for block in layout.blocks if isinstance(block, Trouble)]


@pytest.mark.parametrize(
    "path", [path for path in NOTES if path.stem not in SCANNED], ids=lambda path: path.stem
)
def test_marks(path: Path):
    truth, layout = _truth(path), read_layout(path.read_bytes())
    assert {block.label: block.checked for block in layout.blocks if isinstance(block, CheckBox)} == truth[
        "bydele"
    ]
    boxed = [block for block in layout.blocks if isinstance(block, Grid) and block.boxed]
    marks = {_squeezed(row[0]): row[1] == "x" for table in boxed for row in _rows(table)}
    assert marks == {_squeezed(label): mark for label, mark in truth["categories"].items()}


@pytest.mark.parametrize("path", [path for path in NOTES if path.stem in SCANNED], ids=lambda path: path.stem)
def test_scanned_pages_are_told(path: Path):
    troubles = [block for block in read_layout(path.read_bytes()).blocks if isinstance(block, Trouble)]
    assert {getattr(one.location, "page", 0) for one in troubles} == SCANNED[path.stem]
    assert {(one.code, one.about) for one in troubles} == {("GC902", "page")}
