"""The tables of a drawn note."""

from __future__ import annotations

from .amounts import Amounts
from .page import wrap
from .running_text import RunningText
from .words import AREAS, CAPTIONS, TOTALS, YEARS_BEFORE


class Tables(Amounts, RunningText):
    """Draws tables, and page breaks within them."""

    def table(
        self, caption: str, header: list[str], widths: list[int], rows: list[list[str]], box=None
    ) -> None:
        rng = self.rng
        writer = self.writer
        head = [wrap(rng, text, width) for text, width in zip(header, widths, strict=True)]
        writer.line(caption)
        writer.row(head)
        cut = rng.randrange(1, len(rows)) if len(rows) > 1 and self.chance(self.manner.breaks) else None
        for index, cells in enumerate(rows):
            wrapped = [
                wrap(rng, text, width) if text else [""] for text, width in zip(cells, widths, strict=True)
            ]
            if index == cut:
                self.page_break(wrapped, head if self.chance(0.5) else None, box)
            else:
                writer.row(wrapped)
        writer.parts.append("\n")
        for number in range(1, 3):
            if self.chance(self.manner.footnotes):
                writer.line(f"{number}) Svarende til 2,5 årsværk à 580.000 kr. i 2027")

    def page_break(self, row: list[list[str]], head: list[list[str]] | None, box) -> None:
        """A new page before a row, or within it; the heading row may come again."""
        height = max(map(len, row))
        at = self.rng.randrange(1, height) if height > 1 and self.chance(0.4) else 0
        if box is not None and self.chance(0.5):
            box()
        if at:
            self.writer.row([cell[:at] or [""] for cell in row])
        if box is not None:
            box()
        self.running_head()
        if head:
            self.writer.row(head)
        self.writer.row([cell[at:] or [""] for cell in row])

    def widths(self, words: list[int], figures: int) -> list[int]:
        return [*words, *([self.rng.choice([3, 4, 5, 6]) if self.narrow else 12] * figures)]

    def row_figures(self, values: list[int | None], total: int | None) -> list[str]:
        return [self.printed(value) for value in values] + [self.printed(total)]

    def overview(self, activities: list[dict], box) -> dict:
        rows, truth = [], []
        for activity in activities:
            total = sum(value or 0 for value in activity["values"])
            area = AREAS[activity["kind"]]
            merged = (
                bool(rows) and rows[-1][1] in {area, ""} and truth[-1]["attrs"]["styringsomraade"] == area
            )
            shown = "" if merged and self.chance(self.manner.merges) else area
            rows.append(
                [activity["name"] + activity["note"], shown, *self.row_figures(activity["values"], total)]
            )
            truth.append(
                self.truth_row(
                    "activity", activity["name"], {"styringsomraade": area}, activity["values"], total
                )
            )
        kinds = [kind for kind in AREAS if any(a["kind"] == kind for a in activities)]
        if len(kinds) > 1 and self.chance(0.5):
            for kind in kinds:
                label = f"{AREAS[kind]} i alt"
                values = self.column_sums([a for a in activities if a["kind"] == kind])
                rows.append([label, "", *self.row_figures(values, sum(values))])
                truth.append(self.truth_row("subtotal", label, {"styringsomraade": ""}, values, sum(values)))
        values = self.column_sums(activities)
        rows.append(["Udgifter i alt (netto)", "", *self.row_figures(values, sum(values))])
        truth.append(self.truth_row("total", rows[-1][0], {"styringsomraade": ""}, values, sum(values)))
        header = ["1.000 kr., 2026 p/l", "Styringsområde", *map(str, self.years), "I alt"]
        widths = self.widths(
            [self.rng.choice([25, 35, 50]), self.rng.choice([6, 13, 16])], len(self.years) + 1
        )
        self.table(
            "Tabel 1. Oversigt over ønskets aktiviteter på alle styringsområder", header, widths, rows, box
        )
        return {"kind": "overview", "header": header, "years": self.years, "rows": truth}

    def detail(self, number: int, kind: str, activities: list[dict]) -> dict:
        rows, truth = [], []
        mine = [activity for activity in activities if activity["kind"] == kind]
        previous = None
        for activity in mine:
            pairs = [(activity["io"], activity["values"])]
            if None not in activity["values"] and self.chance(0.3):
                extra = [self.amount() + 5 for _ in self.years]
                pairs = [
                    ("U", [v + e for v, e in zip(activity["values"], extra, strict=True)]),
                    ("I", [-e for e in extra]),
                ]
            for index, (io, values) in enumerate(pairs):
                total = sum(value or 0 for value in values)
                name = activity["name"] + activity["note"]
                committee, appropriation = activity["committee"], activity["appropriation"]
                if index:
                    name = "" if self.chance(0.6) else name
                    committee = "" if self.chance(0.6) else committee
                elif previous == committee and self.chance(self.manner.merges):
                    committee = ""
                shown = "" if index and self.chance(self.manner.merges) else appropriation
                rows.append([name, committee, shown, io, *self.row_figures(values, total)])
                attrs = {"udvalg": activity["committee"], "bevilling": appropriation, "io": io}
                truth.append(self.truth_row("activity", activity["name"], attrs, values, total))
            previous = activity["committee"]
        values = self.column_sums(mine)
        label = TOTALS[kind]
        rows.append([label, "", "", "", *self.row_figures(values, sum(values))])
        truth.append(
            self.truth_row("total", label, {"udvalg": "", "bevilling": "", "io": ""}, values, sum(values))
        )
        header = [
            "1.000 kr., 2026 p/l",
            "Udvalg",
            "Bevilling",
            "Indtægt/udgift",
            *map(str, self.years),
            "I alt",
        ]
        words = [
            self.rng.choice([22, 35, 50]),
            self.rng.choice([12, 16, 40]),
            self.rng.choice([10, 14, 30]),
            7,
        ]
        self.table(f"Tabel {number}. {CAPTIONS[kind]}", header, self.widths(words, len(self.years) + 1), rows)
        return {"kind": kind, "header": header, "years": self.years, "rows": truth}

    def prior(self) -> dict:
        rng = self.rng
        years = list(range(2026 - rng.randint(2, YEARS_BEFORE), 2026 + rng.randint(0, 2)))
        agreements = rng.sample(
            ["Budgetaftale 2022", "Budgetaftale 2023", "Budgetaftale 2024", "Overførselssagen 2022-2023",
             "Augustindstillingen 2025", "Overførselssag 2023-2024"], rng.randint(1, 4)
        )  # fmt: skip
        rows, truth, sums = [], [], [0] * len(years)
        for agreement in agreements:
            values: list[int | None] = [rng.choice([0, self.amount()]) for _ in years]
            if self.chance(self.manner.blanks):
                values = [value or None for value in values]
            sums = [a + (b or 0) for a, b in zip(sums, values, strict=True)]
            rows.append([agreement, *[self.printed(value) for value in values]])
            truth.append(self.truth_row("activity", agreement, {}, values, None, years))
        rows.append(["Afsatte midler i alt", *[self.printed(value) for value in sums]])
        truth.append(self.truth_row("total", "Afsatte midler i alt", {}, sums, None, years))
        header = ["1.000 kr., løbende p/l", *map(str, years)]
        widths = self.widths([rng.choice([14, 20, 30])], len(years))
        self.table("Tidligere afsatte midler", header, widths, rows)
        return {"kind": "prior", "header": header, "years": years, "rows": truth}

    def column_sums(self, activities: list[dict]) -> list[int]:
        return [sum(a["values"][index] or 0 for a in activities) for index in range(len(self.years))]

    def truth_row(self, kind, label, attrs, values, total, years=None) -> dict:
        keyed = {str(year): value for year, value in zip(years or self.years, values, strict=True)}
        return {"kind": kind, "label": label, "attrs": attrs, "values": keyed, "total": total}
