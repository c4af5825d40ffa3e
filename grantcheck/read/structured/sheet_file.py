"""CSV and Excel files to notes, by a mapping or by plain headings."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain
from typing import TYPE_CHECKING

from grantcheck.data.marked_yaml import Marked
from grantcheck.read.structured.csv_sheet import read_csv
from grantcheck.read.structured.entries import read_entries
from grantcheck.read.structured.fault import DAMAGED, MAPPING_NEEDED, StructuredFault
from grantcheck.read.structured.headings import headings_of, plain_mapping
from grantcheck.read.structured.mapping import Columns, Mapping
from grantcheck.read.structured.mapping_file import MappingFile, given_mapping, mapping_beside
from grantcheck.read.structured.sheet_notes import read_sheet_notes
from grantcheck.read.structured.view import prior_view, request_view

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grantcheck.data.profile import Profile
    from grantcheck.model.note import Note, Source
    from grantcheck.model.reading_limits import ReadingLimits
    from grantcheck.read.structured.cells import Sheet
    from grantcheck.read.structured.entries import Entry
    from grantcheck.read.structured.xlsx_sheet import ExcelFile

_EXCEL = ".xlsx"
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def read_sheet_notes_of(
    raw: bytes, path: Path, source: Source, profile: Profile, limits: ReadingLimits, given: Path | None
) -> tuple[Note, ...]:
    """The notes of a CSV or Excel file.

    Args:
        raw: its bytes.
        path: the file; its suffix tells the kinds apart, and a mapping may lie beside it.
        source: how it is named in reports.
        profile: the municipality's words.
        limits: how much of an Excel file is unpacked, and how many notes are read.
        given: the mapping that the user named.

    Raises:
        StructuredFault: the file or the mapping beside it has a mistake, or needs a mapping.
        RefusedError: there are too many notes.
        DataFault: the mapping that the user named has a mistake.
    """
    file = given_mapping(given) if given else mapping_beside(path)
    sheets = _Sheets(raw, path, file.mapping if file else None, limits)
    headings = headings_of(sheets.request, file.mapping.header_row if file else 1)
    if file is None:
        file = MappingFile(Marked(path, {}, {}), plain_mapping(headings))
    requests = request_view(headings, file)
    entries: Iterator[Entry] = read_entries(requests, file.mapping, profile, only_with_figures=False)
    prior = file.mapping.prior
    if prior is not None and (prior.sheet or prior.years or prior.long):
        row = prior.header_row or (1 if prior.sheet else file.mapping.header_row)
        view = prior_view(headings_of(sheets.named(prior.sheet), row), file, prior)
        entries = chain(entries, read_entries(view, file.mapping, profile, only_with_figures=True))
    return read_sheet_notes(entries, file.mapping, source, profile, limits)


class _Sheets:
    """The sheets of a file; a CSV file has one, without a name."""

    def __init__(self, raw: bytes, path: Path, mapping: Mapping | None, limits: ReadingLimits) -> None:
        self._workbook: ExcelFile | None = None
        if path.suffix.lower() == _EXCEL:
            from grantcheck.read.structured.xlsx_sheet import open_workbook  # noqa: PLC0415 - slow to import

            self._workbook = open_workbook(raw, limits.unpacked_bytes)
            self.request = self._workbook.sheet(_chosen(self._workbook, mapping))
            return
        said = mapping or Mapping(columns=Columns())
        self.request = read_csv(decoded(raw, said.encoding), said.delimiter, said.header_row)

    def named(self, name: str | None) -> Sheet:
        """A sheet by name; the one of the requests where there is no name."""
        if name is None:
            return self.request
        if self._workbook is None:
            raise StructuredFault(
                MAPPING_NEEDED,
                f"A CSV file has no sheet '{name}'. Use columns of their own, or 'kind', for prior allocations.",
                f"En CSV-fil har intet ark '{name}'. Brug egne kolonner, eller 'kind', til tidligere midler.",
            )
        return self._workbook.sheet(name)


def _chosen(workbook: ExcelFile, mapping: Mapping | None) -> str:
    prior = mapping.prior.sheet if mapping and mapping.prior else None
    return chosen_sheet(workbook, mapping.sheet if mapping else None, prior)


def chosen_sheet(workbook: ExcelFile, named: str | None, other: str | None = None) -> str:
    """The sheet that is named, or the only one besides `other` that can be seen.

    Raises:
        StructuredFault: several can be seen, or none.
    """
    if named is not None:
        return named
    visible = [name for name in workbook.visible if name != other]
    if len(visible) == 1:
        return visible[0]
    listed = ", ".join(f"'{name}'" for name in visible)
    raise StructuredFault(
        MAPPING_NEEDED,
        f"The file has {len(visible)} visible sheets ({listed}). Name one with 'sheet' in a mapping file.",
        f"Filen har {len(visible)} synlige ark ({listed}). Angiv ét med 'sheet' i en mappingfil.",
    )


def decoded(raw: bytes, encoding: str) -> str:
    """The text of a CSV file.

    Raises:
        StructuredFault: it is in another encoding, or no text.
    """
    try:
        text = raw.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise StructuredFault(
            DAMAGED,
            f"The text is not {encoding}. Save it as UTF-8, or name its 'encoding' in a mapping file.",
            f"Teksten er ikke {encoding}. Gem den som UTF-8, eller angiv dens 'encoding' i en mappingfil.",
            line,
        ) from error
    if found := _NO_TEXT.search(text):
        raise StructuredFault(
            DAMAGED,
            "The text holds a character that no text has; the file looks like a binary one.",
            "Teksten indeholder et tegn, som ingen tekst har; filen ligner en binær fil.",
            text.count("\n", 0, found.start()) + 1,
        )
    return unicodedata.normalize("NFC", text)
