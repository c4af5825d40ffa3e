"""Edits of the text, the marks and the parts of BU017."""

from __future__ import annotations

from .edits_of_figures import NOTE
from .mutation import BROKEN, NOTED, OPEN, SILENT, Mutation

REQUEST = "ansøges om 1,24 mio. kr. årligt på service i 2026-2029"
GRANT = "afsat 1,24 mio. kr. årligt på service i\n2022-2025"

AMOUNTS = (
    Mutation(
        "another amount asked for in the text",
        ((REQUEST, REQUEST.replace("1,24", "1,42")),),
        {"GC501": BROKEN},
        {"GC501": "1 240 000"},
    ),
    Mutation(
        "another amount granted in the text",
        ((GRANT, GRANT.replace("1,24", "1,42")),),
        {"GC501": BROKEN},
        {"GC501": "prior allocations"},
    ),
    Mutation("an amount rounded in the text", ((REQUEST, REQUEST.replace("1,24", "1,2")),)),
    Mutation("an amount in thousands", ((REQUEST, REQUEST.replace("1,24 mio. kr.", "1.240 t.kr.")),)),
    Mutation("an amount in kroner", ((REQUEST, REQUEST.replace("1,24 mio. kr.", "1.240.000 kr.")),)),
    Mutation(
        "an amount so coarse that it says little",
        ((REQUEST, REQUEST.replace("1,24", "1")),),
        {"GC503": NOTED},
    ),
    Mutation(
        "the total of the years, said so",
        ((REQUEST, REQUEST.replace("1,24 mio. kr. årligt", "4,96 mio. kr. samlet")),),
    ),
    Mutation(
        "the total of the years as an amount a year",
        ((REQUEST, REQUEST.replace("1,24", "4,96")),),
        {"GC502": BROKEN},
        {"GC502": "total of the years"},
    ),
    Mutation(
        "årligt that becomes samlet",
        ((REQUEST, REQUEST.replace("årligt", "samlet")),),
        {"GC502": BROKEN},
        {"GC502": "not the total"},
    ),
    Mutation(
        "an amount for capital that is asked for in service",
        ((REQUEST, REQUEST.replace("service", "anlæg")),),
        {"GC501": BROKEN, "GC502": BROKEN},
    ),
)

YEARS = (
    Mutation(
        "a requested year less in the text",
        ((REQUEST, REQUEST.replace("2029", "2028")),),
        {"GC502": BROKEN},
        {"GC502": "Funded but not named: 1 year"},
    ),
    Mutation(
        "a requested year more in the text",
        ((REQUEST, REQUEST.replace("2029", "2030")),),
        {"GC502": BROKEN},
        {"GC502": "Named without money: 1 year"},
    ),
    Mutation(
        "og frem for the years of the horizon", ((REQUEST, REQUEST.replace("2026-2029", "2026 og frem")),)
    ),
    Mutation(
        "og frem from a year too late",
        ((REQUEST, REQUEST.replace("2026-2029", "2027 og frem")),),
        {"GC502": BROKEN},
    ),
    Mutation(
        "a granted year more in the text",
        ((GRANT, GRANT.replace("2022", "2021")),),
        {"GC502": BROKEN},
        {"GC502": "2021-2025"},
    ),
    Mutation("an expiry too late", (("udgangen af 2025", "udgangen af 2026"),), {"GC104": BROKEN}),
    Mutation("an expiry too early", (("udgangen af 2025", "udgangen af 2024"),), {"GC104": BROKEN}),
    Mutation("an expiry by the first unfunded year", (("med udgangen af 2025", "i 2026"),)),
)

MARKS = (
    Mutation(
        "no suffix in the title", ((" (bevillingsudløb)", ""),), {"GC301": BROKEN}, {"GC301": "no suffix"}
    ),
    Mutation(
        "no mark at all among the categories",
        (("Bevillingsudløb x", "Bevillingsudløb "),),
        {"GC301": BROKEN, "GC303": BROKEN, "GC305": SILENT},
        {"GC301": "not marked", "GC303": "only who ordered"},
    ),
    Mutation(
        "the mark on another category",
        (("Bevillingsudløb x", "Bevillingsudløb "), ("Rettidig omhu ", "Rettidig omhu x")),
        {"GC301": BROKEN, "GC305": SILENT},
    ),
    Mutation(
        "neither mark nor suffix",
        (
            ("Bevillingsudløb x", "Bevillingsudløb "),
            ("Rettidig omhu ", "Rettidig omhu x"),
            (" (bevillingsudløb)", ""),
        ),
        {"GC301": BROKEN, "GC305": SILENT},
        {"GC301": "neither mark nor title suffix"},
    ),
    Mutation(
        "a second category",
        (("Rettidig omhu ", "Rettidig omhu x"),),
        {"GC303": BROKEN},
        {"GC303": "2 categories are marked (Rettidig omhu, Bevillingsudløb)"},
    ),
    Mutation(
        "marked as unavoidable too",
        (("Need to ", "Need to x"),),
        {"GC303": BROKEN, "GC305": BROKEN},
    ),
    Mutation("no orderer", (("Bestilt af fagudvalg x", "Bestilt af fagudvalg "),), {"GC304": NOTED}),
    Mutation(
        "a second orderer", (("Bestilt administrativt ", "Bestilt administrativt x"),), {"GC304": NOTED}
    ),
    Mutation("a box ticked for the mark", (("Bevillingsudløb x", "Bevillingsudløb ☒"),)),
    Mutation(
        "a label that the list does not have",
        (("Henvist sag", "Henvist nota"),),
        {"GC302": BROKEN, "GC303": OPEN, "GC905": BROKEN},
        {"GC302": "Henvist nota", "GC905": "Henvist sag"},
    ),
    Mutation("another district", (("Bydækkende: ☒", "Bydækkende: ☐"), ("Valby ☐", "Valby ☒"))),
)


def _part(start: str, end: str) -> str:
    return NOTE[NOTE.index(start) : NOTE.index(end)]


_PRIOR_PART = (
    _part("Tidligere afsatte midler", "1.000 kr., 2026 p/l 2022")
    + NOTE[NOTE.index("1.000 kr., 2026 p/l 2022") :]
)
_BUDGET_YEAR_IN_DOUBT = {
    **dict.fromkeys(("GC105", "GC206", "GC301", "GC302", "GC303", "GC304", "GC305", "GC601"), OPEN),
    "GC904": BROKEN,
}

PARTS = (
    Mutation("no heading Indhold", (("Indhold\n", ""),), {"GC906": BROKEN}, {"GC906": "Indhold"}),
    Mutation("no heading Økonomi", (("Økonomi\n", ""),), {"GC906": BROKEN}, {"GC906": "Økonomi"}),
    Mutation(
        "no heading of the appendix",
        (("Administrativt bilag\n", ""),),
        {"GC906": BROKEN},
        {"GC906": "Administrativt bilag"},
    ),
    Mutation(
        "no Resume",
        ((_part("Resume\n", "Indhold\n"), ""),),
        {
            "GC104": SILENT,
            "GC301": OPEN,
            "GC602": OPEN,
            "GC904": BROKEN,
            "GC906": BROKEN,
        },
        {"GC906": "Resume"},
    ),
    Mutation(
        "no side box",
        ((_part("Budget 2026\n", "Budget 2026 2/2"), ""),),
        {
            **dict.fromkeys(("GC301", "GC305", "GC601"), OPEN),
            **dict.fromkeys(("GC302", "GC303"), SILENT),
            **dict.fromkeys(("GC904", "GC905", "GC906"), BROKEN),
        },
        {"GC906": "Kategorisering"},
    ),
    Mutation(
        "no districts",
        ((_part("Bydele\n", "Adresse\n"), ""),),
        {"GC905": BROKEN, "GC906": BROKEN},
        {"GC906": "Bydele"},
    ),
    Mutation(
        "no prior table",
        ((_PRIOR_PART, ""),),
        {
            **dict.fromkeys(("GC101", "GC102", "GC103", "GC104", "GC201", "GC406", "GC602", "GC604"), SILENT),
            **dict.fromkeys(("GC107", "GC906"), BROKEN),
            "GC501": OPEN,
        },
        {"GC906": "Tidligere afsatte midler"},
    ),
    Mutation("no Adresse", (("Adresse\n", ""),)),
    Mutation(
        "no overview",
        ((_part("Tabel 1.", "Budget 2026\n"), ""),),
        {"GC403": OPEN, "GC906": BROKEN, "GC910": BROKEN},
        {"GC403": "the overview", "GC906": "Oversigt over ønskets aktiviteter", "GC910": "missing 1"},
    ),
    Mutation(
        "no detail table",
        ((_part("Tabel 2.", "Øvrige tekniske"), ""),),
        {"GC403": OPEN, "GC405": SILENT},
        {"GC403": "the detail table"},
    ),
    Mutation("a page more in the running head", (("2/2", "2/3"),), {"GC910": BROKEN}, {"GC910": "missing 3"}),
    Mutation(
        "a table number left out", (("Tabel 2.", "Tabel 3."),), {"GC910": BROKEN}, {"GC910": "missing 2"}
    ),
    Mutation("a table number twice", (("Tabel 2.", "Tabel 1."),), {"GC910": BROKEN}, {"GC910": "twice 1"}),
    Mutation("two budget years", (("Budget 2026\n", "Budget 2027\n"),), _BUDGET_YEAR_IN_DOUBT),
    Mutation(
        "another budget year",
        (("Budget 2026\n", "Budget 2027\n"), ("Budget 2026 2/2", "Budget 2027 2/2")),
        {"GC105": BROKEN, "GC206": BROKEN},
    ),
    Mutation(
        "a grant continued before",
        (("blev der afsat", "blev indsatsen videreført, og der blev afsat"),),
        {"GC106": NOTED},
        {"GC106": "(2022)"},
    ),
)

EDITS = (*AMOUNTS, *YEARS, *MARKS, *PARTS)
