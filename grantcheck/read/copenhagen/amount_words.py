"""How running text writes amounts: Danish grammar as patterns, kept apart from what is made of them."""

from __future__ import annotations

import re

from grantcheck.model.terms import ControlArea, Frequency
from grantcheck.read.numbers import GAPS

UNITS = {"mia": 1_000_000_000, "mio": 1_000_000, "mil": 1_000_000, "t": 1_000, "tus": 1_000, "": 1}
"""Kroner per unit, by its first three letters; "kr." alone is whole kroner."""

NUMBER = rf"(?:[1-9]\d{{0,2}}(?:(?:\.\d{{3}})+|(?:[{GAPS}]\d{{3}})+)|0|[1-9]\d*)(?:,\d+)?"
IN_NUMBER = frozenset(f"0123456789.,{GAPS}")
_UNIT = r"(?:mia|mio|mill?|millioner|million|tusinde?|t)\b\.?"
_KRONER = r"(?:kr\b\.?|kroner\b)"
AMOUNT = re.compile(
    rf"(?P<number>{NUMBER})\s*(?P<unit>{_UNIT}|t(?=kr\b))?\s?{_KRONER}(?!\.?\s?,-)", re.IGNORECASE
)
SEEN = re.compile(rf"\d\s*(?:{_UNIT}|t(?=kr\b))?\s?(?:kr\b|kroner\b)", re.IGNORECASE)
"""Anything that looks like money; what `AMOUNT` does not match is reported as not read."""
REVERSED = re.compile(
    rf"\bkr\b\.?\s?(?P<number>{NUMBER})(?![\d.,]*\d)(?:\s?(?P<unit>(?:mia|mio|mill)\b\.?))?", re.IGNORECASE
)
"""The currency first: "kr. 200.000"."""
UNIT_BEFORE = re.compile(rf"(?:\d|\b{_UNIT}|½)\s?$", re.IGNORECASE)
UNUSUAL = re.compile(
    r"[½¼¾]\s*(?:mio|mia|mill|kr)|\d\s*(?:mio|mia|mill|million|millioner|milliard|milliarder)\b|\d,-"
    r"|\bDKK\s?\d|\d\s?DKK\b|\b(?:hundrede|tusinde?|million|millioner|milliard|milliarder)\s+(?:kr\b|kroner\b)",
    re.IGNORECASE,
)
"""Money that is written otherwise: it is reported and not read."""

YEAR = r"(?:19|20)\d{2}"
_NO_LEVEL = r"(?!\d|/\d|[\s-]*(?:p/l|pl\b|priser|niveau))"
_IN = r"(?:i|for|til|over)\s+(?:perioden\s+|årene\s+|hvert af årene\s+|hver af årene\s+|både\s+)?"
YEARS = (
    re.compile(rf"{_IN}(?P<first>{YEAR})\s?[-–]\s?(?P<last>{YEAR}){_NO_LEVEL}"),
    re.compile(rf"{_IN}(?P<first>{YEAR})\s+til\s+(?:og med\s+)?(?P<last>{YEAR}){_NO_LEVEL}"),
    re.compile(rf"fra\s+(?:og med\s+)?(?P<first>{YEAR})\s+til\s+(?:og med\s+)?(?P<last>{YEAR}){_NO_LEVEL}"),
    re.compile(
        rf"(?:{_IN}|fra\s+(?:og med\s+)?)(?P<first>{YEAR})\s+og\s+"
        r"(?:frem(?:efter|over)?\b|(?:de\s+)?(?:efter)?følgende år\b|årene\s+(?:frem|efter|her)\w*)"
    ),
    re.compile(rf"(?:fra\s+og\s+med|fra|fom\.)\s+(?P<first>{YEAR}){_NO_LEVEL}(?!\s?[-–]\s?\d)"),
    re.compile(rf"{_IN}(?P<listed>{YEAR}(?:,\s*{YEAR})*\s+og\s+{YEAR}){_NO_LEVEL}"),
    re.compile(rf"{_IN}(?P<only>{YEAR}){_NO_LEVEL}(?!\s?[-–]\s?\d)"),
)
"""Years that attach to an amount: a span, an open end, a list, or one."""

AREA = re.compile(
    r"(?:på|til)\s+(?P<area>service|anlæg|overførsler)\b(?:\s+mv\.)?(?!-)"
    r"(?!\s*(?:,|og|samt|eller)\s+(?:på\s+)?(?:service|anlæg|overførsler)\b)"
)
AREAS = {"service": ControlArea.SERVICE, "anlæg": ControlArea.CAPITAL, "overførsler": ControlArea.TRANSFERS}
SEVERAL_AREAS = re.compile(
    r"\s*(?:på|til)\s+(?:service|anlæg|overførsler)\s*(?:,|og|samt|eller)\s+(?:på\s+)?(?:service|anlæg|overførsler)\b"
)

FREQUENCIES = (
    (
        re.compile(r"(?:årligt|pr\.?\s+år|per\s+år|om\s+året|hvert\s+år)\b|p\.\s?a\.?(?!\w)"),
        Frequency.PER_YEAR,
    ),
    (re.compile(r"(?:varigt|permanent)\b"), Frequency.PERMANENT),
    (re.compile(r"(?:i\s+alt|samlet)\b"), Frequency.TOTAL),
    (re.compile(r"netto\b"), None),
)
FREQUENCY_BEFORE = (
    (re.compile(r"\b(?:i\s+alt|samlet)\s+(?:om\s+|på\s+)?$", re.IGNORECASE), Frequency.TOTAL),
    (re.compile(r"\bårligt\s+(?:om\s+|på\s+)?$", re.IGNORECASE), Frequency.PER_YEAR),
    (re.compile(r"\bvarigt\s+(?:om\s+|på\s+)?$", re.IGNORECASE), Frequency.PERMANENT),
)
LEVEL = re.compile(
    r"\s*\((?:\d{4}\s*-?\s*)?(?:løbende\s+)?(?:p/l|pl|priser|niveau)[^()]{0,20}\)", re.IGNORECASE
)
"""A price level in brackets behind the amount."""

CARRIED = re.compile(r"(?:,|\s+og|,\s*og|\s+samt)\s+(?P<number>\d+,\d+)(?=\s+(?:i|fra|på|årligt|varigt)\s)")
"""A decimal that goes on an enumeration and takes its unit from before: "5,0 på service i 2026 og 5,0 i 2027"."""

UNIT_FOLLOWS = re.compile(r"\s*(?:mia|mio|mill|t\.?\s?kr|kr)\b", re.IGNORECASE)
BLANKS = re.compile(r"\s+")

TAIL = re.compile(
    r"(?:(?!\s(?:og(?!\s+med)|samt|som|der|men)\s|\stil\s+(?!\d|og\s+med))(?:[^.,;:!?]|\.(?=\s?[a-zæøå\d]))){0,40}"
)
"""What follows an amount's phrase, as far as it may still speak of the amount."""
LOOSE = {
    "years": re.compile(rf"(?<!af årene )(?<!af årene i )(?<!\d)(?<!\d[-–]){YEAR}{_NO_LEVEL}"),
    "often": re.compile(
        r"årlig|\bårl\b|\bmånedlig|\bkvartal|\bvarig|\bpermanent|\bpr\.?\s*år\b|/\s?år|\bp\.a\b|\bhver\w*\s+\w+\s+år\b"
    ),
    "area": re.compile(r"\b(?:service|anlæg|overførs(?:el|ler))", re.IGNORECASE),
}
"""Words that should have attached to an amount and did not: what they say of it is not certain.

"I to af årene 2026-2029" says for certain that the years are open.
"""

NO_GRANT_BEFORE = re.compile(r"(?:\bà|\ba|@)\s+$")
NO_GRANT_AFTER = re.compile(r"\s*(?:pr\.|per)\s+(?!år\b)\w|\s*/\s*(?!år)\w")
"""Prices of something: "à 580.000 kr.", "12.000 kr. pr. plads"."""
TABLE_UNIT = re.compile(r"1\.000 ?kr\.?,? ?(?:\(?(?:19|20)\d{2}|løbende)[ -](?:p/l|pl|priser)", re.IGNORECASE)
"""The heading of a table: "1.000 kr., 2026 p/l"."""
THOUSANDS = re.compile(r"1\.000 ?kr\b")
"""The unit alone, as a heading of any table has it."""
BOUND_BEFORE = re.compile(
    r"\b(?:minus|op til|op mod|mindst|højst|maksimalt|minimum|under|over|mere end|mindre end)\s+$",
    re.IGNORECASE,
)
RANGE_BEFORE = re.compile(r"\d\s?[-–]\s?$|\b\d+,\d+\s+(?:og|til|eller)\s+$|\bmellem\s+[\d.,]+\s+og\s+$")
SPLIT_BEFORE = re.compile(r"(?:^|[^\d.,])\d{1,3}(?:\.\d{3})*[.,]?\s+$|[+/*×]\s?$|\d\s?x\s?$")
"""Digits right before the number that may belong to it: "12 500", "42, 9"."""
MINUS_BEFORE = re.compile(r"(?:^|[\s(])[-−–]$")
NEAR_YEARS = re.compile(rf"\s*(?:{_IN}|fra\s+){YEAR}\s?(?:[-–/]\s?(?:\d{{2}}\b|{YEAR}\s?/)|/\d)")
"""Years that are written in a form that says two things: "2026/27", "2026-27"."""
