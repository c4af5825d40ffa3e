"""Edits of the published note, as a reader would try them."""

from __future__ import annotations

from .mutation import BROKEN, HOLDS, NOTED, OPEN, SILENT, Mutation, scaled, within

OVERVIEW = "Styrket mæglerindsats hos Borgerrådgiveren Service 205 205 205 205 820"
NET = "Udgifter i alt (netto)  205 205 205 205 820"
DETAIL = "U 205 205 205 205 820"
SERVICE = "Serviceudgifter i alt    205 205 205 205 820"
PRIOR = "Budgetaftale 2022 205 205 205 205 0 0"
GRANTED = "Afsatte midler i alt 205 205 205 205 0 0"
ASKED = (OVERVIEW, NET, DETAIL, SERVICE)
REQUEST = "anmodes om 0,2 mio. kr. årligt på service i 2026-2029"
CONTINUED = "hos Borgerrådgiveren. \n\n \n\nIndhold"


def _asked(name: str, amount: str, total: str, changes: dict[str, str], says: dict[str, str]) -> Mutation:
    return Mutation(
        name,
        tuple(scaled(line, {"205": amount, "820": total}) for line in ASKED),
        {"GC203": OPEN, **changes},
        says,
    )


def _with_row(name: str, row: str, old: str, new: str, changes: dict[str, str]) -> Mutation:
    """A second row of prior money, above zero or below, with the totals that follow from it."""
    return Mutation(
        name, ((PRIOR, f"{PRIOR} \n\n{row}"), within(GRANTED, old, new)), {"GC404": HOLDS, **changes}
    )


AMOUNTS = (
    _asked("twice", "410", "1.640", {"GC208": BROKEN, "GC501": BROKEN}, {"GC208": "+100.0 %"}),
    _asked("a price rise within the limits", "211", "844", {}, {"GC203": "differ by 6 000 kr."}),
    _asked("more than prices rise", "226", "904", {"GC208": BROKEN}, {"GC208": "indicative"}),
    _asked("less", "195", "780", {"GC208": BROKEN}, {"GC208": "−4.9 %"}),
    Mutation(
        "0,3 mio. in the text",
        ((REQUEST, REQUEST.replace("0,2", "0,3")),),
        {"GC501": BROKEN, "GC503": NOTED},
        {"GC501": "205 000 kr."},
    ),
    Mutation("205 t.kr. in the text", ((REQUEST, REQUEST.replace("0,2 mio. kr.", "205 t.kr.")),)),
    Mutation(
        "208 t.kr. in the text",
        ((REQUEST, REQUEST.replace("0,2 mio. kr.", "208 t.kr.")),),
        {"GC501": BROKEN},
    ),
    Mutation(
        "0,8 mio. samlet",
        ((REQUEST, REQUEST.replace("0,2 mio. kr. årligt", "0,8 mio. kr. samlet")),),
    ),
    Mutation("0,8 mio. årligt", ((REQUEST, REQUEST.replace("0,2", "0,8")),), {"GC502": BROKEN}),
    Mutation(
        "varigt fra 2026",
        ((REQUEST, REQUEST.replace("årligt på service i 2026-2029", "varigt på service fra 2026")),),
    ),
    Mutation("2026 og frem", ((REQUEST, REQUEST.replace("2026-2029", "2026 og frem")),)),
    Mutation("2025-2028", ((REQUEST, REQUEST.replace("2026-2029", "2025-2028")),), {"GC502": BROKEN}),
)

GRANTS = (
    Mutation(
        "prior money in 2026",
        (within(PRIOR, " 0 0", " 205 0"), within(GRANTED, " 0 0", " 205 0")),
        {
            "GC101": NOTED,
            "GC103": BROKEN,
            "GC201": HOLDS,
            "GC203": SILENT,
            "GC204": BROKEN,
            "GC208": SILENT,
            "GC502": BROKEN,
        },
        {"GC103": "2026 is asked for (205 000 kr.) and already funded (205 000 kr.)"},
    ),
    Mutation(
        "prior money at the request's price level",
        (("1.000 kr., løbende p/l", "1.000 kr., 2026 p/l"),),
        {"GC201": HOLDS, "GC203": SILENT, "GC204": SILENT, "GC208": SILENT},
    ),
    Mutation(
        "prior money at the level of 2025",
        (("1.000 kr., løbende p/l", "1.000 kr., 2025 p/l"),),
        {"GC204": SILENT},
    ),
    Mutation(
        "prior money that follows prices",
        (
            within(PRIOR, "205 205 205 205", "190 195 200 205"),
            within(GRANTED, "205 205 205 205", "190 195 200 205"),
        ),
        {"GC204": HOLDS},
    ),
    _with_row(
        "a cancellation in the last year",
        "Augustindstilling 2025 0 0 0 -5 0 0",
        "205 0 0",
        "200 0 0",
        {"GC101": NOTED, "GC203": OPEN},
    ),
    _with_row(
        "the last year cancelled",
        "Augustindstilling 2025 0 0 0 −205 0 0",
        "205 0 0",
        "0 0 0",
        {"GC101": NOTED, "GC102": BROKEN, "GC203": OPEN, "GC502": BROKEN},
    ),
    _with_row(
        "a cancellation booked the year after",
        "Augustindstilling 2025 0 0 0 0 -50 0",
        "0 0",
        "-50 0",
        {},
    ),
    _with_row(
        "a second agreement",
        "Budgetaftale 2024 0 0 20 20 0 0",
        "205 205 0 0",
        "225 225 0 0",
        {"GC101": NOTED, "GC108": NOTED, "GC201": OPEN, "GC203": OPEN, "GC208": SILENT},
    ),
    Mutation(
        "no prior agreement",
        ((f"{PRIOR} \n", ""), (GRANTED, GRANTED.replace("205", "0"))),
        {
            **dict.fromkeys(
                ("GC101", "GC102", "GC103", "GC106", "GC203", "GC204", "GC208", "GC602", "GC604"), SILENT
            ),
            "GC107": BROKEN,
            "GC501": OPEN,
        },
    ),
    Mutation(
        "an expiry in 2024",
        ((CONTINUED, CONTINUED.replace("\n", "Bevillingen udløber i 2024. \n", 1)),),
        {"GC104": BROKEN},
    ),
    Mutation(
        "an expiry in 2026",
        ((CONTINUED, CONTINUED.replace("\n", "Bevillingen udløber i 2026. \n", 1)),),
        {"GC104": HOLDS},
    ),
)

REST = (
    Mutation(
        "the mark on Henvist sag",
        (("Bevillingsudløb x", "Bevillingsudløb "), ("Henvist sag  ", "Henvist sag x ")),
        {"GC301": BROKEN, "GC305": SILENT},
    ),
    Mutation(
        "an orderer marked", (("Bestilt administrativt  ", "Bestilt administrativt x "),), {"GC304": SILENT}
    ),
    Mutation("income for expense", (within(DETAIL, "U", "I"),), {"GC405": BROKEN}),
    Mutation("the first page's running head", (("2/2", "1/2"),), {"GC910": BROKEN}),
    Mutation("no district marked", (("☒", "☐"),)),
)

EDITS = (*AMOUNTS, *GRANTS, *REST)
