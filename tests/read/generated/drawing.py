"""What a drawn note says: the truth, with the cells as they are printed."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..drawn.words import AREAS, CAPTIONS, CATEGORIES, COMMITTEES, DEPARTMENTS, DISTRICTS, NAMES, TOTALS
from .claims import draw_asides, draw_claims

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .manner import Manner

Truth = dict[str, Any]
TITLES = [
    "Styrket rådgivning",
    "Bedre cykelparkering ved stationer og skoler i hele byen",
    "Åbne haller",
    "Sommerskole 2026 på Tingbjerg",
    "Klimatilpasning (etape 2) af gader og pladser",
]
CODES = ["BOR", "KF", "SO", "BU", "TM", "ØK", "SUD", "Ø", "BI"]
AGREEMENTS = [
    "Budgetaftale 2022",
    "Budgetaftale 2023",
    "Budgetaftale 2024",
    "Overførselssagen 2022-2023",
    "Augustindstillingen 2025",
    "Overførselssag 2023-2024",
    "Budgetaftale 2025 (rest)",
]


@dataclass
class Activity:
    """One activity with its rows of the detail table."""

    name: str
    kind: str
    committee: str
    appropriation: str
    parts: list[tuple[str, list[int | None]]]
    """Direction and amounts."""
    note: str = ""

    @property
    def values(self) -> list[int | None]:
        columns = zip(*(values for _, values in self.parts), strict=True)
        return [None if set(column) == {None} else sum(v or 0 for v in column) for column in columns]


@dataclass
class Draft:
    """A table as it is drawn: printed cells, and which of them are merged."""

    truth: Truth
    first_figure: int
    merges: list[tuple[int, int, int]] = field(default_factory=list)
    """Column, first and last row of cells that are one; counted from 0 below the heading row."""
    notes: dict[int, str] = field(default_factory=dict)
    """Row and the footnote's mark behind its name."""


@dataclass
class DrawnNote:
    """A note's truth, and what its file shows."""

    truth: Truth
    tables: list[Draft]
    economy: list[str]
    asides: dict[str, str] = field(default_factory=dict)
    """Sentences behind tables, and in parts that mostly have none."""
    more_prose: int | None = None
    """How many paragraphs more the note has; None where the writer of the file may choose."""


class NoteDrawing:
    """Draws one note."""

    def __init__(self, rng: random.Random, manner: Manner, budget_year: int | None = None) -> None:
        self.rng = rng
        self.manner = manner
        drawn = rng.choice([2026, 2026, 2026, 2025, 2027])
        self.budget_year = budget_year or drawn
        self.years = [self.budget_year + i for i in range(rng.choice([4, 4, 4, 5, 6, 7]))]

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    def draw(self) -> DrawnNote:
        rng = self.rng
        activities = self.activities()
        kinds = [kind for kind in AREAS if any(a.kind == kind for a in activities)]
        tables = [self.overview(activities, kinds)]
        tables += [self.detail(no, kind, activities) for no, kind in enumerate(kinds, start=2)]
        tables.append(self.prior())
        claims, economy = draw_claims(rng, self.budget_year)
        marked = set(rng.sample(CATEGORIES, rng.randint(0, 3)))
        truth = {
            "id": "",
            "code": rng.choice(CODES) + rng.choice(["{:d}", "{:02d}", "{:03d}"]).format(rng.randint(1, 120)),
            "title": rng.choice(TITLES),
            "subtitle": rng.choice([None, None, "bevillingsudløb", "genfremsat"]),
            "budget_year": self.budget_year,
            "department": rng.choice(DEPARTMENTS),
            "categories": {label: label in marked for label in CATEGORIES},
            "narrative_amounts": claims,
            "tables": [table.truth for table in tables],
            "bydele": {name: self.chance(0.3) for line in DISTRICTS for name in line},
            "footnotes": sorted({mark for table in tables for mark in table.notes.values()}),
            "planted": [],
            "difficulties": [],
            "scanned_pages": [],
        }
        own = random.Random(f"{truth['code']} {truth['title']} {rng.random()}")  # noqa: S311
        told, asides = draw_asides(own, self.budget_year)
        truth["narrative_amounts"] = [*claims, *told]
        return DrawnNote(truth, tables, economy, asides)

    # --- amounts
    def amount(self) -> int:
        rng = self.rng
        sizes = (
            rng.randint(1, 99) * 5,
            rng.randint(100, 999),
            rng.randint(1000, 9999),
            rng.randint(10, 2000) * 1000,
        )
        return rng.choice([0, *sizes, rng.randint(1_000_000, 1_900_000)] if self.chance(0.1) else [0, *sizes])

    def printed(self, value: int | None) -> str:
        if value is None:
            return ""
        if value == 0:
            return self.manner.zero
        text = f"{abs(value):,}".replace(",", self.manner.group)
        return self.manner.minus + text if value < 0 else text

    def activities(self) -> list[Activity]:
        rng = self.rng
        names = rng.sample(NAMES, rng.choice([1, 2, 3, 4, 5, 6, 9, 15]))
        order = list(AREAS)
        drawn = [self.activity(name) for name in names]
        return sorted(drawn, key=lambda activity: order.index(activity.kind))

    def activity(self, name: str) -> Activity:
        rng = self.rng
        kind = rng.choice(["service", "service", "service", "anlaeg", "overfoersler"])
        committee = rng.choice(list(COMMITTEES))
        parts: list[tuple[str, list[int | None]]] = []
        for direction in rng.choice(["U", "U", "U", "I", "UI"]):
            sign = -1 if direction == "I" else 1
            values: list[int | None] = [sign * self.amount() for _ in self.years]
            if self.chance(0.4):
                values = [values[0]] * len(values)
            blank = self.manner.blanks
            parts.append((direction, [None if self.chance(blank) else value for value in values]))
        note = f"{rng.randint(1, 3)})" if self.chance(self.manner.footnotes) else ""
        return Activity(name, kind, committee, rng.choice(COMMITTEES[committee]), parts, note)

    # --- tables
    def overview(self, activities: list[Activity], kinds: list[str]) -> Draft:
        rows: list[Truth] = []
        notes = {}
        for activity in activities:
            area = AREAS[activity.kind]
            if activity.note:
                notes[len(rows)] = activity.note
            rows.append(self.row("activity", activity.name, {"styringsomraade": area}, activity.values))
        merges = self.area_merges(rows)
        if len(kinds) > 1 and self.chance(0.5):
            for kind in kinds:
                values = _sums([a.values for a in activities if a.kind == kind])
                rows.append(self.row("subtotal", f"{AREAS[kind]} i alt", {"styringsomraade": ""}, values))
        values = _sums([a.values for a in activities])
        rows.append(self.row("total", "Udgifter i alt (netto)", {"styringsomraade": ""}, values))
        caption = "Tabel 1. Oversigt over ønskets aktiviteter på alle styringsområder"
        header = [self.unit(), "Styringsområde", *map(str, self.years), "I alt"]
        return Draft(_table("overview", 1, caption, header, self.years, rows), 2, merges, notes)

    def unit(self) -> str:
        return f"1.000 kr., {self.budget_year} p/l"

    def detail(self, number: int, kind: str, activities: list[Activity]) -> Draft:
        rows: list[Truth] = []
        notes = {}
        names: list[tuple[int, int, int]] = []
        mine = [activity for activity in activities if activity.kind == kind]
        for activity in mine:
            first = len(rows)
            for direction, values in activity.parts:
                attrs = {"udvalg": activity.committee, "bevilling": activity.appropriation, "io": direction}
                if activity.note:
                    notes[len(rows)] = activity.note
                rows.append(self.row("activity", activity.name, attrs, values))
            if len(rows) - first > 1 and self.chance(self.manner.merges):
                names.append((0, first, len(rows) - 1))
        merges = (
            names + list(self.cell_merges(rows, 1, "udvalg")) + list(self.cell_merges(rows, 2, "bevilling"))
        )
        values = _sums([values for activity in mine for _, values in activity.parts])
        rows.append(self.row("total", TOTALS[kind], {"udvalg": "", "bevilling": "", "io": ""}, values))
        header = [self.unit(), "Udvalg", "Bevilling", "Indtægt/udgift", *map(str, self.years), "I alt"]
        truth = _table(kind, number, f"Tabel {number}. {CAPTIONS[kind]}", header, self.years, rows)
        return Draft(truth, 4, merges, notes)

    def area_merges(self, rows: list[Truth]) -> list[tuple[int, int, int]]:
        return [merge for merge in self.cell_merges(rows, 1, "styringsomraade") if self.chance(0.5)]

    def cell_merges(self, rows: list[Truth], column: int, attr: str) -> Iterator[tuple[int, int, int]]:
        """Runs of rows with the same content, some of them merged."""
        at = 0
        while at < len(rows):
            end = at
            while end + 1 < len(rows) and rows[end + 1]["attrs"][attr] == rows[at]["attrs"][attr]:
                end += 1
            if end > at and self.chance(self.manner.merges):
                yield column, at, end
            at = end + 1

    def prior(self) -> Draft:
        rng = self.rng
        first = self.budget_year - rng.randint(2, 5)
        years = list(range(first, min(first + 7, self.budget_year + rng.randint(0, 2))))
        rows: list[Truth] = []
        for agreement in rng.sample(AGREEMENTS, rng.randint(1, 4)):
            values = [rng.choice([0, self.amount()]) for _ in years]
            kept = [None if self.chance(self.manner.blanks) else value for value in values]
            rows.append(self.row("activity", agreement, {}, kept, years))
        sums = _sums([list(row["values"].values()) for row in rows])
        rows.append(self.row("total", "Afsatte midler i alt", {}, sums, years))
        header = ["1.000 kr., løbende p/l", *map(str, years)]
        return Draft(_table("prior", None, "Tidligere afsatte midler", header, years, rows), 1)

    def row(
        self, kind: str, label: str, attrs: Truth, values: list[int | None], years: list[int] | None = None
    ) -> Truth:
        total = sum(value or 0 for value in values)
        cells = [label, *attrs.values(), *map(self.printed, values)]
        return {
            "kind": kind,
            "label": label,
            "attrs": attrs,
            "note": None,
            "values": {str(year): value for year, value in zip(years or self.years, values, strict=True)},
            "total": None if years else total,
            "cells": cells if years else [*cells, self.printed(total)],
        }


def _sums(rows: list[list[int | None]]) -> list[int | None]:
    return [sum(value or 0 for value in column) for column in zip(*rows, strict=True)]


def _table(
    kind: str, no: int | None, caption: str, header: list[str], years: list[int], rows: list[Truth]
) -> Truth:
    return {
        "no": no,
        "caption": caption,
        "kind": kind,
        "header": header,
        "years": years,
        "rows": rows,
        "merges": [],
    }
