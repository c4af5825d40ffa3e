"""The notes of a file with pages read by OCR: what is certain stays as it is, what was recognised is added."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from grantcheck.model.location import PageLocation
from grantcheck.model.reading_limits import USUAL
from grantcheck.read.blocks import Layout, Trouble
from grantcheck.read.copenhagen.laid_out.note import read_laid_out
from grantcheck.read.ocr.marking import claims_not_used, marked_note, marked_table, touches
from grantcheck.read.ocr.trust import agreeing

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from grantcheck.data.profile import Profile
    from grantcheck.model.note import Claim, Note, Section, Source, Statement, Table
    from grantcheck.model.reading_limits import ReadingLimits
    from grantcheck.read.blocks import Block


def read_with_ocr(
    layout: Layout, source: Source, profile: Profile, limits: ReadingLimits = USUAL
) -> tuple[Note, ...]:
    """Every note of a layout, in order, as far as the limits allow.

    The file is read twice, without the recognised pages and with them, so that nothing that OCR saw can
    change what is certain.
    """
    certain = read_laid_out(replace(layout, recognised=()), source, profile, limits)
    if not layout.recognised:
        return certain
    pages = frozenset(_page(block) for block in layout.recognised)
    whole = read_laid_out(_together(layout, pages), source, profile, limits)
    placed = [note for note in certain if _places(note)]
    partners = [_partner(note, whole, pages) for note in placed]
    added = [_added(note, partner, pages) for note, partner in zip(placed, partners, strict=True)]
    labels = {label for listed in profile.category_lists for label in listed.labels}
    new = [
        _shown(marked_note(note, _own(note, pages), labels))
        for note in whole
        if note not in partners and _stands_on(note, pages)
    ]
    return tuple(sorted([*added, *new], key=_first_page)) or certain


def _together(layout: Layout, pages: Collection[int]) -> Layout:
    """All blocks by page; of a recognised page only what was said of it and what was recognised."""
    kept = [block for block in layout.blocks if isinstance(block, Trouble) or _page(block) not in pages]
    blocks = sorted([*kept, *layout.recognised], key=_page)
    return Layout(tuple(blocks), layout.pages)


def _page(block: Block) -> int:
    return block.location.page if isinstance(block.location, PageLocation) else 0


def _partner(note: Note, whole: Sequence[Note], pages: Collection[int]) -> Note | None:
    """The same note read with the recognised pages: the one that shares a certain place with it."""
    own = _places(note) - {place for place in _places(note) if place.page in pages}
    shared = [(len(own & _places(other)), other) for other in whole]
    most, best = max(shared, key=lambda pair: pair[0], default=(0, None))
    return best if most else None


def _places(note: Note) -> set[PageLocation]:
    parts: list[Table | Section | Claim] = [*note.tables, *note.sections, *note.claims]
    places = [*(part.location for part in parts), *note.places.values()]
    return {place for place in places if isinstance(place, PageLocation)}


def _stands_on(note: Note, pages: Collection[int]) -> bool:
    """Whether a note begins on a recognised page and has nothing certain."""
    return bool(_places(note)) and all(place.page in pages for place in _places(note))


def _own(note: Note, pages: Collection[int]) -> set[int]:
    return {place.page for place in _places(note)} & set(pages)


def _first_page(note: Note) -> int:
    return min((place.page for place in _places(note)), default=0)


def _added(note: Note, partner: Note | None, pages: Collection[int]) -> Note:
    """The certain note with the tables that OCR saw on its other pages."""
    if partner is None:
        return note
    seen = [table for table in partner.tables if touches(table, pages)]
    tables = [*note.tables, *map(marked_table, agreeing(seen, note.tables))]
    own = sorted(_own(partner, pages))
    unused = [claims_not_used(own[0])] if own and _has_text(partner, pages) else []
    return note.model_copy(
        update={
            "tables": tuple(sorted(tables, key=_order)),
            "unread": (*note.unread, *unused),
            "ocr_pages": tuple(own),
        }
    )


def _has_text(note: Note, pages: Collection[int]) -> bool:
    said: list[Claim | Statement] = [*note.claims, *note.statements]
    return any(isinstance(one.location, PageLocation) and one.location.page in pages for one in said)


def _order(table: Table) -> int:
    return table.location.page if isinstance(table.location, PageLocation) else 0


def _shown(note: Note) -> Note:
    return note.model_copy(update={"tables": tuple(agreeing(note.tables, ()))})
