"""Which row fits, and what becomes of a rule where none does."""

from __future__ import annotations

import pytest

from grantcheck.engine.judge import judge
from grantcheck.judge.verdict import outcome_of
from grantcheck.model.fact import Fact
from grantcheck.model.outcome import Outcome
from grantcheck.rules.loading import load_rules
from grantcheck.rules.tables.lookup import with_rows
from rules.written import spoilt

from .tabled import FIRST, RULE, TABLE, folder_with

KRONE = 100


def request(year, amount=None):
    return Fact("request", {"year": year} | ({} if amount is None else {"amount": amount * KRONE}))


def prior(area="service", amount=None):
    fields = {"year": 2020, "area": area, "cancelled": 0}
    return Fact("prior", fields | ({} if amount is None else {"amount": amount * KRONE}))


def outcomes(folder, *facts) -> set[Outcome]:
    """The outcome by either engine."""
    book = load_rules(folder)
    case = with_rows(facts, book.judged)
    return {
        outcome_of(book.rules[0], judge(book, [case], engine)[0].rulings)
        for engine in ("durable", "reference")
    }


def test_the_row_that_fits_gives_the_bound(tmp_path):
    folder = folder_with(tmp_path)
    assert outcomes(folder, request(2026, 5000), prior()) == {Outcome.HOLDS}
    assert outcomes(folder, request(2026, 5001), prior()) == {Outcome.BROKEN}
    assert outcomes(folder, request(2026, 5001), prior("ANLÆG")) == {Outcome.HOLDS}


def test_every_combination_has_its_own_row(tmp_path):
    book = load_rules(folder_with(tmp_path))
    case = with_rows([request(2026, 6000), request(2027, 6000), prior(), prior("anlæg")], book.judged)
    for engine in ("durable", "reference"):
        (judged,) = judge(book, [case], engine)
        assert [ruling.outcome for ruling in judged.rulings] == [
            Outcome.BROKEN, Outcome.HOLDS, Outcome.HOLDS, Outcome.HOLDS,
        ]  # fmt: skip


def test_where_no_row_fits_the_rule_is_not_verifiable_and_says_for_what(tmp_path):
    folder = folder_with(tmp_path)
    assert outcomes(folder, request(2028, 5), prior()) == {Outcome.NOT_VERIFIABLE}
    *_, row = with_rows([request(2028, 5), prior()], load_rules(folder).judged)
    assert row.fields["no_row"] == 1
    assert row.missing["most"].en == (
        "a row of the table base/allowed.csv that fits (the year: 2028, the area: “service”)"
    )


def test_or_it_does_not_apply_where_the_table_says_so(tmp_path):
    folder = folder_with(tmp_path, spoilt("hit: unique", "hit: unique\n    no_row: not_applicable", RULE))
    assert outcomes(folder, request(2028, 5), prior()) == {Outcome.NOT_APPLICABLE}


BY_AMOUNT = (
    TABLE.replace("request.year;", "request.amount;")
    .replace("2025..2026", "0..5 000")
    .replace("2027", "> 5 000")
)


@pytest.mark.parametrize("no_row", ["not_verifiable", "not_applicable"])
def test_a_missing_value_that_the_table_asks_leaves_it_open(tmp_path, no_row):
    rule = spoilt("hit: unique", f"hit: unique\n    no_row: {no_row}", RULE)
    folder = folder_with(tmp_path, rule, BY_AMOUNT)
    assert outcomes(folder, request(2026), prior()) == {Outcome.NOT_VERIFIABLE}
    *_, row = with_rows([request(2026), prior()], load_rules(folder).judged)
    assert row.fields["no_row"] == 0
    assert row.missing["most"].en == "the amount, for which the table base/allowed.csv asks"


def test_a_missing_value_that_no_fitting_row_asks_does_no_harm(tmp_path):
    folder = folder_with(tmp_path, table="request.year;prior.amount;most\n2026;-;5 000\n2027;> 3;9 000\n")
    assert outcomes(folder, request(2026, 5000), prior()) == {Outcome.HOLDS}
    assert outcomes(folder, request(2027, 5000), prior()) == {Outcome.NOT_VERIFIABLE}


def test_the_first_row_that_fits_counts(tmp_path):
    table = "request.year;most\n<= 2026;5 000\n-;9 000\n"
    folder = folder_with(tmp_path, FIRST, table)
    assert outcomes(folder, request(2026, 5001), prior()) == {Outcome.BROKEN}
    assert outcomes(folder, request(2027, 5001), prior()) == {Outcome.HOLDS}


def test_a_row_that_may_come_before_leaves_it_open(tmp_path):
    folder = folder_with(tmp_path, FIRST, "prior.amount;most\n> 3;5 000\n-;9 000\n")
    assert outcomes(folder, request(2026, 5), prior()) == {Outcome.NOT_VERIFIABLE}
    assert outcomes(folder, request(2026, 5), prior(amount=2)) == {Outcome.HOLDS}


def test_the_rows_are_looked_up_once_however_often_they_are_asked_for(tmp_path):
    book = load_rules(folder_with(tmp_path))
    once = with_rows([request(2026, 5), prior()], book.judged)
    assert with_rows(once, book.judged) == once


def test_a_row_bears_the_place_of_its_thresholds(tmp_path):
    *_, row = with_rows([request(2026, 5), prior()], load_rules(folder_with(tmp_path)).judged)
    (trace,) = row.traces
    assert (trace.role, trace.path, trace.location.line, trace.place.da) == (
        "threshold", "base/allowed.csv", 2, "base/allowed.csv, linje 2, kolonne C",
    )  # fmt: skip
    assert row.shown["row"].da == "base/allowed.csv, C2: grænsen 5.000 kr."


def test_a_table_that_changes_changes_the_hash_of_the_rules(tmp_path):
    before = load_rules(folder_with(tmp_path)).sha256
    assert load_rules(folder_with(tmp_path, table=TABLE.replace("5 000", "5 001"))).sha256 != before
