"""Quantities in sentences as people read them; what a note says is never read as a template."""

from __future__ import annotations

import pytest

from grantcheck.judge.wording import Wording
from grantcheck.model.fact import Fact
from grantcheck.model.text import Text
from grantcheck.rules.situation import facts_of

from .shipped import book, total

RULES = [rule for rule in book().judged if rule.file.tests]


def filled(template: str, fact: Fact, language: str = "en") -> str:
    return Wording({"x": fact}, book().vocabulary, language).filled(Text(en=template, da=template))


def test_money_is_kroner_in_the_readers_own_grouping():
    fact = total(computed=20_500_000, stated=-50)
    assert filled("{x.computed}; {x.stated}", fact, "en") == "205 000 kr.; −0.50 kr."
    assert filled("{x.computed}; {x.stated}", fact, "da") == "205.000 kr.; −0,50 kr."


def test_counts_are_grouped_and_years_are_not():
    document = Fact("document", {"bytes": 52_428_800})
    history = Fact("history", {"last_funded_year": 2025})
    assert filled("{x.bytes}", document, "da") == "52.428.800"
    assert filled("{x.last_funded_year}", history, "da") == "2025"


def test_zero_is_a_quantity_and_no_unknown():
    assert filled("{x.difference}", total()) == "0 kr."


@pytest.mark.parametrize(("language", "said"), [("en", "unknown"), ("da", "ukendt")])
def test_a_missing_field_is_unknown(language, said):
    assert filled("{x.last_amount}", Fact("history", {}), language) == said


def test_texts_are_listed_with_commas():
    fact = Fact("marks", {}, {"marked": ("Need to", "Henvist sag")})
    assert filled("({x.marked})", fact) == "(Need to, Henvist sag)"


@pytest.mark.parametrize(
    ("terms", "language", "said"),
    [
        ((10_000, 20_000), "en", "100 kr. + 200 kr."),
        ((10_000, -20_000, 100), "da", "100 kr. − 200 kr. + 1 kr."),
        ((-10_000, -150), "en", "−100 kr. − 1.50 kr."),
        ((), "en", "0 kr."),
    ],
)
def test_amounts_are_the_terms_of_a_sum(terms, language, said):
    assert filled("{x.terms}", Fact("sum", {}, {"terms": terms}), language) == said


def test_a_sentence_is_spoken_in_the_language_of_the_message():
    fact = Fact("requested-area", {}, {"area_name": Text(en="capital", da="anlæg")})
    assert (filled("{x.area_name}", fact, "en"), filled("{x.area_name}", fact, "da")) == ("capital", "anlæg")


@pytest.mark.parametrize("quote", ["{x.computed}", "{0}", "{", "}}", "%s", "{x.__class__}", "[bold]"])
def test_braces_in_a_note_stay_what_they_are(quote):
    assert filled("«{x.label}»", Fact("row", {"label": quote})) == f"«{quote}»"


def test_a_sentence_that_ends_with_kroner_ends_with_one_stop():
    assert filled("printed is {x.stated}.", total(stated=100)) == "printed is 1 kr."


def test_a_line_is_known_where_all_its_fields_are():
    wording = Wording({"x": Fact("history", {"last_funded_year": 2025})}, book().vocabulary, "en")
    assert wording.is_known(Text(en="{x.last_funded_year}", da=""))
    assert not wording.is_known(Text(en="{x.last_funded_year}: {x.last_amount}", da=""))


SITUATIONS = [(rule, test) for rule in RULES for test in rule.file.tests]


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize(("rule", "test"), SITUATIONS, ids=[f"{r.id} {t.name}" for r, t in SITUATIONS])
def test_every_sentence_of_every_rule_can_be_said_of_its_own_situations(rule, test, language):
    found = facts_of(rule, test, book().vocabulary)
    bound = {
        alias: next((fact for fact in found if fact.kind == kind), Fact(kind, {}))
        for alias, kind in rule.file.facts.items()
    }
    file = rule.file
    texts = [file.fix, *file.calculation, *(text for text in (file.message, file.unverified) if text)]
    texts += [text for branch in rule.branches for text in (branch.message, branch.fix)]
    wording = Wording(bound, book().vocabulary, language)
    for text in texts:
        said = wording.filled(text)
        assert said.strip()
        assert not {"{", "}"} & set(said)
        assert said.count("None") == text.spoken(language).count("None")
