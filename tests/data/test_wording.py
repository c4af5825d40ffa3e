"""The words that rules on the text look for."""

from __future__ import annotations

import pytest
from builders import profile

WORDS = profile().wording


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("et 2-årigt projekt", [2]),
        ("en toårig indsats", [2]),
        ("over en fireårig periode", [4]),
        ("3 års projekt fom 2012", [3]),
        ("et 3-års forsøg", [3]),
        ("et toårigt lokalt projekt", [2]),
        ("forlænge begge tilbud i fire år", [4]),
        ("videreføre indsatsen i to år", [2]),
        ("en periode på tre år", [3]),
        ("en treårig indsats og derefter et toårigt forsøg", [3, 2]),
        ("de 6-årige elever", []),
        ("et 2-årigt barn", []),
        ("børnene går i vuggestue i to år", []),
        ("en 2-årig planlægningshorisont", []),
        ("et toårigt uddannelsesforløb", []),
        ("for to år siden", []),
        ("projektet begyndte for tre år siden", []),
        ("to af årene i 2026-2029", []),
        ("en indsats i 2026-2029", []),
    ],
)
def test_durations_of_money_are_found_and_ages_are_not(text, found):
    assert [years for _, years in WORDS.durations.found(text)] == found


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("3 års projekt fom 2012", 2012),
        ("et toårigt projekt fra og med 2024", 2024),
        ("et toårigt projekt fra 2024-2025", None),
        ("fra 2024 og fra 2026", None),
        ("et toårigt projekt", None),
    ],
)
def test_a_duration_may_name_its_first_year(text, year):
    assert WORDS.durations.start(text) == year


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("engangsmidler til møbler", ["engangsmidler"]),
        ("Éngangsudgift", ["Éngangsudgift"]),
        ("et forsøg med natåbent", ["forsøg"]),
        ("Pilotprojekt", ["Pilotprojekt"]),
        ("en midlertidig bevilling", ["midlertidig bevilling"]),
        ("Etablering af køkken", ["Etablering"]),
        ("Etablering og drift af køkken", []),
        ("Etablering af et team samt opfølgning", []),
        ("midlertidige boliger", []),
        ("forebyggelse af selvmordsforsøg", []),
        ("borgerne forsøger selv", []),
    ],
)
def test_one_offs_are_found_and_words_like_them_are_not(text, found):
    assert WORDS.one_off.found(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "xx skoler",
        "XX,X mio. kr.",
        "[indsæt antal]",
        "TBD",
        "Lorem ipsum dolor",
        "Skriv her",
        "Klik eller tryk her for at skrive tekst.",
        "Teknisk post",
        "beløbet må revideres",
        "Hvor mange ???",
        "Navn: ____",
    ],
)
def test_text_of_a_draft_is_found(text):
    assert WORDS.leftovers.found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mødes de igen? Ja.",
        "str. XXL",
        "Bydækkende ☒",
        "[1] jf. bilag",
        "Planen revideres i 2027.",
        "Borgerne kan skrive her og nu.",
        "x",
    ],
)
def test_ordinary_text_is_no_draft(text):
    assert WORDS.leftovers.found(text) == []


def test_every_list_of_words_names_its_source():
    assert all(part.source for part in (WORDS.asks, WORDS.grants, WORDS.durations, WORDS.one_off))
    assert all(part.source for part in (WORDS.explains_change, WORDS.leftovers))
