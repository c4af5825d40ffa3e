"""Looking grants up by their words finds what comparing with every grant would find."""

from __future__ import annotations

from itertools import product

import pytest
from builders import FLAT, note_of, profile

from grantcheck.register import grant_index
from grantcheck.register.grant_index import GrantIndex
from grantcheck.register.identify import identified
from register.grants import grant_of

WHAT = ("Rådgivning", "Lektiehjælp", "Skolehaver", "Værested", "Mæglingsindsats", "Natteravne", "Musikhold")
FOR = ("for unge", "for ældre", "til børn", "til familier", "for hjemløse")
WHERE = ("i Valby", "på Nørrebro", "på Amager", "i Sydhavnen", "på plejehjem", "i skoler")
GRANTS = [grant_of(f"G{n:03}", " ".join(words)) for n, words in enumerate(product(WHAT, FOR, WHERE))]
TITLES = [
    *(grant.title for grant in GRANTS[::23]),
    "Hjælp til lektier for unge i Valby",
    "I Valby: mæglerindsats for ældre",
    "Skolehaver",
    "Unge på Amager",
    "Rådgivning til børnefamilier",
]


@pytest.mark.parametrize("title", TITLES)
def test_the_same_grant_is_taken_as_among_all(title, monkeypatch):
    note = note_of(request=FLAT, title=title)
    quick = identified(note, GrantIndex.of(GRANTS), profile())
    monkeypatch.setattr(grant_index, "_MOST", len(GRANTS))
    monkeypatch.setattr(grant_index, "_COMMON", len(GRANTS))
    assert quick.grants == identified(note, GrantIndex.of(GRANTS), profile()).grants


def test_a_word_that_every_grant_has_finds_them_where_there_is_no_rarer_one(monkeypatch):
    monkeypatch.setattr(grant_index, "_COMMON", 3)
    index = GrantIndex.of(GRANTS)
    assert index.near(index.names[0])[0] == 0


def test_a_name_that_no_grant_shares_a_word_with_finds_none():
    (names,) = GrantIndex.of([grant_of("G1", "Kajakpolo")]).names
    assert GrantIndex.of(GRANTS).near(names) == ()
