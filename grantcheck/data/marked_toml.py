"""TOML whose every key knows its line; the standard library parses it, but keeps no positions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from grantcheck.data.fault import DataFault
from grantcheck.data.marked_yaml import KeyPath, Marked
from grantcheck.data.text_file import text_of

_WORD = r"""(?:"(?:\\.|[^"\\])*"|'[^']*'|[\w-]+)"""
_KEY = re.compile(rf"{_WORD}(?:[ \t]*\.[ \t]*{_WORD})*")
_TOKEN = re.compile(
    r'''
      """(?:\\.|[^\\])*?"{3,5}   # a text of several lines may end with quotes of its own
    | \'\'\'.*?'{3,5}
    | "(?:\\.|[^"\\])*"
    | '[^']*'
    | \#[^\n]*
    | [\[\]{}\n]
    ''',
    re.VERBOSE | re.DOTALL,
)
_HEADER = re.compile(r"\[\[?[ \t]*")
_BLANK = re.compile(r"(?:\s|#[^\n]*)*")
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def parse(text: str, path: Path) -> Marked:
    """Parse TOML `text` of `path`. Keys of an inline table stand at the line of the key that holds it.

    Raises:
        DataFault: it is not TOML, or repeats a key.
    """
    plain = text.replace("\r\n", "\n")
    try:
        values = tomllib.loads(plain)
    except tomllib.TOMLDecodeError as error:
        raise _invalid(str(error), plain, path) from error
    except ValueError as error:  # Python reads no number of more than 4 300 digits
        raise DataFault(path, 1, "A number has too many digits.", "Mend it.") from error
    except RecursionError as error:
        raise DataFault(path, 1, "A value is nested too deep.", "Write it flatter.") from error
    return Marked(path, values, _lines(plain))


def load(path: Path) -> Marked:
    """Read and parse a TOML file.

    Raises:
        DataFault: as `parse`, or the file cannot be read as UTF-8.
    """
    return parse(text_of(path), path)


def _invalid(said: str, text: str, path: Path) -> DataFault:
    place = _PLACE.search(said)
    line = int(place[1]) if place and place[1] else text.rstrip("\n").count("\n") + 1
    problem = _PLACE.sub("", said)
    return DataFault(path, line, f"This is not valid TOML: {problem}.", "Mend the line.")


def _lines(text: str) -> dict[KeyPath, int]:
    lines: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for start in _statements(text):
        header = _HEADER.match(text, start)
        key = _KEY.match(text, header.end() if header else start)
        if key is None:
            continue
        path = _path(key.group()) if header else table + _path(key.group())
        table = path if header else table
        line = text.count("\n", 0, start) + 1
        for length in range(1, len(path) + 1):
            lines.setdefault(path[:length], line)
        lines[path] = line
    return lines


def _statements(text: str) -> Iterator[int]:
    """Where each header and each key with its value begins; a value may go on over lines inside brackets."""
    start, depth = 0, 0
    for token in _TOKEN.finditer(text + "\n"):
        match token.group():
            case "[" | "{":
                depth += 1
            case "]" | "}":
                depth -= 1
            case "\n" if depth == 0:
                blank = _BLANK.match(text, start)
                start = blank.end() if blank else start
                if start < token.start():
                    yield start
                start = token.end()


def _path(key: str) -> KeyPath:
    nested: Any = tomllib.loads(f"{key} = 0")
    path: list[str] = []
    while isinstance(nested, dict):
        ((word, nested),) = nested.items()
        path.append(word)
    return tuple(path)
