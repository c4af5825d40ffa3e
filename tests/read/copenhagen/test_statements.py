"""Sentences about the life of a grant."""

from __future__ import annotations

import pytest

from grantcheck.model.terms import StatementKind
from grantcheck.read.copenhagen.sentences import split_sentences
from grantcheck.read.copenhagen.statements import read_statements
from grantcheck.read.lines import passage, split_lines
from read.reading import profile


def said(text: str) -> list[tuple[object, ...]]:
    section = passage(split_lines(text))
    words = profile().wording.statements
    found = read_statements(section, split_sentences(section.text), words)
    return [(one.kind, one.agreement_year, one.first_reading, one.last_reading) for one in found]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Ved budget 2022 blev parterne enige om at videreføre indsatsen.", 2022),
        ("I Budgetaftale 2023 blev bevillingen forlænget.", 2023),
        ("Med overførselssagen 2021-2022 blev det besluttet at fortsætte bevillingen.", 2021),
        ("Med B24 fortsættes indsatsen.", 2024),
        ("Der anmodes om at videreføre bevillingen.", None),
        ("Der anmodes om 0,2 mio. kr. årligt til videreførsel af tilbuddet.", None),
        ("Det foreslås at forlænge indsatsen.", None),
    ],
)
def test_a_continuation_is_asked_for_or_was_agreed(text: str, year: int | None) -> None:
    assert said(text) == [(StatementKind.CONTINUES, year, None, None)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Bevillingen udløber i 2025.", 2024, 2025),
        ("Bevillingen udløber med udgangen af 2025.", 2025, 2025),
        ("Midlerne udløber ultimo 2025.", 2025, 2025),
        ("Bevillingen løber til og med 2025.", 2025, 2025),
        ("Indsatsen ophører den 31. december 2025.", 2025, 2025),
        ("Midlerne bortfalder fra 2026.", 2025, 2025),
        ("Bevillingen bortfalder i 2026.", 2025, 2026),
    ],
)
def test_an_expiry_admits_its_readings(text: str, first: int, last: int) -> None:
    assert said(text) == [(StatementKind.EXPIRES, None, first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "Samarbejdet kan fortsætte til gavn for alle.",
        "Det findes hensigtsmæssigt at fortsætte dette arbejde.",
        "Det foreslås, at indsatsen ikke videreføres.",
        "Bevillingen udløber ikke i 2025.",
    ],
)
def test_other_sentences_say_nothing(text: str) -> None:
    assert said(text) == []
