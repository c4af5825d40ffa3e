"""Random notes: of the template's shape, but with any figure, doubt, mark and phrase in it."""

from __future__ import annotations

from typing import Any

from builders import (
    BLANK,
    CATEGORIES,
    ORDERERS,
    UNREAD,
    Line,
    at,
    note_of,
    section,
    table_of,
)
from hypothesis import strategies as st

from grantcheck.model.money import Kroner
from grantcheck.model.note import Claim, Note, PageHead, Statement, Table, Unread
from grantcheck.model.terms import (
    ClaimRole,
    ControlArea,
    Direction,
    Frequency,
    RowKind,
    StatementKind,
    TableKind,
)
from grantcheck.model.text import Text

_YEARS = st.integers(2020, 2031)
_NAMES = st.sampled_from(
    ["Natåben læsesal", "Budgetaftale 2022", "Overførselssag 2023-2024", "Service i alt", "{0}", ""]
)
_FIGURES = st.one_of(st.sampled_from([0, 340, 340, BLANK, UNREAD, "0.5", -340]), st.integers(-(10**6), 10**6))
_AREAS = st.one_of(st.none(), st.sampled_from(list(ControlArea)))
_DOUBTS = st.sampled_from([(), (), (), ("label",), ("control_area",), ("direction",), ("total",)])
_MAYBE_YEAR = st.one_of(st.none(), _YEARS)
_LABELS = st.sampled_from([*CATEGORIES, *ORDERERS, "Tværgående"])


@st.composite
def _lines(draw: st.DrawFn, years: list[int]) -> Line:
    fields = {
        "control_area": draw(_AREAS),
        "direction": draw(st.one_of(st.none(), st.sampled_from(list(Direction)))),
    }
    return Line(
        draw(_NAMES),
        {year: draw(_FIGURES) for year in years},
        draw(_FIGURES),
        draw(st.sampled_from([RowKind.ACTIVITY, RowKind.ACTIVITY, RowKind.SUBTOTAL, RowKind.TOTAL])),
        fields,
        draw(_DOUBTS),
    )


@st.composite
def _tables(draw: st.DrawFn, kind: TableKind) -> Table:
    years = draw(st.lists(_YEARS, min_size=1, max_size=4, unique=True))
    lines = draw(st.lists(_lines(years), min_size=1, max_size=3))
    return table_of(
        kind,
        *lines,
        unit=draw(st.sampled_from([1000, 1000, 1, 1_000_000, None])),
        level=draw(st.sampled_from([2026, "current", None])),
        number=draw(st.sampled_from([None, 1, 2, 4])),
        line=50 + 10 * list(TableKind).index(kind),
    )


@st.composite
def _claims(draw: st.DrawFn) -> Claim:
    return Claim(
        amount=Kroner(draw(st.sampled_from([200_000, 340_000, 1_360_000, -200_000, 0]))),
        precision=Kroner(draw(st.sampled_from([1, 1_000, 100_000]))),
        from_year=draw(_MAYBE_YEAR),
        to_year=draw(_MAYBE_YEAR),
        frequency=draw(st.one_of(st.none(), st.sampled_from(list(Frequency)))),
        control_area=draw(_AREAS),
        role=draw(st.sampled_from(list(ClaimRole))),
        text=draw(st.sampled_from(["0,2 mio. kr. årligt", "{1}"])),
        sentence=draw(st.integers(0, 1)),
        location=at(10),
    )


@st.composite
def _statements(draw: st.DrawFn) -> Statement:
    first = draw(_YEARS)
    kind = draw(st.sampled_from(list(StatementKind)))
    ends = {"first_reading": first, "last_reading": first + 1} if kind is StatementKind.EXPIRES else {}
    agreed = draw(_MAYBE_YEAR) if kind is StatementKind.CONTINUES else None
    return Statement(kind=kind, text="Bevillingen udløber.", agreement_year=agreed, location=at(7), **ends)


@st.composite
def notes(draw: st.DrawFn) -> Note:
    """Any note."""
    kinds = draw(st.lists(st.sampled_from(list(TableKind)), unique=True, max_size=4))
    unread = [
        Unread(code="GC903", about=kind, message=Text(en="a", da="b"), location=at(3)) for kind in kinds
    ]
    heads = draw(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 3)), max_size=2))
    fields: dict[str, Any] = {
        "code": draw(st.sampled_from(["KF031", None])),
        "title": draw(st.sampled_from(["Natåben læsesal", None])),
        "subtitle": draw(st.sampled_from(["bevillingsudløb", "Bevillingsudløb", "2. version", None])),
        "budget_year": draw(st.sampled_from([2026, 2026, 2019, None])),
        "categories": draw(st.dictionaries(_LABELS, st.sampled_from([True, False, None]), max_size=10)),
        "sections": tuple(map(section, draw(st.lists(st.sampled_from(["resume", "economy", "prior"]))))),
        "statements": tuple(draw(st.lists(_statements(), max_size=2))),
        "page_heads": tuple(PageHead(page=page, pages=pages, location=at(30)) for page, pages in heads),
        "unread": tuple(unread[: draw(st.integers(0, 2))]),
        "places": draw(st.sampled_from([{}, {"title": at(1), "category: Bevillingsudløb": at(44)}])),
    }
    tables = [draw(_tables(kind)) for kind in kinds]
    return note_of(*tables, claims=draw(st.lists(_claims(), max_size=3)), **fields)
