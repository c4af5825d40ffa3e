"""Nothing that OCR sees changes what the text layer says."""

from __future__ import annotations

import pytest

from grantcheck.data.profile import load_profile
from grantcheck.data.shipped import shipped_rules
from grantcheck.model.location import PageLocation
from grantcheck.model.money import Kroner
from grantcheck.model.note import Source, Table
from grantcheck.model.terms import TableKind
from grantcheck.read.blocks import Layout, Paragraph, Trouble
from grantcheck.read.ocr.notes import read_with_ocr
from grantcheck.read.ocr.trust import agreeing, with_doubtful_unit

PROFILE = load_profile(shipped_rules())
SOURCE = Source(path="a.pdf", sha256="", media_type="application/pdf")


def _at(page: int, top: int) -> PageLocation:
    return PageLocation(page=page, bbox=(50, top, 500, top + 10))


def _text(page: int, *lines: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text, _at(page, 50 + 20 * row), page) for row, text in enumerate(lines))


CERTAIN = (
    *_text(
        1,
        "KUL21 Aftenåbne værksteder",
        "Resume",
        "Der anmodes om 0,3 mio. kr. årligt på service i 2026-2029.",
    ),
    Trouble("GC902", "page", "image", "billede", _at(2, 0)),
)


def test_claims_and_headings_of_a_scan_are_not_added():
    seen = _text(2, "9,9 mio. kr. årligt på anlæg i 2026-2029.", "Indhold", "Bevillingen udløber i 2027.")
    (alone,) = read_with_ocr(Layout(CERTAIN, 2), SOURCE, PROFILE)
    (note,) = read_with_ocr(Layout(CERTAIN, 2, seen), SOURCE, PROFILE)
    unchanged = {"claims", "statements", "sections", "code", "title", "categories", "districts", "tables"}
    assert note.model_dump(include=unchanged) == alone.model_dump(include=unchanged)


def test_a_second_note_on_a_scan_is_another_note():
    seen = _text(2, "TM102 Cykelstier", "Resume", "Der anmodes om 5,0 mio. kr. på anlæg i 2026.")
    first, second = read_with_ocr(Layout(CERTAIN, 2, seen), SOURCE, PROFILE)
    assert (first.code, first.ocr_pages) == ("KUL21", ())
    assert (second.code, second.ocr_pages, second.claims) == ("TM102", (2,), ())


def _table(kind: TableKind, years: range, level: int | str | None = 2026) -> Table:
    return Table(
        kind=kind, number=1, caption="", unit=1000, price_level=level, precision=Kroner(1000), has_totals=False,
        years=tuple(years), rows=(), location=_at(1, 1),
    )  # fmt: skip


def test_requests_whose_years_differ_are_not_shown():
    one, two = _table(TableKind.SERVICE, range(2026, 2030)), _table(TableKind.CAPITAL, range(2026, 2029))
    prior = _table(TableKind.PRIOR, range(2022, 2026))
    assert agreeing([one, two, prior], []) == [prior]
    assert agreeing([one, two], [_table(TableKind.OVERVIEW, range(2026, 2030))]) == [one]
    assert agreeing([two], []) == []


def test_a_table_that_was_read_for_certain_is_not_replaced():
    table = _table(TableKind.OVERVIEW, range(2026, 2030))
    assert agreeing([table], [table]) == []


@pytest.mark.parametrize(("level", "unit"), [(2026, 1000), (2028, None), (None, None), ("current", None)])
def test_a_price_level_that_does_not_fit_leaves_the_figures_as_printed(level, unit):
    assert with_doubtful_unit(_table(TableKind.SERVICE, range(2026, 2030), level)).unit == unit
