"""Edits of BU017's words: how long, how often, how finished, by what name."""

from __future__ import annotations

from .edits_of_figures import ASKED
from .edits_of_words import GRANT, REQUEST
from .mutation import BROKEN, HOLDS, NOTED, Mutation, within

CONTINUED = "ansøges om at videreføre\nindsatsen."
FOR = "til løn til to læsevejledere"
CONTENT = "lærerne om undervisningen i resten af klassen."

EDITS = (
    Mutation(
        "asked for two years, funded for four",
        ((CONTINUED, CONTINUED.replace("indsatsen", "indsatsen i to år")),),
        {"GC504": BROKEN},
        {"GC504": "is 2 year(s), of which the table can show 2; it funds 4: 2026-2029"},
    ),
    Mutation(
        "asked for four years, funded for four",
        ((CONTINUED, CONTINUED.replace("indsatsen", "indsatsen i fire år")),),
        {"GC504": HOLDS},
    ),
    Mutation(
        "granted as a trial of two years, funded for four",
        ((GRANT, f"{GRANT} til en toårig indsats"),),
        {"GC504": BROKEN},
        {"GC504": "it funds 4: 2022-2025"},
    ),
    Mutation("the age of pupils", ((CONTENT, f"{CONTENT} De 6-årige har gået i skole i to år."),)),
    Mutation(
        "one-off money in every year",
        ((REQUEST, REQUEST.replace("om 1,24", "om engangsmidler på 1,24")),),
        {"GC505": BROKEN},
        {"GC505": "is called «engangsmidler», but asks for 1 240 000 kr. in every year (2026-2029)"},
    ),
    Mutation(
        "half as much in the first year",
        tuple(within(line, "1.240 1.240 1.240 1.240 4.960", "640 1.240 1.240 1.240 4.360") for line in ASKED),
        {"GC201": BROKEN, "GC501": BROKEN, "GC506": NOTED},
        {"GC506": "from 640 000 kr. in 2026 to 1 240 000 kr. in 2027 (93 %)"},
    ),
    Mutation(
        "half as much in the first year, since it starts late",
        (
            *(within(line, "1.240 1.240 1.240 1.240 4.960", "640 1.240 1.240 1.240 4.360") for line in ASKED),
            (CONTENT, f"{CONTENT} Indsatsen har halvt budget i opstartsåret."),
        ),
        {"GC201": BROKEN, "GC501": BROKEN},
    ),
    Mutation(
        "a number left open",
        ((FOR, FOR.replace("to", "xx")),),
        {"GC507": BROKEN},
        {"GC507": "«xx»"},
    ),
    Mutation(
        "a prompt of the template",
        ((CONTENT, f"{CONTENT} Klik eller tryk her for at skrive tekst."),),
        {"GC507": BROKEN},
    ),
    Mutation(
        "a prompt where the template may be empty",
        (("Øvrige tekniske oplysninger\n", "Øvrige tekniske oplysninger\n[Indsæt tekst]\n"),),
        {"GC507": BROKEN},
        {"GC507": "[Indsæt tekst]"},
    ),
    Mutation(
        "another name for the activity",
        (("Læsevejlederen tester", "Læserevejlederen tester"),),
        {"GC603": NOTED},
        {"GC603": "«Læsevejledere» is also called «Læserevejlederen»"},
    ),
)
