"""A case as a row of a table is judged as the same case as a note."""

from __future__ import annotations

import csv
import json
from collections import Counter
from datetime import date
from random import Random

import pytest

from grantcheck.bulk.audit import BulkResult, Job, audit_tables
from grantcheck.bulk.screen import NOTHING
from grantcheck.data.profile import load_profile
from grantcheck.data.shipped import shipped_rules
from grantcheck.derive.facts import derive
from grantcheck.derive.price_levels.assumptions import Assumptions
from grantcheck.engine.judge import judge
from grantcheck.judge.verdict import REPORTED, verdict
from grantcheck.model.choices import AmountChoices
from grantcheck.model.grant import GrantRow, folded
from grantcheck.model.grant_match import MatchedGrant
from grantcheck.model.outcome import Outcome
from grantcheck.model.terms import ControlArea
from grantcheck.prices.book import price_book
from grantcheck.read.reading import Reading, ReadingOptions
from grantcheck.register.match import match
from grantcheck.register.round import in_round
from grantcheck.rules.loading import load_rules

pytest.importorskip("duckdb")

AS_OF = date(2026, 6, 1)
YEARS = (2025, 2026, 2027, 2028, 2029, 2030, 2031)
AGREEMENTS = ("Budgetaftale 2022", "Overførselssagen 2023-2024", "Tidligere bevilling", "Budgetaftale 2027")
LABELS = ("Bevillingsudløb", "Need to", "Bestilt administrativt", "Bestilt af fagudvalg", "Hjemmelavet")
OWN_WORDS = {"GC701", "GC702"}
"""Their messages name other cases, which are rows here and files there."""


def proposal(random: Random, number: int, grants: list[str]) -> dict[str, object]:
    level = random.choice([205_000, 300_000, 1_000, -40_000])
    first = random.choice([2026, 2027, 2027, 2027, 2028])
    amounts: dict[int, int] = {}
    for year in range(first, first + random.choice([1, 3, 4, 4, 4])):
        if random.random() < 0.95:
            amounts[year] = random.choice([level, level, level, level, 0, level + 5_740])
    return {
        "code": f"AB{number if random.random() < 0.9 else 1:02d}",
        "budget_year": random.choice([2027, 2027, 2026, 2019]),
        "grant": random.choice([*grants, *grants, "G-unknown", None]),
        "title": random.choice(["Titel", "Titel", None]),
        "subtitle": random.choice(["Bevillingsudløb", "bevillingsudløb", "Andet", None]),
        "activity": "Rengøring",
        "control_area": random.choice(["service", "service", "capital", "transfers", None]),
        "price_level": random.choice([2027, 2027, 2026, "current", None]),
        "categories": random.choice([None, (), *(tuple(random.sample(LABELS, k)) for k in (1, 1, 2, 2, 3))]),
        "asks_to_continue": random.choice([True, True, None]),
        "amounts": amounts,
    }


def allocations(random: Random, grant: str) -> list[dict[str, object]]:
    levels = random.choice([[2027], [2027], [2026], [2020], ["current"], [None], [2026, 2027]])
    amount = random.choice([205_000, 300_000, 1_000])
    rows = []
    for agreement in random.sample(AGREEMENTS, random.choice([1, 1, 1, 2, 3])):
        start = random.choice([2021, 2022, 2023])
        for year in range(start, start + random.choice([1, 3, 4, 5])):
            if random.random() < 0.85:
                rows.append(  # noqa: PERF401 - a loop in a loop reads better so
                    {
                        "grant": grant,
                        "agreement": agreement,
                        "control_area": random.choice(["service", "service", "capital"]),
                        "price_level": random.choice(levels),
                        "year": year,
                        "amount": random.choice(
                            [amount, amount, amount, amount, 0, -amount, amount - 60_000]
                        ),
                    }
                )
    return rows


def as_note(case: dict[str, object], register: list[dict[str, object]]) -> dict[str, object]:
    """The case as a structured note; the grant's rows of the register are its table of earlier money."""
    level, area = case["price_level"], case["control_area"]
    tables = [
        {
            "kind": "overview",
            "price_level": level,
            "precision": 1,
            "years": sorted(case["amounts"]),
            "rows": [{"label": case["activity"], "control_area": area, "amounts": case["amounts"]}],
        }
    ]
    own = [row for row in register if row["grant"] == case["grant"]]
    if own:
        levels = {row["price_level"] for row in own}
        by_agreement: dict[str, Counter[int]] = {}
        for row in own:
            by_agreement.setdefault(row["agreement"], Counter())[row["year"]] += row["amount"]
        tables.append(
            {
                "kind": "prior",
                "price_level": next(iter(levels)) if len(levels) == 1 else None,
                "precision": 1,
                "years": sorted({row["year"] for row in own}),
                "rows": [{"label": name, "amounts": dict(years)} for name, years in by_agreement.items()],
            }
        )
    marks = case["categories"]
    return {
        **{key: case[key] for key in ("code", "title", "subtitle", "budget_year")},
        "categories": {} if marks is None else list(marks),
        "statements": [{"kind": "continues", "text": "videreføres"}] if case["asks_to_continue"] else [],
        "claims": [],
        "tables": tables,
    }


def grants_of(register: list[dict[str, object]]):
    rows = [
        GrantRow(
            row["grant"], "", row["agreement"], ControlArea(row["control_area"]), "", "", "",
            row["price_level"], row["year"], row["amount"],
        )
        for row in register
    ]  # fmt: skip
    return folded(rows, {})


def judged_as_notes(cases, register, assumptions, folder):
    """By rule the counts, and every finding as (position, rule, outcome, message)."""
    file = folder / "notes.json"
    file.write_text(json.dumps({"schema_version": 1, "notes": [as_note(case, register) for case in cases]}))
    book, profile = load_rules(shipped_rules()), load_profile(shipped_rules())
    grants = grants_of(register)
    (document,) = Reading(profile, ReadingOptions()).documents([file])
    matched = []
    for case, note in zip(cases, document.notes, strict=True):
        as_sheet = note.source.model_copy(update={"media_type": "text/csv"})
        found = match(document, note.model_copy(update={"source": as_sheet}), ())
        grant = grants.get(case["grant"])
        own = () if grant is None else (MatchedGrant(grant, None, 100, (), settled_by="x"),)
        matched.append(found.model_copy(update={"with_register": True, "grants": own}))
    matched = in_round(matched)
    facts = [derive(case, profile, assumptions) for case in matched]
    counts: dict[str, Counter[Outcome]] = {}
    findings = []
    rulings = judge(book, facts, "reference")
    for position, (case, about, ruled) in enumerate(zip(matched, facts, rulings, strict=True), 1):
        said = verdict(case, about, ruled, book, "en")
        for rule, outcome in said.outcomes.items():
            counts.setdefault(rule, Counter())[outcome] += 1
        findings += [
            (position, one.rule, one.outcome.value, one.message)
            for one in said.findings
            if one.outcome in REPORTED
        ]
    return counts, findings


def write_tables(cases, register, folder):
    proposals, allocated = folder / "proposals.csv", folder / "allocations.csv"
    with proposals.open("w", newline="", encoding="utf-8") as stream:
        heads = [key for key in cases[0] if key != "amounts"]
        table = csv.writer(stream)
        table.writerow([*heads, *YEARS])
        for case in cases:
            marks = case["categories"]
            told = {**case, "categories": None if marks is None else ";".join(marks) or "-"}
            table.writerow([*(told[head] for head in heads), *(case["amounts"].get(year) for year in YEARS)])
    with allocated.open("w", newline="", encoding="utf-8") as stream:
        table = csv.DictWriter(stream, list(register[0]))
        table.writeheader()
        table.writerows(register)
    return proposals, allocated


def judged_as_tables(cases, register, assumptions, folder, **choices) -> tuple[BulkResult, list]:
    proposals, allocated = write_tables(cases, register, folder)
    book, profile = load_rules(shipped_rules()), load_profile(shipped_rules())
    target = folder / "findings.jsonl"
    result = audit_tables(Job(proposals, allocated, book, profile, assumptions, **choices), [target])
    told = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    return result, [(one["row"], one["rule"], one["outcome"], one["message"]) for one in told]


SERIES = """
series: made-up
title: {en: Made up, da: Opdigtet}
kind: general
unit: percent
source: made up
steps:
"""


def with_series(folder, **choices) -> Assumptions:
    """Rates of every year, the later ones in two editions that differ."""
    steps = [(year, "2.8", "2024-06-30") for year in range(2018, 2032)]
    steps += [(year, "3.3", "2025-06-30") for year in range(2025, 2028)]
    lines = (
        f'  - {{from: {year}, to: {year + 1}, value: "{value}", status: estimate, edition: {day}, reference: made up}}\n'
        for year, value, day in steps
    )
    (folder / "series.yaml").write_text(SERIES + "".join(lines), encoding="utf-8")
    book = price_book([(None, "./series.yaml")], shipped_rules(), folder, AS_OF)
    return Assumptions(book, AmountChoices(**choices))


def drawn(seed):
    random = Random(seed)  # noqa: S311 - cases, no secrets
    grants = [f"G{number}" for number in range(40)]
    register = [row for grant in grants for row in allocations(random, grant)]
    return [proposal(random, number, grants) for number in range(1, 91)], register


def check(seed, prices, folder, **choices):
    cases, register = drawn(seed)
    counts, findings = judged_as_notes(cases, register, prices, folder)
    result, told = judged_as_tables(cases, register, prices, folder, cases_a_batch=37, **choices)
    assert not result.faults
    assert not result.differences
    for rule, found in result.counts.items():
        assert (rule, +found) == (rule, +counts[rule])
    wanted = sorted(one for one in findings if one[1] in result.counts)
    assert Counter(one[:3] for one in told) == Counter(one[:3] for one in wanted)
    assert plain(told) == plain(wanted)
    return result


def plain(findings):
    """Those whose messages must be the same words."""
    return {one for one in findings if one[1] not in OWN_WORDS and one[2] != "not_verifiable"}


@pytest.mark.parametrize(("seed", "engine"), [(0, "durable"), (1, "reference"), (2, "reference")])
def test_every_outcome_and_message_is_that_of_the_same_case_as_a_note(seed, engine, tmp_path):
    check(seed, Assumptions(), tmp_path, engine=engine)


@pytest.mark.parametrize("choices", [{}, {"editions": "in-force"}, {"tolerance": 10_000}])
def test_the_earlier_level_is_carried_by_the_same_rates(choices, tmp_path):
    result = check(3, with_series(tmp_path, **choices), tmp_path, engine="reference")
    assert +result.counts["GC202"] != Counter({Outcome.NOT_APPLICABLE: 90})


def test_numbers_too_large_for_the_database_are_worked_out_one_by_one(monkeypatch, tmp_path):
    monkeypatch.setattr("grantcheck.bulk.facts.rates._LARGEST", 10)
    check(3, with_series(tmp_path), tmp_path, engine="reference")


def test_cases_judged_in_full_agree_with_the_screen(monkeypatch, tmp_path):
    monkeypatch.setattr("grantcheck.bulk.sample.ONE_IN", 1)
    result = check(4, Assumptions(), tmp_path, engine="durable")
    assert result.sampled == 90


def test_a_screen_that_is_wrong_is_found_out(monkeypatch, tmp_path):
    monkeypatch.setattr("grantcheck.bulk.sample.ONE_IN", 1)
    monkeypatch.setattr("grantcheck.bulk.screen.HOLDS", NOTHING)
    cases, register = drawn(4)
    result, _ = judged_as_tables(cases, register, Assumptions(), tmp_path, engine="durable")
    assert any("GC102" in one and "the screen says n, the engine h" in one for one in result.differences)
