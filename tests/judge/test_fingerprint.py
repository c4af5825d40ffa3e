"""A finding keeps its fingerprint while what it is about stays, wherever the page puts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.judge.fingerprint import fingerprint
from grantcheck.model.fact import Fact
from grantcheck.model.text import Text

from .shipped import book, shipped, total, trace

if TYPE_CHECKING:
    from collections.abc import Mapping


def of(*facts: Fact, rule: str = "GC401", note: str = "KF031") -> str:
    aliases = shipped(rule).file.facts
    return by_alias(dict(zip(aliases, facts, strict=False)), rule, note)


def by_alias(facts: Mapping[str, Fact], rule: str, note: str = "KF031") -> str:
    return fingerprint(shipped(rule), note, facts, book().vocabulary)


def year(kind: str, year: int, amount: int) -> Fact:
    return Fact(kind, {"year": year, "amount": amount})


def overlap(signals: int = 1, asked: int = 340_000) -> dict[str, Fact]:
    return {
        "note": Fact("note", {"budget_year": 2026, "continuation_signals": signals}),
        "request": year("requested-year", 2026, asked),
        "prior": year("granted-year", 2026, 120_000),
    }


def test_it_is_short_and_the_same_every_time():
    assert of(total(computed=5)) == of(total(computed=5))
    assert len(of(total())) == 16


def test_it_is_the_same_on_every_machine():
    fact = Fact("sum", {"scope": "row", "computed": 1, "stated": 2, "difference": 1, "allowance": 0})
    turned = Fact("sum", dict(reversed(list(fact.fields.items()))))
    assert of(fact) == of(turned)


def test_another_place_or_wording_keeps_it():
    assert of(total(trace("Vagt | 1", 5))) == of(total(trace("Vagt  |  1", 90), name="renamed table"))


@pytest.mark.parametrize(
    "other",
    [of(total(computed=6)), of(total(), rule="GC402"), of(total(), note="KF032"), of()],
    ids=["another figure", "another rule", "another note", "no fact"],
)
def test_anything_else_changes_it(other):
    assert other != of(total())


def test_a_field_that_could_not_be_read_changes_it():
    asked = overlap()
    unread = asked | {"request": Fact("requested-year", {"year": 2026})}
    assert by_alias(asked, "GC103") != by_alias(unread, "GC103")


def test_another_sentence_of_the_note_keeps_it():
    assert by_alias(overlap(signals=1), "GC103") == by_alias(overlap(signals=4), "GC103")
    assert by_alias(overlap(asked=1), "GC103") != by_alias(overlap(asked=2), "GC103")


def test_what_the_rule_does_not_read_keeps_it():
    level = {"paired": 1, "years": "2026-2029", "requested": 5, "requested_price_year": 2026}
    level |= {"earlier": 4, "earlier_price_year": 2026, "earlier_lower": 3, "earlier_upper": 5}
    facts = {"note": overlap()["note"], "level": Fact("comparison", level)}
    aliases = list(shipped("GC201").file.facts)
    bare = dict(zip(aliases, facts.values(), strict=True))
    carried = bare | {aliases[1]: Fact("comparison", level | {"indexed": 9, "indexed_lower": 8})}
    assert by_alias(bare, "GC201") == by_alias(carried, "GC201")


def test_a_note_without_a_code_goes_by_its_file_wherever_the_folder_lies():
    assert of(total(), note="round/a.txt") == of(total(), note="/home/me/other/a.txt")
    assert of(total(), note="round\\a.txt") == of(total(), note="a.txt")
    assert of(total(), note="round/a.txt") != of(total(), note="round/b.txt")


def test_the_file_of_another_form_is_no_part_of_it():
    def form(path: str) -> Fact:
        return Fact("form", {"path": path, "best": "x.pdf", "compared": 9, "differences": 1})

    assert of(form("a/x.docx"), rule="GC907") == of(form("b/x.docx"), rule="GC907")


def test_the_grant_is_a_part_of_it():
    def match(grant: str) -> dict[str, Fact]:
        fields = {
            "grant": grant,
            "grants": 1,
            "score": 70,
            "score_needed": 90,
            "lead_needed": 5,
            "settled": 0,
        }
        return {"note": overlap()["note"], "match": Fact("grant-match", fields)}

    assert by_alias(match("G1"), "GC705") != by_alias(match("G2"), "GC705")


@given(st.text(alphabet="abæøå -‐‑–−\u00ad\u00a0", min_size=1), st.integers(1, 3))
def test_how_a_format_sets_a_text_keeps_it(words: str, blanks: int):
    def named(text: str) -> str:
        return of(Fact("category", {"label": text}), rule="GC302")

    set_otherwise = words.replace(" ", "\u00a0" * blanks).replace("–", "-").replace("\u00ad", "")
    assert named(words) == named(f" {set_otherwise.upper()} ")


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(1, 500), st.integers(1, 500))
def test_moving_a_table_keeps_it_and_another_amount_does_not(one: int, other: int, line: int, moved: int):
    here, there = total(trace("x", line), stated=one), total(trace("y", moved), stated=other)
    assert (of(here) == of(there)) == (one == other)


@given(st.permutations(["scope", "computed", "stated", "difference", "allowance"]))
def test_the_order_of_fields_is_no_part_of_it(order: list[str]):
    fact = total(computed=7)
    assert of(Fact("sum", {name: fact.fields[name] for name in order})) == of(fact)


def test_sentences_that_messages_show_are_no_part_of_it():
    fact = total()
    assert of(fact) == of(Fact("sum", fact.fields, {"name": Text(en="Another", da="En anden")}))
