"""The two streams: results to standard output, everything else to standard error."""

from __future__ import annotations

import codecs
import errno
import os
import sys
from typing import TYPE_CHECKING

import typer

from grantcheck.cli.unusable import STANDARD_OUTPUT

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
    _put(text.encode(getattr(sys.stdout, "encoding", None) or "utf-8", _FALLBACK))


def put_json(text: str) -> None:
    """Text for programs: always UTF-8, so that the same input gives the same bytes everywhere."""
    _put(text.encode("utf-8", "backslashreplace"))


def put_bytes(content: bytes) -> None:
    """What is finished already: UTF-8, or a binary format."""
    _put(content)


def tell(message: str) -> None:
    """A message about the run, on standard error; nothing in it can act on the terminal."""
    from grantcheck.report.visible import visible  # noqa: PLC0415

    try:
        typer.echo(f"grantcheck: {visible(message)}", err=True)
    except OSError:  # nobody hears it; the exit code still tells
        close_quietly(sys.stderr)


def _put(content: bytes) -> None:
    """Writes all of it.

    Raises:
        OSError: standard output is closed, or takes no more; a reader that has gone (`| head`) is none.
    """
    stream: TextIO | None = sys.stdout  # Python has none where the shell closed it
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), STANDARD_OUTPUT)
    try:
        stream.flush()
        stream.buffer.write(content)
        stream.buffer.flush()
    except BrokenPipeError:
        close_quietly(stream)
    except OSError as error:
        close_quietly(stream)
        raise OSError(error.errno, error.strerror, STANDARD_OUTPUT) from error


def close_quietly(stream: TextIO | None) -> None:
    """What Python still flushes to a stream at its end goes nowhere, and so cannot fail once more."""
    if stream is None:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    unknown = error.object[error.start : error.end].translate(_NEAREST)
    return "".join(char if char.isascii() else "?" for char in unknown), error.end
