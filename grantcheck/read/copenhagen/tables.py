"""Tables: from the captions of a note to the model's rows, with everything in doubt named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.location import LineLocation
from grantcheck.model.money import Kroner, whole_kroner
from grantcheck.model.note import TOTAL, Row, Table, Unread
from grantcheck.model.terms import TableKind
from grantcheck.read.copenhagen.doubts import row_in_doubt, table_not_read, table_open, table_twice
from grantcheck.read.copenhagen.drafts import RowDraft, TableDraft, draft_table
from grantcheck.read.copenhagen.footnotes import footnote_marks
from grantcheck.read.copenhagen.loose_tables import find_loose_tables
from grantcheck.read.copenhagen.reconcile import reconcile
from grantcheck.read.copenhagen.running_text import TableRoom, footnotes_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.data.profile import Profile
    from grantcheck.read.copenhagen.table_heading import Caption
    from grantcheck.read.lines import Line

_ORDER = tuple(TableKind)


@dataclass(frozen=True, slots=True)
class TablesFound:
    """The tables of a note, and what was not read of them."""

    tables: tuple[Table, ...]
    unread: tuple[Unread, ...]
    rooms: tuple[TableRoom, ...]
    """The lines that tables take."""


def read_tables(
    lines: Sequence[Line], captions: Sequence[Caption], ends: Sequence[int], profile: Profile
) -> TablesFound:
    """Reads every table.

    Args:
        lines: the note without side box and running heads.
        captions: where tables begin.
        ends: for each caption, the index after the last line that can belong to its table.
        profile: the municipality's words.
    """
    drafts: dict[TableKind, TableDraft] = {}
    doubts: list[Unread] = []
    marks = footnote_marks(lines)
    rooms: list[TableRoom] = []
    for caption, end in zip(captions, ends, strict=True):
        draft = draft_table(lines, caption, end, profile, marks)
        rooms.append(_room(lines, caption, draft, end))
        if draft is None:
            about = caption.kind.value if caption.kind else "page"
            doubts.append(table_not_read(about, caption.text, lines[caption.start].location))
        elif draft.kind in drafts:
            doubts.append(table_twice(draft.kind.value, caption.text, lines[caption.start].location))
        else:
            drafts[draft.kind] = draft
    reconcile(tuple(drafts.values()), profile)
    tables = []
    for draft in sorted(drafts.values(), key=lambda draft: draft.caption.start):
        table, told = _table(draft, lines)
        tables.append(table)
        doubts += told
    loose = find_loose_tables(lines, [(room.start, room.end) for room in rooms], profile)
    for one in loose:
        about = one.kind.value if one.kind else "page"
        doubts.append(table_not_read(about, lines[one.start].stripped, lines[one.start].location))
    stops = sorted(
        {*(caption.start for caption in captions), *ends, *(one.start for one in loose), len(lines)}
    )
    rooms += [
        TableRoom(one.start, next(stop for stop in stops if stop > one.start), read=False) for one in loose
    ]
    return TablesFound(tuple(tables), tuple(doubts), tuple(rooms))


def _room(lines: Sequence[Line], caption: Caption, draft: TableDraft | None, end: int) -> TableRoom:
    """The lines of a table and its footnotes; of one whose end was not found, all that may belong to it."""
    if draft is None or not draft.closed:
        return TableRoom(caption.start, end, read=False)
    last = _last_line(lines, draft, end)
    return TableRoom(caption.start, footnotes_end(lines, last, end, broken=True))


def _last_line(lines: Sequence[Line], draft: TableDraft, end: int) -> int:
    """Index after the last line of a table's rows."""
    raw = draft.rows[-1].raw
    last = max((line[0].line for line in (*raw.text, *raw.run)), default=0)
    return next((index for index in range(draft.caption.end, end) if lines[index].number > last), end)


def _table(draft: TableDraft, lines: Sequence[Line]) -> tuple[Table, list[Unread]]:
    told: list[Unread] = []
    rows: list[Row] = []
    for row in draft.rows:
        built = _row(row, draft)
        rows.append(built)
        if built.doubt:
            reasons = row.text.reasons if draft.heading.unit is not None else [*row.text.reasons, "unit"]
            told.append(
                row_in_doubt(
                    draft.kind.value,
                    draft.caption.text,
                    built.label,
                    reasons,
                    built.location,
                    row.printed,
                )
            )
    if not draft.closed:
        told.append(table_open(draft.kind.value, draft.caption.text, lines[draft.caption.start].location))
    heading = draft.heading
    table = Table(
        kind=draft.kind,
        number=draft.caption.number,
        caption=draft.caption.text,
        unit=heading.unit,
        price_level=heading.price_level,
        precision=_precision(draft),
        has_totals=heading.has_totals,
        years=heading.years,
        rows=tuple(rows),
        location=lines[draft.caption.start].location,
    )
    return table, told


def _precision(draft: TableDraft) -> Kroner | None:
    if draft.heading.unit is None:
        return None
    decimals = max(
        (placed.figure.decimals for row in draft.rows for placed in row.figures.values()), default=0
    )
    return Kroner(max(1, draft.heading.unit // 10**decimals))


def _row(row: RowDraft, draft: TableDraft) -> Row:
    text = row.text
    unit = draft.heading.unit
    amounts = {column: whole_kroner(placed.figure.value, unit or 1) for column, placed in row.figures.items()}
    for column in draft.columns:
        if unit is None or (column in row.figures and amounts[column] is None):
            text.doubt.add(column)
    shown = {
        column: amounts.get(column) for column in draft.columns if unit is None or column not in text.doubt
    }
    first = row.raw.first
    order = (*draft.columns, "label", "control_area", "committee", "appropriation", "direction")
    return Row(
        kind=text.kind,
        label=text.label,
        control_area=text.control_area,
        committee=_stated(text.committee, "committee", row),
        appropriation=_stated(text.appropriation, "appropriation", row),
        direction=text.direction,
        amounts={year: shown.get(str(year)) for year in draft.heading.years},
        total=shown.get(TOTAL),
        doubt=tuple(name for name in order if name in text.doubt),
        location=first.location if first else LineLocation(line=1, column=1),
        printed={column: placed.figure.printed for column, placed in row.figures.items()},
        places={column: placed.word.location for column, placed in row.figures.items()},
    )


def _stated(value: str | None, field: str, row: RowDraft) -> str | None:
    return None if field in row.text.doubt else value
