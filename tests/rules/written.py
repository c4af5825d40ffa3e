"""A folder of rules with one small vocabulary and one sound rule, to be spoilt line by line."""

from __future__ import annotations

from pathlib import Path

from grantcheck.data.marked_yaml import parse
from grantcheck.data.validated import validated
from grantcheck.rules.checking import checked
from grantcheck.rules.rule import Rule
from grantcheck.rules.schema import RuleFile
from grantcheck.rules.vocabulary import Vocabulary

PATH = Path("rules/base/gc103_overlap.yaml")
VOCABULARY = """\
kinds:
  prior:
    means: {en: granted before, da: tidligere afsat}
    fields:
      year: {type: year, means: {en: the year, da: året}}
      amount: {type: money, optional: true, means: {en: the amount, da: beløbet}}
      area: {type: text, means: {en: the area, da: området}}
      cancelled: {type: flag, means: {en: it was cancelled, da: den er tilbageført}}
      terms: {type: amounts, means: {en: the figures, da: tallene}}
      name: {type: sentence, means: {en: its name, da: dens navn}}
  request:
    means: {en: asked for, da: ønsket}
    fields:
      year: {type: year, means: {en: the year, da: året}}
      amount: {type: money, optional: true, means: {en: the amount, da: beløbet}}
"""
RULE = """\
id: GC103
name: overlap
severity: error
title: {en: Funded already, da: Allerede finansieret}
rationale: {en: Money is granted once, da: Midler gives én gang}
reference: DOMAIN C2
facts: {request: request, prior: prior}
applies_when: [request.year == prior.year]
needs: [request.amount, prior.amount]
broken_when:
  - when: request.amount != 0 and prior.amount > 120
  - when: prior.cancelled
    severity: warning
    message: {en: "cancelled {prior.year}", da: "tilbageført {prior.year}"}
    fix: {en: look at {prior.name}, da: se {prior.name}}
message: {en: "{request.year} is funded ({prior.amount})", da: "{request.year} er finansieret ({prior.amount})"}
unverified: {en: "{request.year} is open", da: "{request.year} er åbent"}
evidence: [request, prior]
calculation:
  - {en: "granted: {prior.terms}", da: "afsat: {prior.terms}"}
fix: {en: Take the year out, da: Tag året ud}
tests:
  - name: a year funded twice is broken
    facts: {request: {year: 2026, amount: 340000}, prior: {year: 2026, amount: 340000, cancelled: 0}}
    outcome: broken
""".replace(
    "{en: look at {prior.name}, da: se {prior.name}}", '{en: "look at {prior.name}", da: "se {prior.name}"}'
)
OBSERVATION = """\
id: GC101
name: grant-expires
severity: note
title: {en: It expires, da: Den udløber}
rationale: {en: x, da: y}
reference: DOMAIN C3
facts: {prior: prior}
noted_when: [prior.year == 2025]
fix: {en: Nothing, da: Intet}
"""


def vocabulary() -> Vocabulary:
    return validated(Vocabulary, parse(VOCABULARY, Path("rules/facts.yaml")))


def rule_of(text: str = RULE) -> Rule:
    """The checked rule in `text`."""
    marked = parse(text, PATH)
    return checked(validated(RuleFile, marked), marked, vocabulary())


def spoilt(before: str, after: str, text: str = RULE) -> str:
    """The text with one mistake."""
    assert before in text
    return text.replace(before, after, 1)


def folder_of(folder: Path, **rules: str) -> Path:
    """A folder of rules: `folder_of(path, gc103_overlap=RULE)`."""
    (folder / "base").mkdir()
    (folder / "facts.yaml").write_text(VOCABULARY, "utf-8")
    for stem, text in rules.items():
        (folder / "base" / f"{stem}.yaml").write_text(text, "utf-8")
    return folder
