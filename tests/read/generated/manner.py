"""How a drawn note looks: everything that does not change what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random


@dataclass(frozen=True)
class Manner:
    """The looks of one note."""

    side_box: str
    """text_box, alternate, vml, layout, floating"""
    boxes: str
    """How check boxes are made: control, plain, symbol, field."""
    mark: str
    borders: str
    align: str
    vertical: str
    font: str
    size: float
    landscape: bool
    narrow: bool
    minus: str
    zero: str
    blanks: float
    footnotes: float
    merges: float
    merged_totals: bool
    repeated_header: bool
    split_tables: float
    """The chance that a table goes on in a second one with the same heading row."""
    broken_runs: float
    """The chance that a text is cut into runs, with bookmarks and spelling marks between them."""
    changes: float
    """The chance that a text is a tracked change of another."""
    hidden: float
    hyphens: float
    """The chance that a long word holds a soft hyphen."""
    subtitle_apart: bool
    headed: bool
    """Whether the first page, too, has the running head."""
    wrapped: float
    """The chance that a row or a cell stands in a content control of its own."""
    spacer: bool
    """Whether a blank column stands between words and figures."""
    tall_heading: bool
    """Whether the heading takes two rows, the first over all the years."""
    group: str = "."
    """What parts the thousands of figures."""
    misprints: float = 0
    """The chance that a figure carries a raised mark, or is broken over lines: it must be read right or flagged."""


def draw_manner(rng: random.Random, *, printed: bool) -> Manner:
    """Looks drawn at random; `printed` leaves out what a PDF writer would print otherwise than it is meant."""
    hidden, wrapped = rng.choice([0, 0, 0.1]), rng.choice([0, 0, 0.2])
    if printed and wrapped:
        hidden = 0  # LibreOffice shows what is hidden within a content control
    return Manner(
        side_box=rng.choice(["text_box", "text_box", "alternate", "vml", "layout", "layout", "floating"]),
        boxes=rng.choice(["control", "control", "control", "plain", "symbol", "field"]),
        mark=rng.choice(["x", "x", "x", "X", "☒"]),
        borders=rng.choice(["all", "all", "horizontal", "none"]),
        align=rng.choice(["right", "right", "center"]),
        vertical=rng.choice(["top", "top", "center", "bottom"]),
        font=rng.choice(["Calibri", "Arial", "Times New Roman", "Liberation Sans", "DejaVu Sans", "Carlito"]),
        size=rng.choice([7, 7.5, 8, 8, 8.5, 9, 9.5]),
        landscape=rng.random() < 0.25,
        narrow=rng.random() < 0.3,
        minus=rng.choice("--−–"),
        zero=rng.choice(["0", "0", "0", "-", "–"]),
        blanks=rng.choice([0, 0, 0, 0.15]),
        footnotes=rng.choice([0, 0, 0.3]),
        merges=rng.choice([0, 0, 0.5]),
        merged_totals=rng.random() < 0.3,
        repeated_header=rng.random() < 0.7,
        split_tables=rng.choice([0, 0, 0.3]),
        broken_runs=rng.choice([0, 0.2, 0.5]),
        changes=0 if printed else rng.choice([0, 0, 0.15]),
        hidden=hidden,
        hyphens=rng.choice([0, 0, 0.3]),
        subtitle_apart=rng.random() < 0.6,
        headed=rng.random() < 0.2,
        wrapped=wrapped,
        spacer=rng.random() < 0.1,
        tall_heading=rng.random() < 0.15,
        group=rng.choice("..............\u00a0\u202f"),
    )
