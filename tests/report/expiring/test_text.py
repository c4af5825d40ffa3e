"""What expires, in a terminal of eighty columns."""

from __future__ import annotations

import pytest
from register.grants import grant_of

from grantcheck.model.text import Language
from grantcheck.report.expiring.text import ExpiringText
from grantcheck.report.page import plain_page
from report.test_golden import check

from .views import over_two_areas, view


def text(shown, language: Language = "en") -> str:
    return ExpiringText(plain_page(), language).rendered(shown)


@pytest.mark.parametrize("language", ["en", "da"])
def test_what_is_printed(language):
    printed = text(view(), language)
    check(f"expiring-80-{language}.txt", printed)
    assert max(map(len, printed.splitlines())) <= 80


@pytest.mark.parametrize("language", ["en", "da"])
def test_without_notes_nobody_is_said_to_ask_or_not(language):
    printed = text(view(asked=False), language)
    check(f"expiring-without-notes-80-{language}.txt", printed)
    assert "GC703" not in printed


def test_both_years_stand_in_the_heading_and_by_each_grant():
    printed = text(view())
    assert printed.startswith("Grants that expire: last funded year 2025, first unfunded year 2026\n")
    assert printed.count("last funded 2025, first unfunded 2026") == 4


def test_a_year_in_which_nothing_ends_says_so_and_still_names_what_is_not_known():
    printed = text(view(grant_of("G1", "Bro", years=(2022,))))
    assert "No grant is known to have 2026 as its first unfunded year." in printed
    assert "Every other grant with money in 2025 is known to go on." in printed
    assert "By committee" not in printed


def test_one_grant_is_no_plural():
    assert "1 grant expires; 13 000 000 kr. a year falls away." in text(view(over_two_areas()))
    assert "1 bevilling udløber; 13.000.000 kr. om året falder bort." in text(view(over_two_areas()), "da")


def test_more_grants_than_anyone_reads_are_counted():
    many = [grant_of(f"G{number:04}", "Bro") for number in range(503)]
    printed = text(view(*many))
    assert printed.count("last funded 2025") == 500
    assert "… and 3 more; --format csv, json or xlsx gives them all." in printed
    assert "503 grants expire; 171 020 000 kr. a year falls away." in printed


def test_what_is_renewed_often_is_counted_and_no_text_acts_on_the_terminal():
    agreed = [f"Budgetaftale {year}" for year in range(2022, 2026)]
    grants = [grant_of("G\x1b[31m", "x\u202ey", agreement=name, years=(2025,)) for name in agreed]
    rows = tuple(row for grant in grants for row in grant.rows)
    shown = type(grants[0])(grants[0].id, grants[0].title, rows, (2025, 2026))
    printed = text(view(shown, asked=False))
    assert "renewed 3 times" in printed
    assert "\x1b" not in printed
    assert "\u202e" not in printed
