"""The tables of a note: of each kind one, with all of its parts, and a word on every other that was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.read.copenhagen.doubts import table_not_read, table_twice
from grantcheck.read.copenhagen.laid_out.grid_heading import states_money
from grantcheck.read.copenhagen.laid_out.grid_tables import GridTable, read_grid_table
from grantcheck.read.copenhagen.laid_out.grid_view import GridView
from grantcheck.read.copenhagen.tables import TablesFound
from grantcheck.read.lines import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grantcheck.data.profile import Profile
    from grantcheck.model.note import Unread
    from grantcheck.model.terms import TableKind
    from grantcheck.read.copenhagen.laid_out.captions import Captioned
    from grantcheck.read.copenhagen.laid_out.transcript import NumberedGrid, Transcript
    from grantcheck.read.copenhagen.running_text import TableRoom


def read_note_tables(
    captioned: Sequence[Captioned],
    loose: Sequence[NumberedGrid],
    rooms: Sequence[TableRoom],
    script: Transcript,
    profile: Profile,
) -> TablesFound:
    """Reads every table of a note.

    Args:
        captioned: the captions with the tables below them.
        loose: tables below no caption.
        rooms: the lines that tables take.
        script: the file.
        profile: the municipality's words.
    """
    found: dict[TableKind, GridTable] = {}
    told: list[Unread] = []
    for one in _with_repeats(captioned):
        place = script.place(one.number)
        kind = one.caption.kind
        grids = [numbered.grid for numbered in one.grids]
        table = read_grid_table(one.caption, kind, grids, place, profile) if kind and grids else None
        if kind is None or table is None:
            told.append(table_not_read(kind.value if kind else "page", one.caption.text, place))
        elif kind in found:
            told.append(table_twice(kind.value, one.caption.text, place))
        else:
            found[kind] = table
            told += table.told
            told += [
                table_twice(kind.value, one.caption.text, grid.location) for grid in grids[table.grids :]
            ]
    told += _not_captioned(loose, profile)
    return TablesFound(tuple(table.table for table in found.values()), tuple(told), tuple(rooms))


def _with_repeats(captioned: Sequence[Captioned]) -> list[Captioned]:
    """The captions, where one that is repeated on the next page gives its tables to the first."""
    kept: list[Captioned] = []
    first: dict[tuple[int | None, str], Captioned] = {}
    for one in captioned:
        same = first.setdefault((one.caption.number, squeezed(one.caption.text)), one)
        if same is one or one.caption.kind is None:
            kept.append(one)
        else:
            same.grids += one.grids
    return kept


def _not_captioned(loose: Sequence[NumberedGrid], profile: Profile) -> Iterator[Unread]:
    """Tables of money without a caption; what other tables hold is no concern of the template."""
    for one in loose:
        if states_money(GridView(one.grid), profile):
            name = next((cell.text for cell in one.grid.cells if cell.text), "")
            yield table_not_read("page", name, one.grid.location)
