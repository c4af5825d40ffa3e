from __future__ import annotations

import string
from dataclasses import fields
from pathlib import Path

import pytest

import grantcheck
from grantcheck.report.danish import DANISH
from grantcheck.report.english import ENGLISH
from grantcheck.report.standing import Standing
from grantcheck.report.wording import Wording

NAMES = [field.name for field in fields(Wording)]
ALIKE = {"budget", "times", "is_true"}


def texts(words: Wording, name: str) -> dict[str, str]:
    value = getattr(words, name)
    return value if isinstance(value, dict) else {name: value}


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_say_everything(name: str) -> None:
    english, danish = texts(ENGLISH, name), texts(DANISH, name)
    assert english.keys() == danish.keys()
    assert all(text.strip() for text in (*english.values(), *danish.values()))
    assert [blanks(text) for text in english.values()] == [blanks(text) for text in danish.values()]


@pytest.mark.parametrize("name", sorted(set(NAMES) - ALIKE))
def test_danish_is_danish(name: str) -> None:
    assert texts(ENGLISH, name) != texts(DANISH, name)


@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_used(name: str) -> None:
    sources = [
        path.read_text("utf-8")
        for folder in ("report", "cli")
        for path in Path(grantcheck.__file__).parent.joinpath(folder).rglob("*.py")
        if path.name not in {"wording.py", "english.py", "danish.py"}
    ]
    by_standing = name.upper() in Standing.__members__
    assert by_standing or any(f".{name}" in source for source in sources)
