"""Edits of who answers for the money in BU017: code, department, committee, appropriation."""

from __future__ import annotations

from .mutation import BROKEN, OPEN, Mutation

CODE = "BU017 Læsevejledere"
DEPARTMENT = "Børne- og Ungdomsforvaltnin-\ngen"
COMMITTEE = "Børne- og\nUngdoms-\nudvalget"
APPROPRIATION = "Undervisning U"

EDITS = (
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
