"""CSV and Excel files that list grants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.data.marked_yaml import Marked
from grantcheck.read.structured.fault import MISTAKE, StructuredFault
from grantcheck.read.structured.mapping import SheetForm
from grantcheck.read.structured.mapping_file import MappingText
from grantcheck.register.drafts import Draft, DraftRow, Refused, years_named
from grantcheck.register.imports.layout import layout_of
from grantcheck.register.imports.mapping import given_allocation_mapping
from grantcheck.register.imports.plain import is_list_of_grants, plain_mapping
from grantcheck.register.imports.repeats import added_up, without_repeats
from grantcheck.register.imports.row import RowReader
from grantcheck.register.imports.sheet import open_list

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from grantcheck.data.profile import Profile
    from grantcheck.model.years import Year
    from grantcheck.read.structured.cells import SheetRow


def read_list(
    raw: bytes,
    path: Path,
    mapping_path: Path | None,
    profile: Profile,
    covered: tuple[Year, Year] | None = None,
) -> Draft | None:
    """The rows of a list of grants; None where it has no mapping and is none, but perhaps a sheet of notes.

    Args:
        raw: the bytes of the file.
        path: the file.
        mapping_path: the mapping that the user named.
        profile: the municipality's words.
        covered: first and last year, where the user said them.

    Raises:
        StructuredFault: the file cannot be read, or its columns are not known.
        DataFault: the mapping has a mistake.
    """
    if mapping_path is None:
        opened = open_list(raw, path, SheetForm())
        if not is_list_of_grants(opened.headings):
            return None
        mapping, marked = plain_mapping(opened.headings), Marked(path, {}, {})
    else:
        mapping, marked = given_allocation_mapping(mapping_path)
        opened = open_list(raw, path, mapping)
    layout = layout_of(opened.headings, mapping, MappingText(marked))
    reader = RowReader(layout, mapping, profile)
    rows, refused, filtered = _read_all(opened.rows, reader)
    kept, again = (added_up(rows), []) if mapping.repeated == "add" else without_repeats(rows)
    draft = Draft(tuple(kept), (*refused, *again), None, filtered)
    if not kept and not draft.refused:
        raise StructuredFault(
            MISTAKE,
            "The file names no grants below its headings.",
            "Filen nævner ingen bevillinger under sine overskrifter.",
        )
    years = tuple(year for year, _ in layout.years)
    named = (years[0], years[-1]) if years else years_named(kept)
    return Draft(draft.rows, draft.refused, covered or mapping.covers or named, filtered)


def _read_all(rows: Iterable[SheetRow], reader: RowReader) -> tuple[list[DraftRow], list[Refused], int]:
    read: list[DraftRow] = []
    refused: list[Refused] = []
    filtered = 0
    for row in rows:
        if row.is_blank:
            continue
        if reader.is_left_out(row):
            filtered += 1
            continue
        found = reader.read(row)
        if isinstance(found, Refused):
            refused.append(found)
        else:
            read += found
    return read, refused, filtered
