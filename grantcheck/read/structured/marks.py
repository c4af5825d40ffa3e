"""The text of a structured file to plain values that know their lines, whatever a stranger wrote into it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from grantcheck.data.fault import DataFault
from grantcheck.data.marked_yaml import Marked, YamlValue, parse
from grantcheck.read.structured.fault import MISTAKE, StructuredFault
from grantcheck.read.structured.json_marks import parse_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grantcheck.data.marked_yaml import KeyPath

_MOST_EVENTS = 400_000
_DEEPEST = 30
_TOO_DEEP = "maximum nesting depth"
"""What libyaml 0.2.6 says by itself before the first event of lists in lists; older ones read on."""
_LONGEST_NUMBER = 19
_LONGEST_WORD = 20_000
"""What rules compare; the engine holds no longer ones."""
_LONGEST_TEXT = 1_000_000
"""Of running text."""
_LEFT_ASIDE = frozenset({"source", "location", "places"})
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


def parse_marked(text: str, path: Path) -> Marked:
    """Parses the YAML or JSON `text` of a structured note.

    Raises:
        StructuredFault: it is not what it should be, or holds what no note holds.
    """
    marked = parse_json(text, path) if path.suffix.lower() == ".json" else parse_yaml(text, path)
    for at, found in _texts(marked.values, ()):
        if _NO_TEXT.search(found):
            raise StructuredFault(
                MISTAKE,
                "A text holds a character that no text has. Remove it.",
                "En tekst indeholder et tegn, som ingen tekst har. Fjern det.",
                marked.line(at),
            )
        most = _LONGEST_TEXT if {"text", "sections"} & set(at) else _LONGEST_WORD
        if len(found) > most:
            raise StructuredFault(
                MISTAKE,
                f"A text has {len(found)} characters; at most {most} are read here.",
                f"En tekst har {len(found)} tegn; højst {most} læses her.",
                marked.line(at),
            )
    return marked


def parse_yaml(text: str, path: Path) -> Marked:
    """Parses YAML that a stranger may have written.

    Raises:
        StructuredFault: it is not YAML of the strict subset, or built to exhaust its reader.
    """
    try:
        _guard(text)
        return parse(text, path)
    except DataFault as fault:
        said = f"{fault.problem} {fault.remedy}"
        raise StructuredFault(MISTAKE, said, f"Filen kan ikke læses som YAML: {said}", fault.line) from fault
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        if _TOO_DEEP in (error.problem or ""):
            raise _too_much(line) from error
        raise StructuredFault(
            MISTAKE,
            f"This is not valid YAML: {error.problem}. Mend the line.",
            f"Dette er ikke gyldig YAML: {error.problem}. Ret linjen.",
            line,
        ) from error
    except yaml.YAMLError as error:
        raise StructuredFault(
            MISTAKE, "This is not valid YAML text.", "Dette er ikke gyldig YAML-tekst."
        ) from error


def _guard(text: str) -> None:
    """Refuses what would grow without bound when it is composed, before it is."""
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=yaml.CSafeLoader)):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            raise StructuredFault(
                MISTAKE,
                "A note may not refer to another part of the file with '*'. Write it out.",
                "Et notat må ikke henvise til en anden del af filen med '*'. Skriv den ud.",
                line,
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST or count > _MOST_EVENTS:
            raise _too_much(line)
        if isinstance(event, yaml.ScalarEvent) and _is_endless_number(event):
            raise StructuredFault(MISTAKE, "The number is too long.", "Tallet er for langt.", line)


def _too_much(line: int) -> StructuredFault:
    return StructuredFault(
        MISTAKE,
        "The file holds more than a budget note can. Split it.",
        "Filen indeholder mere, end et budgetnotat kan. Del den.",
        line,
    )


def _is_endless_number(event: yaml.ScalarEvent) -> bool:
    return not event.style and len(event.value) > _LONGEST_NUMBER and event.value.lstrip("+-").isdecimal()


def _texts(value: YamlValue, at: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, dict):
        for key, below in value.items():
            if key in _LEFT_ASIDE:
                continue
            if isinstance(key, str):
                yield (*at, key), key
            yield from _texts(below, (*at, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _texts(below, (*at, index))
