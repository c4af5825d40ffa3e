"""Titles of one grant are told from titles that only sound alike."""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.model.grant_match import CONFIDENT
from grantcheck.register.titles import APART, Difference, likeness

PAIRS = Path(__file__).parent / "title_pairs.csv"
DOCS = Path(__file__).parents[2] / "docs" / "matching.md"
HALVES = ("tuned", "held-out")


@dataclass(frozen=True)
class Pair:
    half: str
    same: str
    kind: str
    left: str
    right: str

    @property
    def chosen(self) -> bool:
        return likeness(self.left, self.right).score >= CONFIDENT


def pairs(half: str, same: str) -> list[Pair]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = [Pair(**row) for row in csv.DictReader(file, delimiter=";")]
    return [pair for pair in rows if (pair.half, pair.same) == (half, same)]


@pytest.mark.parametrize("half", HALVES)
def test_no_two_grants_are_taken_for_one(half):
    assert [(pair.left, pair.right) for pair in pairs(half, "no") if pair.chosen] == []


@pytest.mark.parametrize("half", HALVES)
def test_the_documentation_states_how_many_are_found(half):
    alike, apart = pairs(half, "yes"), pairs(half, "no")
    found = sum(pair.chosen for pair in alike)
    wrong = sum(pair.chosen for pair in apart)
    line = (
        f"| {half} | {len(alike)} | {len(apart)} | {found / (found + wrong):.2f} | {found / len(alike):.2f} |"
    )
    assert line in DOCS.read_text("utf-8"), f"docs/matching.md should state: {line}"


def test_the_documentation_states_how_many_pairs_and_which_limit():
    total = sum(len(pairs(half, same)) for half in HALVES for same in ("yes", "no"))
    text = DOCS.read_text("utf-8")
    assert f"{total} labelled pairs" in text
    assert f"limit of {CONFIDENT};" in text
    assert re.search(rf"at least \*\*{CONFIDENT}\*\*", text)


def test_the_set_has_hard_cases_of_both_sorts_in_each_half():
    for half in HALVES:
        assert len({pair.kind for pair in pairs(half, "yes")}) >= 10
        assert len({pair.kind for pair in pairs(half, "no")}) >= 10
        assert len(pairs(half, "yes")) + len(pairs(half, "no")) >= 60


@pytest.mark.parametrize(
    ("left", "right", "differences"),
    [
        ("Svømmehal, etape 1", "Svømmehal, etape 2", {Difference.NUMBER, Difference.WORDS}),
        ("Kulturnat 2025", "Kulturnat 2026", {Difference.YEAR}),
        ("Drift af svømmehal", "Svømmehal", {Difference.STAGE}),
        ("Svømmehal i Valby", "Svømmehal i Vanløse", {Difference.WORDS}),
        ("Svømmehal med tilsyn", "Svømmehal uden tilsyn", {Difference.STAGE}),
    ],
)
def test_what_makes_two_grants_is_named(left, right, differences):
    found = likeness(left, right)
    assert set(found.differences) <= differences
    assert found.differences
    assert found.score <= APART


def test_what_only_one_title_says_is_named_on_its_side():
    found = likeness("Rådgivning om gæld", "Rådgivning om gæld for unge")
    assert (found.only_left, found.only_right) == ((), ("ung",))
    assert found.shared == ("gaeld", "raadgivning")


def test_a_year_that_one_title_names_counts_a_little():
    assert 55 < likeness("Kulturnat", "Kulturnat 2026").score < 100


def test_titles_without_a_telling_word_are_alike_only_when_equal():
    assert likeness("til og fra", "fra og til").score == 100
    assert likeness("til", "fra").score == 0


WORDS = st.sampled_from(
    [
        "Mæglingsindsats",
        "mægler",
        "konfliktmægling",
        "skolehaver",
        "haver",
        "skole",
        "unge",
        "børn",
        "på",
        "i",
        "Valby",
        "Østerbro",
        "etape",
        "1",
        "2",
        "2026",
        "drift",
        "anlæg",
        "uden",
        "lektiehjælp",
        "hjælp",
        "lektier",
        "indsats",
        "Café",
        "hjælpemidler",
        "BU06",
        "første",
    ]
)
TITLES = st.lists(WORDS, max_size=6).map(" ".join)


@given(TITLES)
def test_a_title_is_wholly_like_itself(title):
    assert likeness(title, title).score == 100


@given(TITLES, TITLES)
def test_neither_side_comes_first(left, right):
    assert likeness(left, right) == likeness(right, left).swapped()


@given(TITLES, TITLES, st.randoms(use_true_random=False))
def test_the_order_of_words_makes_no_difference(left, right, random):
    words = left.split()
    random.shuffle(words)
    assert likeness(" ".join(words), right) == likeness(left, right)


@given(TITLES, TITLES)
def test_case_and_unicode_form_make_no_difference(left, right):
    assert likeness(left.upper(), right) == likeness(left, right)
    assert likeness(unicodedata.normalize("NFD", left), right) == likeness(left, right)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_has_a_score(left, right):
    assert 0 <= likeness(left, right).score <= 100
    assert likeness(left, left).score == 100
