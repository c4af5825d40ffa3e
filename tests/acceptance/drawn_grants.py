"""Notes drawn at random as text: activities, agreements, totals that may be wrong, amounts in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from hypothesis import strategies as st

ACTIVITIES = ("Rådgivning", "Værksteder", "Udlån")
BUDGET_YEAR = 2026
_ASKED = tuple(range(BUDGET_YEAR, BUDGET_YEAR + 4))
_GRANTED = tuple(range(BUDGET_YEAR - 4, BUDGET_YEAR + 2))
_YEAR = re.compile(r"\b20[123]\d\b")

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


@dataclass(frozen=True)
class Money:
    """Figures of one row, by year."""

    label: str
    figures: tuple[int, ...]


@dataclass(frozen=True)
class Grant:
    """A note in short."""

    asked: tuple[Money, ...]
    granted: tuple[Money, ...]
    level: str
    marks: frozenset[str]
    text_off: int
    """By how much the amount in the text misses the table."""
    total_off: int
    """By how much the total row misses its column."""
    unit: str = "1.000 kr."
    text_unit: str = "t.kr."

    def in_unit(self, unit: str, text_unit: str) -> Grant:
        """The same figures in another unit: every amount and every precision scaled alike."""
        return replace(self, unit=unit, text_unit=text_unit)

    def ordered(self, order: list[int]) -> Grant:
        """The same activities in another order."""
        return replace(self, asked=tuple(self.asked[at] for at in order if at < len(self.asked)))

    def text(self) -> str:
        """The note as an extractor leaves it."""
        yearly = sum(row.figures[0] for row in self.asked) + self.text_off
        box = [f"{label} {'x' if label in self.marks else ''}" for label in (*CATEGORIES, *ORDERERS)]
        return "\n".join(
            [
                "KF900 Et tilbud (bevillingsudløb)",
                "Resume",
                "Der ansøges om at videreføre tilbuddet. Bevillingen udløber i 2025.",
                "Indhold",
                "Tilbuddet er åbent hver dag.",
                "Økonomi",
                f"Der ansøges om {_printed(yearly)} {self.text_unit} årligt i 2026-2029.",
                *self._requested(
                    "Tabel 1. Oversigt over ønskets aktiviteter på alle styringsområder",
                    "Styringsområde",
                    "Service",
                    "Udgifter i alt (netto)",
                ),
                "Budget 2026",
                "Kultur- og Fritidsforvaltningen",
                "Kategorisering",
                *box,
                "Budget 2026 2/2",
                "Administrativt bilag",
                *self._requested(
                    "Tabel 2. Udgifter til service",
                    "Udvalg Bevilling Indtægt/udgift",
                    "Kultur- og Fritidsudvalget Kultur U",
                    "Serviceudgifter i alt",
                ),
                "Øvrige tekniske oplysninger",
                "Bydele",
                "Bydækkende: ☒",
                "Bispebjerg ☐ Indre by ☐ Vesterbro/Kgs. Enghave ☐ Valby ☐ Amager Øst ☐ Udenbys ☐",
                "Nørrebro ☐ Østerbro ☐ Brønshøj/Husum ☐ Vanløse ☐ Amager Vest ☐",
                "Adresse",
                "Tidligere afsatte midler",
                f"{self.unit}, {self.level} {' '.join(map(str, _GRANTED))}",
                *(f"{row.label} {_row(row.figures)}" for row in self.granted),
                f"Afsatte midler i alt {_row(_summed(self.granted))}",
                "",
            ]
        )

    def _requested(self, caption: str, columns: str, between: str, total: str) -> list[str]:
        sums = _summed(self.asked)
        sums = (sums[0] + self.total_off, *sums[1:])
        return [
            caption,
            f"{self.unit}, 2026 p/l {columns} {' '.join(map(str, _ASKED))} I alt",
            *(f"{row.label} {between} {_row((*row.figures, sum(row.figures)))}" for row in self.asked),
            f"{total} {_row((*sums, sum(sums)))}",
        ]


def shifted(text: str, by: int) -> str:
    """A note with every year moved."""
    return _YEAR.sub(lambda match: str(int(match[0]) + by), text)


def grants() -> st.SearchStrategy[Grant]:
    """Notes that ask to continue a grant, in order or not."""
    return st.integers(1, len(ACTIVITIES)).flatmap(_grants_of)


def _grants_of(count: int) -> st.SearchStrategy[Grant]:
    amount = st.integers(100, 9_900)
    level = st.one_of(amount.map(lambda a: (a,) * 4), st.tuples(amount, amount, amount, amount))
    asked = st.tuples(*(st.builds(Money, st.just(name), level) for name in ACTIVITIES[:count]))
    granted = st.tuples(
        *(
            st.builds(
                Money,
                st.just(f"Budgetaftale 2022, {name.lower()}"),
                st.tuples(*[amount] * 4, st.sampled_from((0, 500)), st.just(0)),
            )
            for name in ACTIVITIES[:count]
        )
    )
    return st.builds(
        Grant,
        asked=asked,
        granted=granted,
        level=st.sampled_from(("2026 p/l", "løbende p/l", "2024 p/l")),
        marks=st.frozensets(st.sampled_from((*CATEGORIES, *ORDERERS)), max_size=4),
        text_off=st.sampled_from((0, 0, 40, -40)),
        total_off=st.sampled_from((0, 0, 1, 70)),
    )


def _summed(rows: tuple[Money, ...]) -> tuple[int, ...]:
    return tuple(sum(column) for column in zip(*(row.figures for row in rows), strict=True))


def _row(figures: tuple[int, ...]) -> str:
    return " ".join(map(_printed, figures))


def _printed(figure: int) -> str:
    return f"{figure:,}".replace(",", ".")
