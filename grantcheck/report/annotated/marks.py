"""The findings about one file, numbered in the order of their places, and what a comment says of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.location import FileLocation, GrantLocation, PageLocation
from grantcheck.report.catalogue import wording
from grantcheck.report.standing import Standing, standing
from grantcheck.report.visible import visible
from grantcheck.report.waiver_words import answer_of

if TYPE_CHECKING:
    from grantcheck.model.finding import Finding
    from grantcheck.model.location import Location
    from grantcheck.model.text import Language

AUTHOR = "grantcheck"


@dataclass(frozen=True)
class Mark:
    """A finding with its number, from 1, and its places in the file, the first being its own."""

    number: int
    finding: Finding
    places: tuple[Location, ...] = ()

    @property
    def standing(self) -> Standing:
        """How the finding stands."""
        return standing(self.finding)


def marks_of(findings: Iterable[Finding], path: str) -> tuple[Mark, ...]:
    """What was found in the file, down its pages; what has no place in it comes last."""
    placed = [(_places(finding), finding) for finding in findings if finding.path == path and _told(finding)]
    ordered = sorted(placed, key=lambda one: _order(one[0]))
    return tuple(Mark(number, finding, places) for number, (places, finding) in enumerate(ordered, start=1))


def headline(mark: Mark, language: Language) -> str:
    """Number, rule, outcome and title."""
    finding, words = mark.finding, wording(language)
    word = mark.standing.word(words)
    return f"{mark.number}. {visible(finding.rule)} {word}: {visible(finding.title or finding.name)}"


def told(mark: Mark, language: Language) -> Iterator[str]:
    """Everything below the headline: message, where, the calculation, the remedy, and why it may stand."""
    finding, words = mark.finding, wording(language)
    if finding.message:
        yield visible(finding.message)
    for side in finding.evidence:
        role = words.roles.get(side.role, visible(side.role))
        said = f": {visible(side.text)}" if side.text and side.text != finding.path else ""
        yield f"{role}, {visible(side.place)}{said}"
    if finding.calculation:
        yield f"{words.calculation}: " + "; ".join(map(visible, finding.calculation))
    if finding.fix:
        yield f"{words.fix}: {visible(finding.fix)}"
    answer = answer_of(finding, words)
    if answer:
        yield answer


def comment(marks: Sequence[Mark], language: Language) -> str:
    """The text of one comment on one or several findings."""
    return "\n\n".join("\n".join((headline(mark, language), *told(mark, language))) for mark in marks)


def _told(finding: Finding) -> bool:
    return standing(finding).in_full


def _places(finding: Finding) -> tuple[Location, ...]:
    own = [side.location for side in finding.evidence if side.path is None and _is_place(side.location)]
    return tuple(dict.fromkeys(own))


def _is_place(location: Location) -> bool:
    if isinstance(location, PageLocation):
        left, top, right, bottom = location.bbox
        return left < right and top < bottom
    return not isinstance(location, FileLocation | GrantLocation)


def _order(places: Sequence[Location]) -> tuple[int, int, int, int]:
    """Pages from the top; other places keep the order of the report."""
    if not places:
        return 1, 0, 0, 0
    first = places[0]
    if isinstance(first, PageLocation):
        return 0, first.page, first.bbox[1], first.bbox[0]
    return 0, 0, 0, 0
