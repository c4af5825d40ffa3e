"""Amounts in running text: what a phrase says, and what is left alone."""

from __future__ import annotations

import pytest

from grantcheck.model.terms import ClaimRole, ControlArea, Frequency
from read.reading import claims_in

SERVICE, CAPITAL, TRANSFERS = ControlArea.SERVICE, ControlArea.CAPITAL, ControlArea.TRANSFERS
YEARLY, TOTAL, LASTING = Frequency.PER_YEAR, Frequency.TOTAL, Frequency.PERMANENT


def said(text: str) -> list[tuple[object, ...]]:
    return [
        (claim.amount, claim.from_year, claim.to_year, claim.frequency, claim.control_area)
        for claim in claims_in(text).claims
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("0,2 mio. kr. årligt på service i 2022-2025", [(200_000, 2022, 2025, YEARLY, SERVICE)]),
        ("1,2 mio. kr. i 2024 og 0,9 mio. kr. i 2025-2027", [(1_200_000, 2024, 2024, None, None), (900_000, 2025, 2027, None, None)]),
        ("2,6 mio. kr. samlet på anlæg i 2024-2025", [(2_600_000, 2024, 2025, TOTAL, CAPITAL)]),
        ("0,3 mio. kr. årligt på service i 2026 og frem", [(300_000, 2026, None, YEARLY, SERVICE)]),
        ("46,5 mio. kr. i 2025 og 37,5 mio. kr. i 2026 og frem", [(46_500_000, 2025, 2025, None, None), (37_500_000, 2026, None, None, None)]),
        ("i alt 18,5 mio. kr. på service i 2026-2029", [(18_500_000, 2026, 2029, TOTAL, SERVICE)]),
        ("1,6 mio. kr. varigt fra 2029", [(1_600_000, 2029, None, LASTING, None)]),
        ("1.250 t.kr. årligt i 2026-2027", [(1_250_000, 2026, 2027, YEARLY, None)]),
        ("5,0 mio. kr. på service i 2026 og 5,0 i 2027", [(5_000_000, 2026, 2026, None, SERVICE), (5_000_000, 2027, 2027, None, None)]),
        ("3,3 mio. kr. netto i 2028", [(3_300_000, 2028, 2028, None, None)]),
        ("8,6 mio. kr. på anlæg i perioden 2026-2030", [(8_600_000, 2026, 2030, None, CAPITAL)]),
        ("en reduktion på 0,5 mio. kr. på overførsler i 2027", [(500_000, 2027, 2027, None, TRANSFERS)]),
        ("3.977 mio. kr.", [(3_977_000_000, None, None, None, None)]),
        ("42,951 mio. kr.", [(42_951_000, None, None, None, None)]),
        ("7.803 t.kr.", [(7_803_000, None, None, None, None)]),
        ("1.000 kr.", [(1_000, None, None, None, None)]),
        ("1,25 mia. kr.", [(1_250_000_000, None, None, None, None)]),
        ("3,5 mill. kr. i 2026", [(3_500_000, 2026, 2026, None, None)]),
        ("495,9 mio.kr.", [(495_900_000, None, None, None, None)]),
        ("205.000 kr. årligt fra 2026 til 2029", [(205_000, 2026, 2029, YEARLY, None)]),
        ("0,4 mio. kr. i 2026 og 2027", [(400_000, 2026, 2027, None, None)]),
        ("0,4 mio. kr. i 2026, 2027 og 2028", [(400_000, 2026, 2028, None, None)]),
        ("57,0 mio.\nkr. på anlæg i 2026-\n2029", [(57_000_000, 2026, 2029, None, CAPITAL)]),
        ("0,2 mio. kr. i 2026 p/l", [(200_000, None, None, None, None)]),
        ("1,1 mio. kr. (2026 p/l) årligt på service", [(1_100_000, None, None, YEARLY, SERVICE)]),
        ("kr. 200.000 pr. år i 2026-2027", [(200_000, 2026, 2027, YEARLY, None)]),
        ("200.000 kroner i 2026", [(200_000, 2026, 2026, None, None)]),
        ("200\u00a0000 kr. i 2026", [(200_000, 2026, 2026, None, None)]),
        ("1\u202f250\u00a0t.kr. i 2026", [(1_250_000, 2026, 2026, None, None)]),
        ("200 tkr. i 2026", [(200_000, 2026, 2026, None, None)]),
        ("200 tusind kr.", [(200_000, None, None, None, None)]),
        ("0,2 millioner kroner per år", [(200_000, None, None, YEARLY, None)]),
        ("0,2 mio. kr. i 2026 og årene frem", [(200_000, 2026, None, None, None)]),
        ("0,2 mio. kr. i 2026. I 2027 er der intet.", [(200_000, 2026, 2026, None, None)]),
    ],
)  # fmt: skip
def test_a_phrase_says_only_what_stands_in_it(text: str, claims: list[tuple[object, ...]]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "0,2-0,4 mio. kr. i 2026",
        "mellem 0,2 og 0,4 mio. kr.",
        "12 500 t.kr. i 2026",
        "42,\n9 mio. kr.",
        "op til 5,0 mio. kr.",
        "2,0 mio. kr. på service og anlæg i 2026",
        "1,0 mio. kr. i 2026/27",
        "1,0 mio. kr. i 2026 og 2028",
        "to hundrede tusind kroner",
        "½ mio. kr. i 2026",
        "205.000,- i 2026",
        "DKK 205.000",
        "0,2 mio. i 2026",
        "minus 0,2 mio. kr.",
        "3 x 2 mio. kr.",
        "0,2 mio. kr. (2026-2029)",
        "0,2 mio. kr. årlig i 2026",
        "0,2 mio. kr. på serviceområdet",
        "0,2 mio. kr. hhv. i 2026 og 2027",
        "0,2 mio. kr. frem til 2029",
        "0,2 mio. kr./år",
    ],
)
def test_a_phrase_that_can_be_read_in_two_ways_is_told_and_not_taken(text: str) -> None:
    found = claims_in(text)
    assert found.claims == ()
    assert [entry.about for entry in found.unread] == ["claims"]


@pytest.mark.parametrize(
    "text", ["2,5 årsværk à 580.000 kr.", "12.000 kr. pr. plads", "2,5 pct. af midlerne"]
)
def test_prices_are_no_grants(text: str) -> None:
    found = claims_in(text)
    assert (found.claims, found.unread) == ((), ())


def test_the_precision_is_that_of_the_last_digit() -> None:
    found = claims_in("0,2 mio. kr., 1.250 t.kr. og 205.000 kr. samt 42,951 mio. kr.")
    assert [claim.precision for claim in found.claims] == [100_000, 1_000, 1, 1_000]


def test_the_sentence_gives_the_amount_its_role() -> None:
    found = claims_in(
        "I den forbindelse blev der afsat 0,2 mio. kr. årligt i 2022-2025. Der anmodes om 0,3 mio. kr. i 2026. "
        "Lejen er 0,1 mio. kr. i 2027."
    )
    assert [claim.role for claim in found.claims] == [ClaimRole.PRIOR, ClaimRole.REQUEST, ClaimRole.MENTION]
    assert [claim.sentence for claim in found.claims] == [0, 1, 2]


def test_a_cancellation_of_forty_digits_keeps_them_all() -> None:
    (claim,) = claims_in(f"Der blev afsat -{'4' * 40} mio. kr. i 2026.").claims
    assert claim.amount == -int("4" * 40) * 1_000_000
