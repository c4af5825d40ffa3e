"""What was read by OCR, marked so that a person sees it and no rule is decided by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from grantcheck.model.location import PageLocation
from grantcheck.model.note import TOTAL, Note, Row, Table, Unread
from grantcheck.model.terms import TableKind
from grantcheck.model.text import Text
from grantcheck.read.ocr.trust import with_doubtful_unit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_UNCERTAIN: Final = "GC904"
_WORDS: Final = ("label", "control_area", "committee", "appropriation", "direction")
_DETAIL: Final = frozenset({TableKind.SERVICE, TableKind.CAPITAL, TableKind.TRANSFERS})
_HEADING: Final = Text(
    en="Code, title, department or budget year was read by OCR. Check them by eye.",
    da="Kode, titel, forvaltning eller budgetår er læst med OCR. Kontrollér dem i hånden.",
)
_CLAIMS: Final = Text(
    en="The running text was read by OCR, so its amounts and years were not used.",
    da="Den løbende tekst er læst med OCR, så dens beløb og årstal er ikke brugt.",
)


def touches(table: Table, pages: Collection[int]) -> bool:
    """Whether any part of a table stands on one of the pages."""
    places = [table.location, *(row.location for row in table.rows)]
    places += [place for row in table.rows for place in row.places.values()]
    return any(isinstance(place, PageLocation) and place.page in pages for place in places)


def marked_table(table: Table) -> Table:
    """The table with everything in doubt; its figures stay, for the eye."""
    # a request has totals; where their heading was not seen, they were lost
    has_totals = table.has_totals or table.kind is not TableKind.PRIOR
    keys = [*map(str, table.years), *([TOTAL] if has_totals else [])]
    rows = tuple(_marked_row(row, keys, table.kind) for row in table.rows)
    return with_doubtful_unit(table.model_copy(update={"rows": rows, "number": None}))


def _marked_row(row: Row, keys: list[str], kind: TableKind) -> Row:
    return row.model_copy(update={"doubt": (*keys, *_words(row, kind))})


def _words(row: Row, kind: TableKind) -> Iterator[str]:
    """The label, and of the other texts those that the row has or its kind of table asks for."""
    asked = {"label"}
    if kind is TableKind.OVERVIEW:
        asked.add("control_area")
    elif kind in _DETAIL:
        asked |= {"committee", "appropriation", "direction"}
    return (word for word in _WORDS if word in asked or word in row.doubt or getattr(row, word) is not None)


def marked_note(note: Note, pages: Collection[int], labels: Collection[str]) -> Note:
    """A note that stands on pages read by OCR: its heading and figures for the eye, nothing else of it.

    Args:
        note: as read.
        pages: the pages that were read by OCR.
        labels: the categories that there are; what else OCR takes for one is left out.
    """
    told = [unread for unread in note.unread if unread.code == "GC902"]
    first = told[0].location if told else PageLocation(page=min(pages), bbox=(0, 0, 0, 0))
    told.append(Unread(code=_UNCERTAIN, about="heading", message=_HEADING, location=first))
    told.append(claims_not_used(first.page if isinstance(first, PageLocation) else min(pages)))
    return note.model_copy(
        update={
            "categories": {label: None for label in note.categories if label in labels},
            "districts": dict.fromkeys(note.districts),
            "claims": (),
            "statements": (),
            "sections": tuple(one for one in note.sections if not _on(one.location, pages)),
            "page_heads": tuple(one for one in note.page_heads if not _on(one.location, pages)),
            "tables": tuple(marked_table(table) for table in note.tables),
            "unread": tuple(told),
            "ocr_pages": tuple(sorted(pages)),
        }
    )


def claims_not_used(page: int) -> Unread:
    """The running text of a page was not used."""
    place = PageLocation(page=page, bbox=(0, 0, 0, 0))
    return Unread(code=_UNCERTAIN, about="claims", message=_CLAIMS, location=place)


def _on(place: object, pages: Collection[int]) -> bool:
    return isinstance(place, PageLocation) and place.page in pages
