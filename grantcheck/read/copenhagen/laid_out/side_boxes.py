"""The side boxes of a file of any number of notes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from grantcheck.read.copenhagen.sidebox import BOX_HEADING, HEADING_REACH, SideBox, take_side_boxes
from grantcheck.read.lines import squeezed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.data.profile import Profile
    from grantcheck.read.lines import Line


def all_side_boxes(lines: Sequence[Line], profile: Profile) -> tuple[list[Line], list[SideBox]]:
    """The lines without the side boxes, and the boxes; each is looked for in a part of its own."""
    headings = {
        squeezed(heading)
        for section in profile.sections
        if section.name == BOX_HEADING
        for heading in section.headings
    }
    starts = [
        _start(lines, at, profile) for at, line in enumerate(lines) if squeezed(line.stripped) in headings
    ]
    body: list[Line] = []
    boxes: list[SideBox] = []
    for start, end in pairwise([0, *starts[1:], len(lines)]):
        kept, found = take_side_boxes(lines[start:end], profile)
        body += kept
        boxes += found
    return body, boxes


def _start(lines: Sequence[Line], heading: int, profile: Profile) -> int:
    """The line that opens the box whose heading stands at a line."""
    above = range(heading - 1, max(-1, heading - HEADING_REACH), -1)
    budget = profile.template.budget_year
    return next((at for at in above if budget.fullmatch(lines[at].stripped)), heading)
