"""Budget notes in a line or two.

Figures are given as printed: a number in the table's unit, or text such as "5.0" where decimals are printed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any

from grantcheck.data.profile import Profile, load_profile
from grantcheck.data.shipped import shipped_rules
from grantcheck.derive.facts import derive
from grantcheck.derive.price_levels.assumptions import Assumptions
from grantcheck.model.case import Case
from grantcheck.model.document import Document, Measure
from grantcheck.model.fact import Fact
from grantcheck.model.location import LineLocation
from grantcheck.model.money import Kroner
from grantcheck.model.note import TOTAL, Claim, Note, Row, Section, Sentence, Source, Statement, Table
from grantcheck.model.terms import (
    ClaimRole,
    ControlArea,
    Direction,
    Frequency,
    PriceLevel,
    RowKind,
    StatementKind,
    TableKind,
)
from grantcheck.read.copenhagen.sentences import split_sentences
from grantcheck.register.match import match

UNREAD = "?"
"""A figure that was not read for certain."""
BLANK = None
"""A cell with nothing in it."""
Figure = int | str | None
"""A number as printed, `UNREAD` or `BLANK`."""
FLAT = {2026: 340, 2027: 340, 2028: 340, 2029: 340}
"""A request of 340 over the whole horizon."""
GRANTED = {2022: 340, 2023: 340, 2024: 340, 2025: 340, 2026: 0, 2027: 0}
"""What FLAT continues."""
READING_ROOM = "Natåben læsesal"
SOURCE = Source(path="notes/KF031.txt", sha256="0" * 64, media_type="text/plain")
CATEGORIES = (
    "Need to",
    "Fastholdelse/rekruttering",
    "Rettidig omhu",
    "Specifik udfordring",
    "Bevillingsudløb",
    "Henvist sag",
)
ORDERERS = (
    "Bestilling fra politisk parti",
    "Bestilling fra borgermesterforum eller tværgående pakke",
    "Bestilt af fagudvalg",
    "Bestilt administrativt",
)
_AMOUNT = re.compile(r"(−)?([\d.]+(?:,\d+)?)\s?(kr\.)?")


@cache
def profile() -> Profile:
    """The profile that ships with grantcheck."""
    return load_profile(shipped_rules())


def at(line: int, column: int = 1) -> LineLocation:
    """A place in a text file."""
    return LineLocation(line=line, column=column)


@dataclass(frozen=True)
class Line:
    """A row before its table gives it unit and place."""

    label: str
    figures: Mapping[int, Figure]
    total: Figure = BLANK
    kind: RowKind = RowKind.ACTIVITY
    fields: dict[str, Any] = field(default_factory=dict)
    doubt: tuple[str, ...] = ()


def activity(
    label: str,
    figures: Mapping[int, Figure],
    *,
    total: Figure = BLANK,
    area: ControlArea | None = ControlArea.SERVICE,
    direction: Direction | None = None,
    doubt: tuple[str, ...] = (),
) -> Line:
    """A row that is no sum; in a prior table an agreement."""
    return Line(label, figures, total, fields={"control_area": area, "direction": direction}, doubt=doubt)


def subtotal(label: str, figures: Mapping[int, Figure], *, total: Figure = BLANK) -> Line:
    """The sum of one control area."""
    return Line(label, figures, total, RowKind.SUBTOTAL)


def total_row(
    figures: Mapping[int, Figure],
    *,
    total: Figure = BLANK,
    label: str = "I alt (netto)",
    doubt: tuple[str, ...] = (),
) -> Line:
    """The sum of all rows; with its label in doubt it may have swallowed rows."""
    return Line(label, figures, total, RowKind.TOTAL, doubt=doubt)


def table_of(
    kind: TableKind,
    *lines: Line,
    unit: int | None = 1000,
    level: PriceLevel | None = 2026,
    number: int | None = None,
    line: int = 50,
) -> Table:
    """A table; its rows stand on the lines after `line`."""
    years = tuple(sorted({year for row in lines for year in row.figures}))
    printed = [figure for row in lines for figure in (*row.figures.values(), row.total)]
    decimals = max((len(f.partition(".")[2]) for f in printed if isinstance(f, str)), default=0)
    return Table(
        kind=kind,
        number=number,
        caption=f"Tabel {number}. {kind.value}" if number else kind.value,
        unit=unit,
        price_level=level,
        precision=None if unit is None else Kroner(max(1, unit // 10**decimals)),
        has_totals=any(row.total is not BLANK for row in lines),
        years=years,
        rows=tuple(_row(row, unit or 1, line + i) for i, row in enumerate(lines, start=1)),
        location=at(line),
    )


def _row(row: Line, unit: int, line: int) -> Row:
    cells = {**{str(year): figure for year, figure in row.figures.items()}, TOTAL: row.total}
    unread = tuple(key for key, figure in cells.items() if figure == UNREAD)
    printed = {key: str(figure) for key, figure in cells.items() if figure is not BLANK}
    return Row(
        kind=row.kind,
        label=row.label,
        amounts={year: _kroner(figure, unit) for year, figure in row.figures.items()},
        total=_kroner(row.total, unit),
        doubt=(*unread, *row.doubt),
        location=at(line),
        printed=printed,
        places={key: at(line, 40 + 5 * i) for i, key in enumerate(printed)},
        **row.fields,
    )


def _kroner(figure: Figure, unit: int) -> Kroner | None:
    return None if figure in {BLANK, UNREAD} else Kroner(int(Decimal(str(figure)) * unit))


def overview(*lines: Line, **how: Any) -> Table:
    """The table over all control areas."""
    return table_of(TableKind.OVERVIEW, *lines, **{"number": 1, **how})


def prior_table(*agreements: Line, **how: Any) -> Table:
    """The prior allocations, in current prices unless said otherwise."""
    return table_of(TableKind.PRIOR, *agreements, **{"level": "current", "line": 90, **how})


def agreement(name: str, figures: Mapping[int, Figure], *, doubt: tuple[str, ...] = ()) -> Line:
    """A row of the prior table."""
    return activity(name, figures, area=None, doubt=doubt)


def note_of(
    *tables: Table,
    request: Mapping[int, Figure] | None = None,
    prior: Mapping[int, Figure] | None = None,
    unit: int = 1000,
    claims: Sequence[Claim] = (),
    **fields: Any,
) -> Note:
    """A note of Budget 2026. `request` and `prior` stand for a table of one row each."""
    built = list(tables)
    if request is not None:
        built.append(overview(activity(READING_ROOM, request), unit=unit))
    if prior is not None:
        built.append(prior_table(agreement(f"Budgetaftale {min(prior)}", prior), unit=unit))
    parts: dict[str, Any] = {
        "code": "KF031",
        "title": READING_ROOM,
        "subtitle": None,
        "budget_year": 2026,
        "department": "Kultur- og Fritidsforvaltningen",
        "categories": {},
        "districts": {},
        "sections": (section("resume"), section("economy")),
        "source": SOURCE,
        **fields,
    }
    return Note(tables=tuple(built), claims=tuple(claims), **parts)


def section(name: str, text: str = "Biblioteket holder åbent om natten.", line: int = 5) -> Section:
    """A part of the template; its sentences stand on lines of their own."""
    said = split_sentences(text)
    sentences = tuple(
        Sentence(text=said.sentence(number), location=at(line + 1 + number))
        for number in range(len(said.starts))
        if text
    )
    return Section(name=name, heading=name.capitalize(), text=text, sentences=sentences, location=at(line))


def says(
    text: str,
    *,
    years: tuple[int, int | None] | None = None,
    area: ControlArea | None = None,
    how: Frequency | None = None,
    role: ClaimRole = ClaimRole.REQUEST,
    sentence: int = 0,
) -> Claim:
    """The amount that `text` begins with, in mio. kr. unless it says "kr." right away; the rest as given."""
    sign, number, plain = _AMOUNT.match(text).groups()
    unit = 1 if plain else 1_000_000
    figure = Decimal(number.replace(".", "").replace(",", "."))
    first, last = years or (None, None)
    return Claim(
        amount=Kroner(int(figure * unit) * (-1 if sign else 1)),
        precision=Kroner(unit // 10 ** len(number.partition(",")[2])),
        from_year=first,
        to_year=last,
        frequency=how,
        control_area=area,
        role=role,
        text=text,
        sentence=sentence,
        location=at(10 + sentence),
    )


def marked(*labels: str, unread: Sequence[str] = (), without: Sequence[str] = ()) -> dict[str, bool | None]:
    """The side box: what is marked, what could not be read, what is not there."""
    box = {label: label in labels for label in (*CATEGORIES, *ORDERERS) if label not in without}
    return {**box, **dict.fromkeys(unread)}


def continues(
    text: str = "Der anmodes om at videreføre bevillingen.", *, agreed: int | None = None
) -> Statement:
    """A phrase that says a grant continues; `agreed` is the year of the agreement that continued it."""
    return Statement(kind=StatementKind.CONTINUES, text=text, agreement_year=agreed, location=at(6))


def expires(text: str, first: int | None, last: int | None) -> Statement:
    """A phrase that says when a grant expires."""
    return Statement(
        kind=StatementKind.EXPIRES, text=text, first_reading=first, last_reading=last, location=at(7)
    )


def document_of(*notes: Note) -> Document:
    """A file of ordinary size."""
    measure = Measure(
        bytes=4_000, byte_limit=20_000_000, characters=3_000, undecodable_bytes=0, control_characters=0
    )
    return Document(source=SOURCE, measure=measure, notes=notes)


def case_of(note: Note) -> Case:
    """The note with its own prior allocations."""
    return match(document_of(note), note)


def facts(kind: str, note: Note, assumptions: Assumptions | None = None) -> list[Fact]:
    """The facts of one kind that a note gives."""
    return [fact for fact in derive(case_of(note), profile(), assumptions) if fact.kind == kind]


def the(kind: str, note: Note, assumptions: Assumptions | None = None) -> Fact:
    """The one fact of its kind."""
    (fact,) = facts(kind, note, assumptions)
    return fact


def kr(amount: int) -> int:
    """Kroner as facts hold them: in øre."""
    return amount * 100
