"""A rule with a table of thresholds, and tables to be spoilt."""

from __future__ import annotations

from pathlib import Path

from rules.written import VOCABULARY, spoilt

TABLE = """\
request.year;prior.area;most;# remark
2025..2026;service;5 000;settled in January
2025..2026;anlæg;10 000;
2027;-;7 500;
"""
RULE = """\
id: OFFICE001
name: change
severity: warning
title: {en: Too large a change, da: For stor en ændring}
rationale: {en: Large changes want words, da: Store ændringer kræver ord}
reference: the office's own bounds
facts: {request: request, prior: prior}
tables:
  allowed:
    file: allowed.csv
    hit: unique
    decimal: ","
    outputs:
      most: {type: money, means: {en: the bound, da: grænsen}}
applies_when: [request.year > prior.year]
needs: [request.amount]
broken_when:
  - when: request.amount > allowed.most
message: {en: "{request.amount} is above {allowed.most}", da: "{request.amount} er over {allowed.most}"}
unverified: {en: It is open, da: Det er åbent}
evidence: [request]
fix: {en: Ask for less, da: Søg om mindre}
tests:
  - name: at the bound it holds
    facts: {request: {year: 2026, amount: 5000}, prior: {year: 2024, area: SERVICE}}
    outcome: holds
  - name: a krone above the bound is broken
    facts: {request: {year: 2026, amount: 5001}, prior: {year: 2024, area: service}}
    outcome: broken
  - name: capital may be more
    facts: {request: {year: 2025, amount: 10000}, prior: {year: 2024, area: anlæg}}
    outcome: holds
  - name: from 2027 all is one
    facts: {request: {year: 2027, amount: 7501}, prior: {year: 2024, area: overførsler}}
    outcome: broken
  - name: nothing was settled for transfers
    facts: {request: {year: 2026, amount: 5000}, prior: {year: 2024, area: overførsler}}
    outcome: not_verifiable
  - name: the same year does not apply
    facts: {request: {year: 2026, amount: 5000}, prior: {year: 2026, area: service}}
    outcome: not_applicable
"""
FIRST = spoilt("hit: unique", "hit: first", RULE)


def folder_with(folder: Path, rule: str = RULE, table: str = TABLE) -> Path:
    """A folder of rules: the rule, its table, the small vocabulary."""
    (folder / "base").mkdir(exist_ok=True)
    (folder / "facts.yaml").write_text(VOCABULARY, "utf-8")
    (folder / "base" / "office001_change.yaml").write_text(rule, "utf-8")
    (folder / "base" / "allowed.csv").write_text(table, "utf-8")
    return folder
