"""Edits of the tables of BU017, a continuation in which everything holds."""

from __future__ import annotations

from .auditing import NOTES
from .mutation import BROKEN, HOLDS, NOTED, OPEN, SILENT, Mutation, scaled, within

NOTE = (NOTES / "BU017.txt").read_text(encoding="utf-8")
OVERVIEW = "Læsevejledere i indskolingen Service 1.240 1.240 1.240 1.240 4.960"
NET = "Udgifter i alt (netto) 1.240 1.240 1.240 1.240 4.960"
DETAIL = "Undervisning U 1.240 1.240 1.240 1.240 4.960"
SERVICE = "Serviceudgifter i alt 1.240 1.240 1.240 1.240 4.960"
PRIOR = "Budgetaftale 2022 1.240 1.240 1.240 1.240 0 0"
GRANTED = "Afsatte midler i alt 1.240 1.240 1.240 1.240 0 0"
ASKED = (OVERVIEW, NET, DETAIL, SERVICE)
OVERVIEW_HEADING = "1.000 kr., 2026 p/l\nStyrings-om-\nråde\n2026 2027 2028 2029 I alt"
DETAIL_HEADING = "1.000 kr., 2026 p/l Udvalg Bevilling\nIndtægt/\nudgift\n2026 2027 2028 2029 I alt"
PRIOR_HEADING = "1.000 kr., 2026 p/l 2022 2023 2024 2025 2026 2027"

_REQUEST_IN_DOUBT = {
    **dict.fromkeys(
        ("GC102", "GC103", "GC105", "GC201", "GC205", "GC401", "GC402", "GC403", "GC501", "GC502", "GC506"),
        OPEN,
    ),
    "GC904": BROKEN,
}
_DETAIL_IN_DOUBT = {"GC205": OPEN, "GC401": OPEN, "GC402": OPEN, "GC405": OPEN, "GC904": BROKEN}
_PRIOR_IN_DOUBT = {
    **dict.fromkeys(
        (
            "GC101",
            "GC102",
            "GC103",
            "GC104",
            "GC107",
            "GC201",
            "GC203",
            "GC205",
            "GC406",
            "GC501",
            "GC502",
            "GC604",
        ),
        OPEN,
    ),
    "GC904": BROKEN,
}

CELLS = (
    Mutation(
        "a digit in a cell of the overview",
        (within(OVERVIEW, "1.240 1.240 4.960", "1.420 1.240 4.960"),),
        dict.fromkeys(("GC201", "GC401", "GC402", "GC403", "GC501"), BROKEN),
        {"GC201": "(2028)", "GC401": "5 140 000", "GC402": "2028", "GC403": "2028", "GC501": "1 420 000"},
    ),
    Mutation(
        "a digit in a cell of the detail table",
        (within(DETAIL, "1.240 1.240 4.960", "1.420 1.240 4.960"),),
        {"GC401": BROKEN, "GC402": BROKEN},
        {"GC401": "Tabel 2", "GC402": "2028"},
    ),
    Mutation(
        "a digit in the total of an overview row",
        (within(OVERVIEW, "4.960", "4.690"),),
        {"GC401": BROKEN, "GC402": BROKEN},
        {"GC401": "4 690 000", "GC402": "total"},
    ),
    Mutation(
        "a digit in the total of a detail row",
        (within(DETAIL, "4.960", "4.690"),),
        {"GC401": BROKEN, "GC402": BROKEN},
        {"GC401": "Tabel 2"},
    ),
    Mutation(
        "a digit in a column total of the overview",
        (within(NET, "1.240 1.240 4.960", "1.420 1.240 4.960"),),
        {"GC401": BROKEN, "GC402": BROKEN},
        {"GC402": "2028"},
    ),
    Mutation(
        "a digit in the grand total of the overview",
        (within(NET, "4.960", "4.690"),),
        {"GC401": BROKEN, "GC402": BROKEN},
    ),
    Mutation(
        "a digit in a column total of the detail table",
        (within(SERVICE, "1.240 1.240 4.960", "1.420 1.240 4.960"),),
        {"GC401": BROKEN, "GC402": BROKEN, "GC403": BROKEN},
        {"GC403": "service 2028"},
    ),
    Mutation(
        "a digit in the grand total of the detail table",
        (within(SERVICE, "4.960", "4.690"),),
        {"GC401": BROKEN, "GC402": BROKEN},
    ),
    Mutation(
        "a digit in an early prior year",
        (within(PRIOR, "2022 1.240 1.240", "2022 1.240 1.420"),),
        {"GC406": BROKEN, "GC501": BROKEN},
        {"GC406": "2023"},
    ),
    Mutation(
        "a digit in the last funded year",
        (within(PRIOR, "1.240 0 0", "1.420 0 0"),),
        {"GC101": NOTED, "GC201": BROKEN, "GC406": BROKEN, "GC501": BROKEN},
        {"GC101": "1 420 000", "GC201": "−180 000 kr. (−12.7 %)"},
    ),
    Mutation(
        "a digit in a prior total",
        (within(GRANTED, "1.240 1.240 0 0", "1.420 1.240 0 0"),),
        {"GC406": BROKEN},
        {"GC406": "2024"},
    ),
    Mutation(
        "a minus before a cell of the overview",
        (within(OVERVIEW, "1.240 4.960", "-1.240 4.960"),),
        dict.fromkeys(("GC201", "GC401", "GC402", "GC403", "GC501"), BROKEN),
    ),
    Mutation(
        "a minus before a cell of the detail table",
        (within(DETAIL, "1.240 4.960", "−1.240 4.960"),),
        dict.fromkeys(("GC401", "GC402", "GC405"), BROKEN),
        {"GC405": "in 1 year"},
    ),
    Mutation("expense marked as income", (within(DETAIL, " U ", " I "),), {"GC405": BROKEN}),
    Mutation(
        "a prior agreement below zero",
        (within(PRIOR, " 1.240", " -1.240", times=4),),
        {"GC101": SILENT, "GC201": OPEN, "GC203": OPEN, "GC406": BROKEN},
    ),
    Mutation("a blank cell in the overview", (within(OVERVIEW, "1.240 4.960", "4.960"),), _REQUEST_IN_DOUBT),
    Mutation("a blank cell in the detail table", (within(DETAIL, "1.240 4.960", "4.960"),), _DETAIL_IN_DOUBT),
    Mutation(
        "a letter for a digit in the overview",
        (within(OVERVIEW, "Service 1.240", "Service 1.24O"),),
        {
            **dict.fromkeys(
                ("GC102", "GC103", "GC105", "GC201", "GC203", "GC401", "GC402", "GC403", "GC501", "GC602"),
                OPEN,
            ),
            "GC904": BROKEN,
        },
    ),
    Mutation(
        "a letter for a digit in the detail table",
        (within(DETAIL, "U 1.240", "U 1.24O"),),
        {"GC401": OPEN, "GC402": OPEN, "GC403": OPEN, "GC405": SILENT, "GC904": BROKEN},
    ),
    Mutation(
        "a letter for a digit in the prior table",
        (within(PRIOR, "1.240 0 0", "1.24O 0 0"),),
        _PRIOR_IN_DOUBT,
    ),
    Mutation("a blank cell in the prior table", (within(PRIOR, " 0 0", " 0"),), _PRIOR_IN_DOUBT),
    Mutation(
        "twice the money asked for",
        tuple(scaled(line, {"1.240": "2.480", "4.960": "9.920"}) for line in ASKED),
        {"GC201": BROKEN, "GC501": BROKEN},
        {"GC201": "1 240 000 kr. (+100.0 %)"},
    ),
    Mutation(
        "a little less asked for",
        tuple(scaled(line, {"1.240": "1.239", "4.960": "4.956"}) for line in ASKED),
        {"GC201": BROKEN},
        {"GC201": "−1 000 kr. (−0.1 %)"},
    ),
    Mutation(
        "the activity moved to capital",
        (within(OVERVIEW, "Service", "Anlæg"),),
        {"GC403": BROKEN, "GC501": BROKEN, "GC502": BROKEN, "GC602": BROKEN},
        {"GC501": "service"},
    ),
)

YEARS = (
    Mutation(
        "the last prior year taken away",
        (within(PRIOR, "1.240 0 0", "0 0 0"), within(GRANTED, "1.240 0 0", "0 0 0")),
        {"GC101": NOTED, "GC102": BROKEN, "GC104": BROKEN, "GC502": BROKEN},
        {"GC102": "ends with 2024", "GC502": "2022-2024"},
    ),
    Mutation(
        "a prior year in the budget year",
        (within(PRIOR, " 0 0", " 1.240 0"), within(GRANTED, " 0 0", " 1.240 0")),
        {"GC101": NOTED, "GC103": BROKEN, "GC104": BROKEN, "GC502": BROKEN},
        {"GC103": "2026 is asked for", "GC502": "2022-2026"},
    ),
    Mutation(
        "the headings of the prior table a year early",
        (within(PRIOR_HEADING, "2022 2023 2024 2025 2026 2027", "2021 2022 2023 2024 2025 2026"),),
        {"GC101": NOTED, "GC102": BROKEN, "GC104": BROKEN, "GC502": BROKEN, "GC604": BROKEN},
    ),
    Mutation(
        "the headings of the overview a year late",
        (within(OVERVIEW_HEADING, "2026 2027 2028 2029", "2027 2028 2029 2030"),),
        dict.fromkeys(("GC102", "GC105", "GC403", "GC502"), BROKEN),
    ),
    Mutation(
        "the headings of the detail table a year late",
        (within(DETAIL_HEADING, "2026 2027 2028 2029", "2027 2028 2029 2030"),),
        {"GC403": BROKEN},
    ),
    Mutation(
        "the last requested year taken away",
        tuple(within(line, "1.240 4.960", "0 3.720") for line in ASKED),
        {"GC105": BROKEN, "GC502": BROKEN},
        {"GC105": "ends with 2028"},
    ),
)

HEADINGS = (
    Mutation(
        "no unit over the overview",
        (within(OVERVIEW_HEADING, "1.000 kr., ", ""),),
        {**_REQUEST_IN_DOUBT, "GC207": BROKEN},
    ),
    Mutation(
        "no unit over the detail table",
        (within(DETAIL_HEADING, "1.000 kr., ", ""),),
        {**_DETAIL_IN_DOUBT, "GC207": BROKEN, "GC403": OPEN},
    ),
    Mutation(
        "no price level over the overview",
        (within(OVERVIEW_HEADING, ", 2026 p/l", ""),),
        {"GC201": OPEN, "GC203": OPEN, "GC207": BROKEN, "GC208": OPEN},
        {"GC203": "price level, which a table does not state"},
    ),
    Mutation(
        "no price level over the detail table",
        (within(DETAIL_HEADING, ", 2026 p/l", ""),),
        {"GC207": BROKEN},
    ),
    Mutation(
        "last year's price level over the overview",
        (within(OVERVIEW_HEADING, "2026 p/l", "2025 p/l"),),
        {"GC201": SILENT, "GC203": OPEN, "GC206": BROKEN},
        {"GC203": "2025→2026"},
    ),
    Mutation(
        "last year's price level over the detail table",
        (within(DETAIL_HEADING, "2026 p/l", "2025 p/l"),),
        {"GC206": BROKEN},
        {"GC206": "Tabel 2"},
    ),
    Mutation(
        "current prices over the detail table",
        (within(DETAIL_HEADING, "2026 p/l", "løbende p/l"),),
        {"GC204": BROKEN, "GC206": BROKEN},
    ),
    Mutation(
        "current prices over the prior table",
        (within(PRIOR_HEADING, "2026 p/l", "løbende p/l"),),
        {"GC201": SILENT, "GC203": OPEN, "GC204": BROKEN, "GC208": HOLDS},
    ),
    Mutation(
        "millions over the prior table",
        (within(PRIOR_HEADING, "1.000 kr.", "Mio. kr."),),
        {"GC101": NOTED, "GC201": BROKEN, "GC501": BROKEN},
    ),
)

EDITS = (*CELLS, *YEARS, *HEADINGS)
