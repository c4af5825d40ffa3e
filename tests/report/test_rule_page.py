from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from grantcheck.data.shipped import shipped_rules
from grantcheck.model.text import Language
from grantcheck.model.text import Text as Sentence
from grantcheck.report.catalogue import wording
from grantcheck.report.page import Page
from grantcheck.report.rule_page import RulePage
from grantcheck.report.sentences import Sentences
from grantcheck.rules.condition import All, Any, Comparison, Condition, FieldRef, Known, Not
from grantcheck.rules.loading import load_rules
from grantcheck.rules.rule import Rule
from grantcheck.rules.vocabulary import Field, FieldType, Kind, Vocabulary

BOOK = load_rules(shipped_rules())


def printed(rule: Rule, language: Language, width: int = 80) -> str:
    console = Console(file=StringIO(), width=width, color_system=None, _environ={})
    return RulePage(Page(console), language, BOOK.vocabulary).rendered(rule)


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_every_rule_has_a_page_that_fits(rule: Rule, language: Language) -> None:
    text = printed(rule, language)
    assert text.startswith(f"{rule.id}  ")
    assert max(map(len, text.splitlines())) <= 80
    joined = " ".join(text.split())
    for said in (rule.file.title, rule.file.rationale, rule.file.fix):
        assert " ".join(said.spoken(language).split()) in joined
    assert all(" ".join(test.named(language).split()) in joined for test in rule.file.tests)


def field(kind: FieldType, en: str) -> Field:
    return Field(type=kind, means=Sentence(en=en, da=en))


VOCABULARY = Vocabulary(
    kinds={
        "row": Kind(
            means=Sentence(en="a row", da="en række"),
            fields={
                "sum": field(FieldType.MONEY, "the sum"),
                "year": field(FieldType.YEAR, "the year"),
                "marked": field(FieldType.FLAG, "it is marked"),
                "cells": field(FieldType.COUNT, "cells"),
                "area": field(FieldType.TEXT, "the area"),
            },
        )
    }
)
SUM, YEAR, MARKED, CELLS, AREA = (
    FieldRef("row", name) for name in ("sum", "year", "marked", "cells", "area")
)


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (Comparison(SUM, ">", 20_500_050), "the sum is above 205 000.50 kr."),
        (Comparison(YEAR, "==", 2026), "the year is 2026"),
        (Comparison(CELLS, ">=", 1_000), "cells is at least 1 000"),
        (Comparison(AREA, "!=", "service"), "the area is not “service”"),
        (Comparison(MARKED, "==", 1), "it is marked"),
        (Comparison(MARKED, "!=", 1), "it is not so that it is marked"),
        (Comparison(MARKED, "==", 0), "it is not so that it is marked"),
        (Comparison(SUM, "<=", SUM), "the sum is at most the sum"),
        (Known(SUM), "known: the sum"),
        (Not(Known(SUM)), "not known: the sum"),
        (Not(Comparison(YEAR, "<", 2026)), "not so: the year is below 2026"),
        (Any((Known(SUM), Known(YEAR))), "known: the sum, or known: the year"),
        (All((Known(SUM), Known(YEAR))), "known: the sum, and known: the year"),
        (All(()), "always"),
    ],
)
def test_conditions_in_words(condition: Condition, said: str) -> None:
    assert Sentences({"row": "row"}, VOCABULARY, wording("en"), "en").said(condition) == said


def test_where_a_rule_joins_several_facts_each_field_says_whose_it_is() -> None:
    sentences = Sentences({"row": "row", "total": "row"}, VOCABULARY, wording("en"), "en")
    said = sentences.said(Comparison(SUM, "!=", FieldRef("total", "sum")))
    assert said == "the sum [row] is not the sum [total]"
