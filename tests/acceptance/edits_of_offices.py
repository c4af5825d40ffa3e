"""Edits of who answers for the money in BU017, where it was granted and by which agreement."""

from __future__ import annotations

from .edits_of_figures import GRANTED, PRIOR
from .edits_of_words import GRANT
from .mutation import BROKEN, OPEN, Mutation

CODE = "BU017 Læsevejledere"
DEPARTMENT = "Børne- og Ungdomsforvaltnin-\ngen"
COMMITTEE = "Børne- og\nUngdoms-\nudvalget"
APPROPRIATION = "Undervisning U"

OFFICES = (
    Mutation(
        "the code of another department",
        ((CODE, "SO017 Læsevejledere"),),
        {"GC601": BROKEN},
        {"GC601": "«SO017» belongs to Socialudvalget"},
    ),
    Mutation(
        "a code that the profile does not know",
        ((CODE, "IR017 Læsevejledere"),),
        {"GC601": OPEN},
        {"GC601": "which committee «IR»"},
    ),
    Mutation("a combined code", ((CODE, "SO006/BU017 Læsevejledere"),)),
    Mutation(
        "another department",
        ((DEPARTMENT, "Socialforvaltningen"),),
        {"GC601": BROKEN},
        {"GC601": "«Socialforvaltningen» serves Socialudvalget"},
    ),
    Mutation(
        "another committee in the only row",
        ((COMMITTEE, "Socialudvalget"),),
        {"GC601": BROKEN},
        {"GC601": "no row of the tables is that committee's: «Socialudvalget»"},
    ),
    Mutation(
        "an appropriation of another committee",
        ((APPROPRIATION, "Udsatte voksne U"),),
        {"GC601": BROKEN},
        {"GC601": "«Udsatte voksne» belongs to Socialudvalget"},
    ),
    Mutation("another appropriation of the committee", ((APPROPRIATION, "Specialundervisning U"),)),
    Mutation("an appropriation that the profile does not know", ((APPROPRIATION, "Lejrskoler U"),)),
)

GRANTS = (
    Mutation(
        "earlier money on capital",
        ((GRANT, GRANT.replace("service", "anlæg")),),
        {"GC602": BROKEN},
        {"GC602": "asks for service, but the earlier money was granted in capital"},
    ),
    Mutation(
        "earlier money of no stated area",
        ((GRANT, GRANT.replace("årligt på service", "årligt")),),
        {"GC602": OPEN},
    ),
    Mutation(
        "an agreement younger than its money",
        ((PRIOR, PRIOR.replace("Budgetaftale 2022", "Budgetaftale 2023")),),
        {"GC604": BROKEN},
        {"GC604": "has money from 2022, before the agreement of 2023"},
    ),
    Mutation(
        "an agreement of two years, made in the second",
        ((PRIOR, PRIOR.replace("Budgetaftale 2022", "Overførselssagen 2021-2022")),),
    ),
    Mutation(
        "an agreement of two years, made after its money",
        ((PRIOR, PRIOR.replace("Budgetaftale 2022", "Overførselssagen 2022-2023")),),
        {"GC604": BROKEN},
    ),
    Mutation(
        "an agreement without a year",
        ((PRIOR, PRIOR.replace("Budgetaftale 2022", "Tidligere aftale")),),
        {"GC604": BROKEN},
        {"GC604": "names no year"},
    ),
    Mutation(
        "earlier money in fixed prices that rises like prices",
        (
            (PRIOR, PRIOR.replace("1.240 1.240 1.240 1.240", "1.180 1.200 1.220 1.240")),
            (GRANTED, GRANTED.replace("1.240 1.240 1.240 1.240", "1.180 1.200 1.220 1.240")),
            (GRANT, GRANT.replace("1,24 mio. kr. årligt", "4,84 mio. kr. samlet")),
        ),
        {"GC205": BROKEN},
        {"GC205": "rises by about 1.7 % every year"},
    ),
)

EDITS = (*OFFICES, *GRANTS)
