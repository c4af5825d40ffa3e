"""Whether a YAML or JSON file in a folder is a note file at all; a damaged one still looks like one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DATA_SUFFIXES = frozenset({".yaml", ".yml", ".json"})

_NOTE_KEYS = frozenset({"notes", "code", "budget_year", "tables", "claims"})
"""Keys of which every note file has one at its top; `title` is too common to tell."""
_HEAD = 200_000
_BLOCK_KEY = re.compile(r"""^["']?([a-z_]+)["']?[ \t]*:(?:\s|$)""", re.MULTILINE)
_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"(\s*:)?|[{}\[\]]')


def holds_notes(file: Path) -> bool:
    """Whether a file has a key of a note at its top level; a file that cannot be opened may have one."""
    try:
        with file.open("rb") as opened:
            head = opened.read(_HEAD).decode("utf-8", "replace").lstrip("\ufeff")
    except OSError:
        return True
    keys = _flow_keys(head) if head.lstrip().startswith("{") else _block_keys(head)
    return any(key in _NOTE_KEYS for key in keys)


def _block_keys(text: str) -> Iterator[str]:
    """The keys that begin a line, as in YAML."""
    return (match[1] for match in _BLOCK_KEY.finditer(text))


def _flow_keys(text: str) -> Iterator[str]:
    """The keys of the outermost braces, as in JSON."""
    depth = 0
    for match in _TOKEN.finditer(text):
        if match[0] in {"{", "["}:
            depth += 1
        elif match[0] in {"}", "]"}:
            depth -= 1
        elif depth == 1 and match[2]:
            yield match[1]
