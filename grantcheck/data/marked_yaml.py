"""YAML whose every value knows its line.

A strict subset: mappings with text or integer keys, lists, text, integers, true and false. A date such as
2026-06-03 is text. Duplicate keys, floats, times and the YAML 1.1 booleans (`no`, `on`) are mistakes here or
plain text, never surprises.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from grantcheck.data.fault import DataFault
from grantcheck.data.text_file import text_of
from grantcheck.model.text import Text

KeyPath = tuple[str | int, ...]
YamlValue = Any
"""Mappings, lists, text, integers, booleans and None, nested; typing has no narrower word."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOST_DIGITS = 1_000
"""Python reads no number of more than 4 300."""
_QUOTE = Text(
    en="Write it in quotes if it is text; write amounts and rates in quotes too, to keep them exact.",
    da="Sæt det i anførselstegn, hvis det er tekst; sæt også beløb og satser i anførselstegn, så de forbliver nøjagtige.",
)


@dataclass(frozen=True)
class Marked:
    """Plain values, and the line of each by its path of keys and positions."""

    path: Path
    values: YamlValue
    lines: Mapping[KeyPath, int]

    def line(self, path: KeyPath) -> int:
        """The line of the value at `path`, or of the nearest value around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def parse(text: str, path: Path) -> Marked:
    """Parse YAML `text` of `path`.

    Raises:
        DataFault: it is not YAML, not of the strict subset, or repeats a key.
    """
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DataFault(
            path,
            line,
            Text(
                en=f"This is not valid YAML: {error.problem}.",
                da=f"Dette er ikke gyldig YAML: {error.problem}.",
            ),
            Text(en="Mend the line.", da="Ret linjen."),
        ) from error
    except yaml.YAMLError as error:
        raise DataFault(
            path,
            1,
            Text(en="This is not valid YAML text.", da="Dette er ikke gyldig YAML-tekst."),
            Text(en="Save it as UTF-8.", da="Gem den som UTF-8."),
        ) from error
    if node is None:
        raise DataFault(
            path,
            1,
            Text(en="The file is empty.", da="Filen er tom."),
            Text(en="Write its content or remove it.", da="Skriv dens indhold, eller fjern den."),
        )
    lines: dict[KeyPath, int] = {}
    try:
        return Marked(path, _plain(node, (), path, lines), lines)
    except RecursionError as error:
        raise DataFault(
            path,
            1,
            Text(
                en="A value holds itself, or is nested too deep.",
                da="En værdi rummer sig selv eller er for dybt indlejret.",
            ),
            Text(en="Write it out.", da="Skriv den ud."),
        ) from error


def load(path: Path) -> Marked:
    """Read and parse a YAML file.

    Raises:
        DataFault: as `parse`, or the file cannot be read as UTF-8.
    """
    return parse(text_of(path), path)


def _plain(node: yaml.Node, at: KeyPath, path: Path, lines: dict[KeyPath, int]) -> YamlValue:
    lines[at] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, at, path, lines)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*at, i), path, lines) for i, item in enumerate(node.value)]
    return _scalar(node, path)


def _mapping(
    node: yaml.MappingNode, at: KeyPath, path: Path, lines: dict[KeyPath, int]
) -> dict[str | int, YamlValue]:
    result: dict[str | int, YamlValue] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        key = _scalar(key_node, path) if isinstance(key_node, yaml.ScalarNode) else None
        if not isinstance(key, str | int) or isinstance(key, bool):
            raise DataFault(
                path,
                line,
                Text(
                    en="A key must be a word or a whole number.",
                    da="En nøgle skal være et ord eller et helt tal.",
                ),
                Text(en="Mend the key.", da="Ret nøglen."),
            )
        if key in result:
            raise DataFault(
                path,
                line,
                Text(en=f"The key '{key}' stands twice here.", da=f"Nøglen '{key}' står her to gange."),
                Text(en="Keep one of the two.", da="Behold den ene."),
            )
        result[key] = _plain(value_node, (*at, key), path, lines)
        lines[(*at, key)] = line
    return result


def _scalar(node: yaml.Node, path: Path) -> str | int | bool | None:
    text: str = node.value
    if not isinstance(node, yaml.ScalarNode) or node.style:
        return text
    match node.tag.rpartition(":")[2]:
        case "int" if len(text) > _MOST_DIGITS:
            line = node.start_mark.line + 1
            raise DataFault(path, line, f"A number has more than {_MOST_DIGITS} digits.", "Mend it.")
        case "int" if text.lstrip("-").isdecimal():
            return int(text)
        case "null":
            return None
        case "bool" if text in {"true", "false"}:
            return text == "true"
        case "timestamp" if _DATE.fullmatch(text):
            return text
        case "int" | "float" | "timestamp":
            line = node.start_mark.line + 1
            raise DataFault(
                path,
                line,
                Text(
                    en=f"'{text}' is neither a whole number nor quoted text.",
                    da=f"'{text}' er hverken et helt tal eller tekst i anførselstegn.",
                ),
                _QUOTE,
            )
        case _:
            return text
