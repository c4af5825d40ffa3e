"""JSON whose every value knows its line. Numbers must be whole; a key may stand only once."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from grantcheck.data.marked_yaml import KeyPath, Marked, YamlValue
from grantcheck.read.structured.fault import MISTAKE, StructuredFault

if TYPE_CHECKING:
    from pathlib import Path

_BLANK = re.compile(r"[ \t\r\n]*")
_MOST_DIGITS = 18
_DEEPEST = 30


class _NotWhole(str):
    """A number as written that is not whole, or too long to be one."""

    __slots__ = ()


def _whole(digits: str) -> int | _NotWhole:
    return int(digits) if len(digits) <= _MOST_DIGITS else _NotWhole(digits)


_SCALARS = json.JSONDecoder(parse_float=_NotWhole, parse_int=_whole, parse_constant=_NotWhole)


def parse_json(text: str, path: Path) -> Marked:
    """Parses JSON `text` of `path`.

    Raises:
        StructuredFault: it is not JSON, holds a number that is not whole, repeats a key, or nests too deeply.
    """
    reader = _Reader(text)
    values, end = reader.value(reader.after_blanks(0), (), 0)
    if reader.after_blanks(end) != len(text):
        raise reader.fault(
            end, "Something follows the end of the JSON value.", "Efter JSON-værdien følger mere."
        )
    return Marked(path, values, reader.lines)


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.lines: dict[KeyPath, int] = {}

    def value(self, at: int, path: KeyPath, depth: int) -> tuple[YamlValue, int]:
        """The value that begins at a position, and the position after it."""
        self.lines.setdefault(path, self._line(at))
        if depth > _DEEPEST:
            raise self.fault(at, "The values are nested too deeply.", "Værdierne ligger for dybt i hinanden.")
        match self._text[at : at + 1]:
            case "{":
                return self._object(at + 1, path, depth)
            case "[":
                return self._list(at + 1, path, depth)
            case _:
                return self._scalar(at)

    def after_blanks(self, at: int) -> int:
        """The position of the next character that is not blank."""
        found = _BLANK.match(self._text, at)
        return found.end() if found else at

    def fault(self, at: int, en: str, da: str) -> StructuredFault:
        """A mistake at a position."""
        return StructuredFault(MISTAKE, en, da, self._line(at))

    def _line(self, at: int) -> int:
        return bisect_right(self._starts, at)

    def _object(self, at: int, path: KeyPath, depth: int) -> tuple[dict[str, YamlValue], int]:
        found: dict[str, YamlValue] = {}
        at = self.after_blanks(at)
        if self._text[at : at + 1] == "}":
            return found, at + 1
        while True:
            key, colon = self._key(at)
            if key in found:
                raise self.fault(
                    at,
                    f"The key '{key}' stands twice here. Keep one of the two.",
                    f"Nøglen '{key}' står her to gange. Behold den ene.",
                )
            self.lines[*path, key] = self._line(at)
            found[key], at = self.value(self.after_blanks(colon), (*path, key), depth + 1)
            at, closed = self._next(at, "}")
            if closed:
                return found, at

    def _key(self, at: int) -> tuple[str, int]:
        """A key, and the position after its colon."""
        key, end = self._scalar(at) if self._text[at : at + 1] == '"' else (None, at)
        end = self.after_blanks(end)
        if not isinstance(key, str) or self._text[end : end + 1] != ":":
            raise self._broken(end)
        return key, end + 1

    def _list(self, at: int, path: KeyPath, depth: int) -> tuple[list[YamlValue], int]:
        found: list[YamlValue] = []
        at = self.after_blanks(at)
        if self._text[at : at + 1] == "]":
            return found, at + 1
        while True:
            value, at = self.value(self.after_blanks(at), (*path, len(found)), depth + 1)
            found.append(value)
            at, closed = self._next(at, "]")
            if closed:
                return found, at

    def _next(self, at: int, closing: str) -> tuple[int, bool]:
        """The position of the next item, or after the end."""
        at = self.after_blanks(at)
        mark = self._text[at : at + 1]
        if mark not in {",", closing} or not mark:
            raise self._broken(at)
        return (at + 1, True) if mark == closing else (self.after_blanks(at + 1), False)

    def _scalar(self, at: int) -> tuple[YamlValue, int]:
        try:
            value, end = _SCALARS.raw_decode(self._text, at)
        except (json.JSONDecodeError, StopIteration) as error:
            raise self._broken(at) from error
        if isinstance(value, _NotWhole):
            raise self.fault(
                at,
                f"'{value[:40]}' is not a whole number. Write amounts in whole kroner.",
                f"'{value[:40]}' er ikke et helt tal. Skriv beløb i hele kroner.",
            )
        return value, end

    def _broken(self, at: int) -> StructuredFault:
        seen = self._text[at : at + 20].split("\n")[0]
        if not seen:
            return self.fault(at, "The JSON text ends too early.", "JSON-teksten slutter for tidligt.")
        return self.fault(at, f"This is not valid JSON: '{seen}'.", f"Dette er ikke gyldig JSON: '{seen}'.")
