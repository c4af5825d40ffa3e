"""Text from documents and paths, made safe to print: nothing in it can act on the terminal or hide."""

from __future__ import annotations

import json
import re

ELLIPSIS = "…"

_BLANKS = re.compile(r"[\s\u00a0\u2028\u2029]+")
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters, escape sequences among them
    "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # what turns or hides text
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"  # halves of characters, no characters, invisible tags
)
_BUILD_COMMAND = re.compile(r":(?=:)|#(?=#)")
_ACTING_IN_JSON = re.compile(_HIDDEN.pattern.replace("\x00-\x1f", "\u2028\u2029", 1) + "|#(?=#)")
"""JSON escapes control characters itself, and its own line breaks are to stay."""
_SOFT_HYPHEN = "\u00ad"
_LAST_C0 = 0x1F
_DELETE = 0x7F
_PICTURES = 0x2400
_PICTURE_OF_DELETE = "\u2421"


def visible(text: str) -> str:
    r"""The text on one line, every hidden or acting character replaced by something that shows.

    Build servers take commands from what a job prints: "::error" and "##[error]" are torn apart.

    >>> visible("a\x1b[31m b\n c\u202e ::error::")
    'a␛[31m b c<U+202E> : :error: :'
    """
    shown = _HIDDEN.sub(_shown, _BLANKS.sub(" ", text.replace(_SOFT_HYPHEN, "")))
    return _BUILD_COMMAND.sub(r"\g<0> ", shown)


def escaped(text: str) -> str:
    r"""JSON text in which every hidden or acting character is an escape; what it stands for stays the same.

    >>> escaped('"\x9b31m ##[error]"')
    '"\\u009b31m \\u0023#[error]"'
    """
    return _ACTING_IN_JSON.sub(_as_escape, text)


def shortened(text: str, limit: int) -> str:
    """At most `limit` characters, with an ellipsis where something was left out.

    >>> shortened("abcdef", 4)
    'abc…'
    """
    return text if len(text) <= limit else text[: limit - 1] + ELLIPSIS


def around_mark(text: str, mark: tuple[int, int] | None, limit: int) -> tuple[str, str, str]:
    """What stands before the mark, the marked figure and what stands after it, safe to print.

    A long text is cut on both sides of the mark. Without a mark everything is "before".
    """
    start, end = _within(text, mark)
    before, figure, after = (visible(part) for part in (text[:start], text[start:end], text[end:]))
    room = max(0, limit - len(figure))
    room_before = max(room // 2, room - len(after)) if figure else room
    if len(before) > room_before:
        before = ELLIPSIS + before[len(before) - room_before :] if figure else shortened(before, room)
    return before, shortened(figure, limit), shortened(after, max(1, room - len(before)))


def _within(text: str, mark: tuple[int, int] | None) -> tuple[int, int]:
    if mark is None or not 0 <= mark[0] < mark[1] <= len(text):
        return len(text), len(text)
    return mark


def _shown(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code <= _LAST_C0:
        return chr(_PICTURES + code)
    return _PICTURE_OF_DELETE if code == _DELETE else f"<U+{code:04X}>"


def _as_escape(found: re.Match[str]) -> str:
    sign = found.group()
    return "\\u0023" if sign == "#" else json.dumps(sign)[1:-1]
