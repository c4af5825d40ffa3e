"""The running text of a drawn note, its side box and its districts."""

from __future__ import annotations

from .manner import Dice
from .page import wrap
from .words import CATEGORIES, DISTRICTS


class RunningText(Dice):
    """Draws all that is no table."""

    def prose(self, heading: str, text: str) -> None:
        self.writer.line(heading)
        for line in wrap(self.rng, text, self.rng.randint(70, 100)):
            self.writer.line(line + self.rng.choice(["", " "]))
        self.writer.parts.append("\n")

    def claims(self) -> tuple[list[dict], str]:
        rng = self.rng
        first = self.years[0]
        shapes = [
            ("{a} mio. kr. årligt på service i 2026-2029", "årligt", "service", first, first + 3),
            ("{a} mio. kr. på anlæg i 2027", None, "anlæg", 2027, 2027),
            ("{a} mio. kr. i 2028 på service", None, "service", 2028, 2028),
            ("{a} mio. kr. varigt fra 2029", "varigt", None, 2029, None),
            ("{a} mio. kr. årligt i 2026 og frem", "årligt", None, 2026, None),
            ("{a} mio. kr. netto i 2028", "netto", None, 2028, 2028),
            ("{a} mio. kr. på overførsler", None, "overførsler", None, None),
            ("{a} mio. kr. på service i perioden 2026-2030", None, "service", 2026, 2030),
            ("{t} t.kr. årligt på service fra 2026 til 2029", "årligt", "service", 2026, 2029),
        ]
        chosen = rng.sample(shapes, rng.randint(1, 3))
        truth, phrases = [], []
        for shape, frequency, area, start, end in chosen:
            tenths = rng.randint(1, 999)
            thousands = rng.randint(2, 900) * 25
            by_thousand = "{t}" in shape
            phrases.append(
                shape.format(a=f"{tenths // 10},{tenths % 10}", t=f"{thousands:,}".replace(",", "."))
            )
            amount = thousands / 1000 if by_thousand else tenths / 10
            truth.append(
                {
                    "amount_mio": amount,
                    "year_from": start,
                    "year_to": end,
                    "frequency": frequency,
                    "styringsomraade": area,
                }
            )
        *most, last = phrases
        listed = f"{', '.join(most)} og {last}" if most else last
        return truth, f"Der anmodes om {listed}. Midlerne udmøntes af forvaltningen."

    def box(self, department: str, marked: set[str]) -> None:
        if self.box_drawn:
            return
        self.box_drawn = True
        writer = self.writer
        writer.parts.append("\n")
        writer.line("Budget 2026")
        for line in wrap(self.rng, department, self.rng.choice([26, 32, 50])):
            writer.line(line)
        writer.line("Kategorisering")
        for label in CATEGORIES:
            lines = wrap(self.rng, label, 27)
            mark = "x" if label in marked else ""
            writer.row([lines, [mark]])
            if not mark and self.chance(0.7):
                writer.parts.append("\n")

    def running_head(self) -> None:
        self.page += 1
        self.writer.parts.append(f"\n\n\nBudget 2026 {self.page}/3\n\n")

    def districts(self) -> dict[str, bool]:
        marks = {name: self.chance(0.3) for row in DISTRICTS for name in row}
        behind = self.chance(self.manner.marks_behind)
        box = {True: "☒", False: "☐"}
        self.writer.line("Bydele")
        for row in DISTRICTS:
            if row == ["Bydækkende"]:
                self.writer.line(f"Bydækkende: {box[marks['Bydækkende']]}")
            elif behind:
                self.writer.line("    ".join(row) + "    " + " ".join(box[marks[name]] for name in row))
            else:
                self.writer.line("  ".join(f"{name}  {box[marks[name]]}" for name in row) + "  ")
        return marks
