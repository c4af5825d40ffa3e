"""Code, title and subtitle: the lines above "Resume"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.read.lines import passage, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from grantcheck.model.location import LineLocation
    from grantcheck.read.lines import Line

_CODE = r"[A-ZÆØÅ]{1,4}\d{1,3}"
_CODE_LINE = re.compile(rf"(?P<code>{_CODE}(?:/{_CODE})*)(?:[.:]?\s+(?P<title>\S.*))?")
_SUBTITLE = re.compile(r"^(?P<title>.*?)\s*\((?P<subtitle>[a-zæøåA-ZÆØÅ][^()]*)\)\s*$")
_MOST_LINES = 7
"""Lines with text that a heading may take."""
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading as read, with the places of its parts."""

    code: str | None
    title: str | None
    subtitle: str | None
    places: dict[str, LineLocation]
    certain: bool


def heading_lines(lines: Sequence[Line], resume: Iterable[str]) -> list[int]:
    """Where notes begin: a line with a code, followed within a few lines by the first section's heading."""
    opens = {squeezed(name) for name in resume}
    filled = [(index, line.stripped) for index, line in enumerate(lines) if line.stripped]
    starts: list[int] = []
    for place, (index, text) in enumerate(filled):
        if not _CODE_LINE.fullmatch(text[:_LONGEST]):
            continue
        following = filled[place + 1 : place + 1 + _MOST_LINES]
        if any(squeezed(later[:_LONGEST]).rstrip(":") in opens for _, later in following):
            starts.append(index)
    return starts


def read_heading(lines: Sequence[Line], resume: Iterable[str]) -> Heading:
    """Reads the lines from the code to the first section's heading.

    Args:
        lines: the note, from the line with its code on.
        resume: the names of the first section.
    """
    opens = {squeezed(name) for name in resume}
    filled = [line for line in lines if line.stripped]
    count = next((i for i, line in enumerate(filled) if squeezed(line.text).rstrip(":") in opens), 0)
    block = filled[:count]
    match = _CODE_LINE.fullmatch(block[0].stripped) if block else None
    if not block or match is None or count > _MOST_LINES:
        return Heading(None, None, None, {}, certain=False)
    whole = passage(block)
    text = whole.text[len(match["code"]) :]
    begin = len(whole.text) - len(text.lstrip(" .:"))
    places = {"code": whole.location(0), "title": whole.location(begin)}
    title, subtitle = whole.text[begin:].strip(), None
    split = _SUBTITLE.match(title)
    if split:
        title, subtitle = split["title"].strip(), split["subtitle"].strip()
        places["subtitle"] = whole.location(whole.text.rindex("(") + 1)
    if not title:
        return Heading(match["code"], None, subtitle, places, certain=False)
    return Heading(match["code"], title, subtitle, places, certain=True)
