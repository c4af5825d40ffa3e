"""Draws notes of the template as a text extractor leaves them, with what they say."""

from __future__ import annotations

from dataclasses import dataclass

from .manner import NASTY, Manner
from .page import wrap
from .tables import Tables
from .words import AREAS, CATEGORIES, DEPARTMENTS, PROSE


@dataclass
class Drawn:
    """A note's text and its truth."""

    text: str
    truth: dict


class Drawing(Tables):
    """One note, drawn from a seed."""

    def draw(self) -> Drawn:
        rng = self.rng
        activities = self.activities()
        code = rng.choice(["BOR", "KF", "SO", "BU", "TM", "ØK", "SUD", "Ø", "BI"]) + str(rng.randint(1, 120))
        title = rng.choice(
            ["Styrket rådgivning", "Bedre cykelparkering ved stationer og skoler i hele byen", "Åbne haller"]
        )
        subtitle = rng.choice([None, "bevillingsudløb", "genfremsat"])
        department = rng.choice(DEPARTMENTS)
        marked = set(rng.sample(CATEGORIES, rng.randint(0, 3)))
        box = lambda: self.box(department, marked)  # noqa: E731
        anywhere = self.chance(self.manner.box_anywhere)
        self.writer.parts.append("\n")
        if anywhere and self.chance(0.3):
            box()
        for line in wrap(rng, f"{code} {title}", rng.randint(30, 60)):
            self.writer.line(line)
        if subtitle:
            self.writer.line(f"({subtitle})")
        self.prose("Resume", PROSE)
        if anywhere and self.chance(0.4):
            box()
        self.prose("Indhold", PROSE)
        claims, sentence = self.claims()
        self.prose("Økonomi", sentence)
        truth_tables = [self.overview(activities, box if anywhere else None)]
        box()
        self.running_head()
        self.writer.line("Administrativt bilag")
        kinds = [kind for kind in AREAS if any(a["kind"] == kind for a in activities)]
        truth_tables += [self.detail(no, kind, activities) for no, kind in enumerate(kinds, start=2)]
        self.writer.line("Øvrige tekniske oplysninger")
        self.writer.parts.append("\n")
        bydele = self.districts()
        self.writer.line("Adresse")
        self.writer.parts.append("\n")
        truth_tables.append(self.prior())
        truth = {
            "code": code, "title": title, "subtitle": subtitle, "budget_year": 2026, "department": department,
            "categories": {label: label in marked for label in CATEGORIES},
            "bydele": bydele, "narrative_amounts": claims, "tables": truth_tables,
        }  # fmt: skip
        return Drawn("".join(self.writer.parts), truth)


def draw_note(seed: int, manner: Manner = NASTY) -> Drawn:
    """The note of a seed; the same seed gives the same note."""
    return Drawing(seed, manner).draw()
