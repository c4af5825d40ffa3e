"""What the sheet of totals says, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from grantcheck.model.formatting import format_kroner, format_number
from grantcheck.report.expiring.words import expiring_words
from grantcheck.report.register_words import register_words

if TYPE_CHECKING:
    from grantcheck.model.text import Language
    from grantcheck.report.expiring.view import ExpiringView


def totals_rows(view: ExpiringView, language: Language) -> Iterator[tuple[str, int | None]]:
    """Labels with their amounts, headings and sentences without one."""
    words, found = expiring_words(language), view.found
    years = {"last": view.last_funded_year, "first": found.year}
    yield words.heading.format(**years), None
    yield (
        words.source.format(
            register=view.register, day=view.as_of, count=format_number(view.of_all, language)
        ),
        None,
    )
    yield from _of_notes(view, language)
    yield "", None
    yield words.total, found.total
    yield words.by_committee, None
    yield from ((name or words.no_committee, amount) for name, amount in found.by_committee.items())
    yield words.by_area, None
    areas = register_words(language).areas
    yield from ((areas[area] if area else words.no_area, each) for area, each in found.by_area.items())
    yield words.cliff, None
    yield from ((str(year), amount) for year, amount in found.cliff.items())
    if found.unknown:
        amount = format_kroner(view.unknown_total, language)
        yield words.unknown.format(count=len(found.unknown), amount=amount, **years), None


def _of_notes(view: ExpiringView, language: Language) -> Iterator[tuple[str, int | None]]:
    words, notes, first = expiring_words(language), view.notes, view.found.year
    if notes is None:
        yield words.no_notes, None
        return
    yield words.notes_read.format(count=notes.of_the_year, first=first), None
    if view.found.unasked:
        amount = format_kroner(view.unasked_total, language)
        yield words.unasked.format(count=len(view.found.unasked), amount=amount), None
    if notes.not_wholly_read:
        yield words.not_read.format(files=", ".join(notes.not_wholly_read)), None
