"""Draws notes of the template as a text extractor leaves them, with what they say.

The layout is that of a PDF writer and extractor: a row cell by cell, each cell wrapped to its column's width; a
cell on the line where the last one ended goes on that line, after a cell of several lines a blank line comes.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

YEARS_BEFORE = 4
COMMITTEES = {
    "Borgerrådgiverudvalget": ["Borgerrådgivningen"],
    "Beskæftigelses- og Integrationsudvalget": ["Beskæftigelsesindsats", "Efterspørgselsstyrede overførsler"],
    "Børne- og Ungdomsudvalget": ["Dagtilbud", "Undervisning", "Dagtilbud, anlæg"],
    "Kultur- og Fritidsudvalget": ["Biblioteker", "Folkeoplysning", "Kultur og Fritid, anlæg"],
    "Socialudvalget": ["Udsatte voksne", "Borgere med sindslidelse", "Børnefamilier med særlige behov"],
    "Sundheds- og Omsorgsudvalget": ["Sundhed", "Ældre"],
    "Teknik- og Miljøudvalget": ["Byens rum, anlæg", "Drift og vedligehold", "Parkering"],
    "Klima-, Miljø- og Teknikudvalget": ["Byens rum, anlæg", "Mobilitet"],
    "Økonomiudvalget": ["Fælles administration", "Kommunale ejendomme", "Jordforsyning"],
}
DEPARTMENTS = [
    "Borgerrådgiveren",
    "Beskæftigelses- og Integrationsforvaltningen",
    "Kultur- og Fritidsforvaltningen",
    "Socialforvaltningen",
    "Sundheds- og Omsorgsforvaltningen",
    "Økonomiforvaltningen",
]
CATEGORIES = [
    "Need to",
    "Fastholdelse/rekruttering",
    "Rettidig omhu",
    "Specifik udfordring",
    "Bevillingsudløb",
    "Henvist sag",
    "Bestilling fra politisk parti",
    "Bestilling fra borgermesterforum eller tværgående pakke",
    "Bestilt af fagudvalg",
    "Bestilt administrativt",
]
DISTRICTS = [
    ["Bydækkende"],
    ["Bispebjerg", "Indre by", "Vesterbro/Kgs. Enghave", "Valby", "Amager Øst", "Udenbys"],
    ["Nørrebro", "Østerbro", "Brønshøj/Husum", "Vanløse", "Amager Vest"],
]
NAMES = [
    "Aftenvagt i nærgenbrug",
    "Anlæg af grønne kantzoner",
    "Etape 2",
    "Etape 3 af letbanestien",
    "2026 pilot for nattevandring",
    "Lærlingeforløb 2027",
    "Sommerskole 2026 på Tingbjerg",
    "Service til frivillige i Valby",
    "Center for Service og drift",
    "I gang med frivillighed",
    "Betjening af Socialudvalget",
    "Sekretariat for Børne- og Ungdomsudvalget og partnere",
    "Tværfagligt udgående team til unge med angst og samtidigt misbrug",
    "Renovering af svømmehal (fase 1)",
    "Peer-støtte til pårørende",
    "Rådgivning",
    "Tilskud fra fonde",
    "Mindreudgifter til Kontanthjælp og Ressourceforløb",
    "Natåbent værested på Vesterbro med Mændenes Hjem",
    "CO2-regnskab for kommunens bygninger",
    "Klub 9 i Sydhavnen",
    "Drift af havnebad",
    "Vejledning om kost og motion til ældre medborgere i eget hjem",
]
AREAS = {"service": "Service", "anlaeg": "Anlæg", "overfoersler": "Overførsler mv."}
CAPTIONS = {
    "service": "Udgifter til service",
    "anlaeg": "Udgifter til anlæg",
    "overfoersler": "Udgifter til overførsler mv.",
}
TOTALS = {
    "service": "Serviceudgifter i alt",
    "anlaeg": "Anlægsudgifter i alt",
    "overfoersler": "Overførsler mv. i alt",
}
PROSE = (
    "Indsatsen skal gøre hverdagen lettere for borgere, der har brug for støtte, og samle tilbuddene ét sted. "
    "Forvaltningen vurderer, at arbejdet kan begynde i foråret, og at der kan rekrutteres inden for rammen."
)
VOWELS = "aeiouyæøå"


@dataclass
class Manner:
    """How nasty the layout is."""

    merges: float = 0.0
    blanks: float = 0.0
    narrow: float = 0.0
    breaks: float = 0.0
    footnotes: float = 0.0
    spaced: float = 0.3
    box_anywhere: float = 0.2
    marks_behind: float = 0.1


ORDINARY = Manner()
NASTY = Manner(
    merges=0.25, blanks=0.15, narrow=0.5, breaks=0.6, footnotes=0.2, box_anywhere=0.5, marks_behind=0.3
)


def wrap(rng: random.Random, text: str, width: int) -> list[str]:
    """Text in a cell of a width: broken at blanks, else hyphenated, else cut."""
    lines: list[str] = []
    line = ""
    for whole in text.split(" "):
        word = whole
        while word:
            room = width - len(line) - (1 if line else 0)
            if len(word) <= room:
                line = f"{line} {word}" if line else word
                break
            cuts = [
                i + 1
                for i, letter in enumerate(word)
                if letter == "-" and 0 < i + 1 <= room and i + 1 < len(word)
            ]
            soft = [
                i
                for i in range(3, len(word) - 1)
                if i + 1 <= room and word[i - 1].isalpha() and word[i].isalpha() and word[i - 1] in VOWELS
            ]
            if cuts:
                line, word = f"{line} {word[: cuts[-1]]}" if line else word[: cuts[-1]], word[cuts[-1] :]
            elif soft and rng.random() < 0.8:
                line, word = (
                    f"{line} {word[: soft[-1]]}-" if line else word[: soft[-1]] + "-",
                    word[soft[-1] :],
                )
            elif not line:
                line, word = word[: max(1, width)], word[max(1, width) :]
            lines.append(line)
            line = ""
    if line:
        lines.append(line)
    return lines or [""]


@dataclass
class Drawn:
    """A note's text and its truth."""

    text: str
    truth: dict


@dataclass
class Writer:
    """Puts cells and lines on the page."""

    spaced: bool
    parts: list[str] = field(default_factory=list)

    @property
    def newline(self) -> str:
        return "\n\n" if self.spaced else "\n"

    def line(self, text: str = "") -> None:
        self.parts.append(text + self.newline)

    def row(self, cells: list[list[str]]) -> None:
        first = True
        tall = False
        previous_tall = False
        for cell in cells:
            if cell == [""]:
                continue
            if not first:
                self.parts.append("\n\n" if previous_tall else " ")
            self.parts.append(self.newline.join(cell))
            previous_tall = len(cell) > 1
            tall = tall or previous_tall
            first = False
        self.parts.append("\n\n" if tall or self.spaced else "\n")


class Drawing:
    """One note, drawn from a seed."""

    def __init__(self, seed: int, manner: Manner) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - a drawing, no secret
        self.manner = manner
        self.writer = Writer(self.chance(manner.spaced))
        self.minus = self.rng.choice("-−")
        self.zero = self.rng.choice(["0", "0", "-"])
        self.narrow = self.chance(manner.narrow)
        self.years = list(range(2026, 2026 + self.rng.randint(4, 7)))
        self.box_drawn = False
        self.page = 1

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

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

    # --- amounts ---------------------------------------------------------------------------------------
    def amount(self) -> int:
        rng = self.rng
        return rng.choice(
            [
                0,
                rng.randint(1, 99) * 5,
                rng.randint(100, 999),
                rng.randint(1000, 9999),
                rng.randint(10, 200) * 1000 + 250,
            ]
        )

    def printed(self, value: int | None) -> str:
        if value is None:
            return ""
        if value == 0:
            return self.zero
        text = f"{abs(value):,}".replace(",", ".")
        return self.minus + text if value < 0 else text

    def activities(self) -> list[dict]:
        rng = self.rng
        names = rng.sample(NAMES, rng.randint(1, 6))
        found = []
        for name in names:
            kind = rng.choice(["service", "service", "service", "anlaeg", "overfoersler"])
            sign = -1 if self.chance(0.25) else 1
            values: list[int | None] = [sign * self.amount() for _ in self.years]
            if self.chance(self.manner.blanks):
                values = [None if self.chance(0.5) else value for value in values]
            committee = rng.choice(list(COMMITTEES))
            found.append(
                {"name": name, "kind": kind, "values": values, "committee": committee,
                 "appropriation": rng.choice(COMMITTEES[committee]), "io": "I" if sign < 0 else "U",
                 "note": f"{rng.randint(1, 3)})" if self.chance(self.manner.footnotes) else ""}
            )  # fmt: skip
        order = list(AREAS)
        return sorted(found, key=lambda activity: order.index(activity["kind"]))

    # --- pieces ----------------------------------------------------------------------------------------
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

    # --- tables ----------------------------------------------------------------------------------------
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


def draw_note(seed: int, manner: Manner = NASTY) -> Drawn:
    """The note of a seed; the same seed gives the same note."""
    return Drawing(seed, manner).draw()
