"""A mistake in a data file is told at its line, with the nearest word that would do."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import pytest
from pydantic import Field

from grantcheck.data.fault import DataFault
from grantcheck.data.marked_yaml import parse
from grantcheck.data.validated import nearest, validated
from grantcheck.model.frozen import Frozen
from grantcheck.model.text import Text

HERE = Path("round.yaml")


class Colour(StrEnum):
    RED = "red"


class Committee(Frozen):
    name: str
    aliases: tuple[str, ...] = ()


class Round(Frozen):
    year: int
    title: Text
    colour: Colour = Colour.RED
    chair: Committee | None = None
    committees: tuple[Committee, ...] = ()
    by_code: dict[str, Committee] = Field(default_factory=dict)


SOUND = """\
year: 2026
title: {en: Budget, da: Budget}
committees:
  - name: Socialudvalget
by_code:
  SO:
    name: Socialudvalget
"""


def fault(text: str) -> DataFault:
    with pytest.raises(DataFault) as caught:
        validated(Round, parse(text, HERE))
    return caught.value


def test_a_sound_file_becomes_its_model():
    found = validated(Round, parse(SOUND, HERE))
    assert found.committees == (Committee(name="Socialudvalget"),)
    assert found.by_code["SO"].name == "Socialudvalget"


@pytest.mark.parametrize(
    ("before", "after", "line", "problem", "remedy"),
    [
        ("year:", "yaer:", 1, "'yaer' is not a known key.", "Did you mean 'year'?"),
        ("da:", "dk:", 2, "'dk' is not a known key.", "Did you mean 'da'?"),
        ("  - name", "  - title", 4, "'title' is not a known key.", "Allowed here: aliases, name."),
        ("    name", "    nmae", 7, "'nmae' is not a known key.", "Did you mean 'name'?"),
        ("year: 2026\n", "", 1, "'year' is missing.", "Add it."),
        (", da: Budget", "", 2, "'title.da' is missing.", "Add it."),
        ("- name: Social", "- aliases: [a]\n    # ", 4, "'committees.0.name' is missing.", "Add it."),
        ("2026", "soon", 1, "'year': Input should be a valid integer, unable to parse string as an integer.", "Mend the value."),
        ("{en: Budget, da: Budget}", "Budget", 2, "'title' must hold keys with values.", "Mend the value."),
        ("by_code:", "colour: blue\nby_code:", 5, "'colour': Input should be 'red'.", "Mend the value."),
        ("by_code:", "chair: {nam: x}\nby_code:", 5, "'nam' is not a known key.", "Did you mean 'name'?"),
        ("by_code:", "chair: {}\nby_code:", 5, "'chair.name' is missing.", "Add it."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_line(before, after, line, problem, remedy):
    found = fault(SOUND.replace(before, after, 1))
    assert (found.line, found.problem, found.remedy) == (line, problem, remedy)


def test_an_unknown_key_is_told_before_the_key_that_is_then_missing():
    assert "yaer" in fault(SOUND.replace("year:", "yaer:")).problem


def test_of_several_mistakes_the_first_in_the_file_is_told():
    assert fault("year: soon\ntitle: Budget\n").line == 1


@pytest.mark.parametrize("text", ["- a\n- b", "just text", "5"])
def test_a_file_that_is_no_mapping_is_refused(text):
    assert fault(text).problem == "The file must be a mapping of keys to values."


@pytest.mark.parametrize(
    ("word", "allowed", "said"),
    [
        ("ammount", ["amount", "year"], "Did you mean 'amount'?"),
        ("colour", ["amount", "year"], "Allowed here: amount, year."),
        ("anything", [], "Nothing is allowed here."),
    ],
)
def test_the_nearest_word_is_named_or_all_of_them(word, allowed, said):
    assert nearest(word, allowed) == said


class Span(Frozen):
    from_year: int = Field(alias="from")


class Spans(Frozen):
    spans: tuple[Span, ...]


def test_a_key_is_offered_as_files_write_it():
    with pytest.raises(DataFault) as caught:
        validated(Spans, parse("spans:\n  - {form: 2026}", HERE))
    assert (caught.value.line, caught.value.remedy) == (2, "Did you mean 'from'?")
