"""The words of comparisons, in English and in Danish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grantcheck.model.text import Language


@dataclass(frozen=True)
class ComparisonWords:
    """The labels of one language. Words in braces are filled in."""

    title: str
    counts: str
    sections: dict[str, str]
    kinds: dict[str, str]
    because: str
    causes: dict[str, str]
    before: str
    rests_on: str
    record_kinds: dict[str, str]
    was_now: str
    added: str
    gone: str
    nothing: str
    agree: str
    disagree: str
    reproduced: str


ENGLISH = ComparisonWords(
    title="Two reports compared",
    counts="{new} new, {fixed} fixed, {changed} changed, {by_rules} by a change of rules or parameters, {unchanged} unchanged",
    sections={
        "new": "New",
        "fixed": "Fixed",
        "changed": "Changed",
        "by_rules": "Caused by a change of rules or parameters; the notes are as they were",
    },
    kinds={"new": "new", "fixed": "fixed", "changed": "changed"},
    because="because of: {causes}",
    causes={
        "note": "the note",
        "rule": "the rule",
        "parameters": "parameters",
        "settings": "settings",
        "program": "the program",
        "day": "the day of the audit",
        "round": "the other notes",
    },
    before="before: {message}",
    rests_on="What the reports rest on differs",
    record_kinds={
        "input": "input",
        "rule": "rule",
        "parameter": "parameter",
        "answer": "waivers or baseline",
        "setting": "setting",
        "version": "version",
        "engine": "engine",
        "day": "day",
    },
    was_now="{was} → {now}",
    added="was not there",
    gone="is not there any more",
    nothing="Nothing differs.",
    agree="The outcomes agree: {unchanged} findings are the same.",
    disagree="The outcomes do not agree.",
    reproduced="Made again: nothing that the report rests on has changed.",
)
DANISH = ComparisonWords(
    title="To rapporter sammenlignet",
    counts="{new} nye, {fixed} rettede, {changed} ændrede, {by_rules} ved en ændring af regler eller parametre, {unchanged} uændrede",
    sections={
        "new": "Nye",
        "fixed": "Rettede",
        "changed": "Ændrede",
        "by_rules": "Skyldes en ændring af regler eller parametre; notaterne er, som de var",
    },
    kinds={"new": "ny", "fixed": "rettet", "changed": "ændret"},
    because="på grund af: {causes}",
    causes={
        "note": "notatet",
        "rule": "reglen",
        "parameters": "parametre",
        "settings": "indstillinger",
        "program": "programmet",
        "day": "efterprøvningens dag",
        "round": "de andre notater",
    },
    before="før: {message}",
    rests_on="Det, rapporterne hviler på, er forskelligt",
    record_kinds={
        "input": "notatfil",
        "rule": "regel",
        "parameter": "parameter",
        "answer": "fravigelser eller baseline",
        "setting": "indstilling",
        "version": "version",
        "engine": "motor",
        "day": "dag",
    },
    was_now="{was} → {now}",
    added="fandtes ikke før",
    gone="findes ikke mere",
    nothing="Intet er forskelligt.",
    agree="Udfaldene stemmer overens: {unchanged} fund er de samme.",
    disagree="Udfaldene stemmer ikke overens.",
    reproduced="Dannet igen: intet af det, rapporten hviler på, er ændret.",
)


def comparison_words(language: Language) -> ComparisonWords:
    """The words of a language."""
    return DANISH if language == "da" else ENGLISH
