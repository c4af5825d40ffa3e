"""The two streams: results to standard output, everything else to standard error."""

from __future__ import annotations

import codecs
import os
import sys
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from typing import TextIO

_FALLBACK = "grantcheck-fallback"
_NEAREST = str.maketrans(
    {
        "✗": "x",
        "✓": "v",
        "–": "-",
        "−": "-",
        "─": "-",
        "×": "x",
        "÷": "/",
        "█": "#",
        "░": ".",
        "→": "->",
        "≥": ">=",
        "≤": "<=",
        "·": "-",
        "…": "...",
        "»": ">>",
        "«": "<<",
        "“": '"',
        "”": '"',
        "’": "'",
        "•": "-",
        "\u00a0": " ",
        "æ": "ae",
        "ø": "oe",
        "å": "aa",
        "Æ": "Ae",
        "Ø": "Oe",
        "Å": "Aa",
        "é": "e",
    }
)


def put_text(text: str) -> None:
    """Text for people, in the encoding of standard output; what it lacks is replaced by what comes nearest."""
    codecs.register_error(_FALLBACK, _nearest)
    _put(text.encode(sys.stdout.encoding or "utf-8", _FALLBACK))


def put_json(text: str) -> None:
    """Text for programs: always UTF-8, so that the same input gives the same bytes everywhere."""
    _put(text.encode("utf-8", "backslashreplace"))


def put_bytes(content: bytes) -> None:
    """What is finished already: UTF-8, or a binary format."""
    _put(content)


def tell(message: str) -> None:
    """A message about the run, on standard error; nothing in it can act on the terminal."""
    from grantcheck.report.visible import visible  # noqa: PLC0415

    typer.echo(f"grantcheck: {visible(message)}", err=True)


def _put(content: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _close_quietly(sys.stdout)


def _close_quietly(stream: TextIO) -> None:
    """The reader has gone (`| head`): what Python still flushes at its end goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    unknown = error.object[error.start : error.end].translate(_NEAREST)
    return "".join(char if char.isascii() else "?" for char in unknown), error.end
