"""Amounts in running text; each carries only what its own phrase says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from grantcheck.model.money import Kroner, whole_kroner
from grantcheck.model.note import Claim, Unread
from grantcheck.model.terms import ClaimRole, ControlArea, Frequency
from grantcheck.model.text import Text
from grantcheck.read.copenhagen import amount_words as words
from grantcheck.read.copenhagen.doubts import AMBIGUOUS, unread
from grantcheck.read.numbers import GAPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.data.wording import Statements
    from grantcheck.read.copenhagen.sentences import Sentences
    from grantcheck.read.lines import Passage

_BEFORE = 60
"""Characters before an amount that can bear on it."""
_NOT_CERTAIN = Text(
    en="An amount in the text could not be read for certain.",
    da="Et beløb i teksten kunne ikke læses sikkert.",
)


@dataclass(frozen=True, slots=True)
class _Attached:
    """What stands directly behind an amount."""

    end: int
    first: int | None = None
    last: int | None = None
    frequency: Frequency | None = None
    area: ControlArea | None = None
    certain: bool = True


@dataclass(frozen=True, slots=True)
class ClaimsFound:
    """The claims of a section, and what looked like one."""

    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]


def read_claims(
    section: Passage,
    sentences: Sentences,
    first_sentence: int,
    budget_year: int | None,
    roles: Statements | None = None,
) -> ClaimsFound:
    """The amounts of a section's running text.

    Args:
        section: the text, with the way back to the lines.
        sentences: the same text's sentences.
        first_sentence: the number of its first sentence within the note.
        budget_year: money for earlier years was granted before.
        roles: how a profile's sentences say what they do with an amount; without, it is only mentioned.
    """
    return _Reader(section, sentences, first_sentence, budget_year, roles).read()


def amounts_seen(text: str) -> Iterator[int]:
    """Where something stands that looks like an amount; the unit of a table is none."""
    for match in words.SEEN.finditer(text):
        start = _number_start(text, match.start())
        if not words.THOUSANDS.match(text, start):
            yield start


def _number_start(text: str, at: int) -> int:
    while at and text[at - 1] in words.IN_NUMBER:
        at -= 1
    return at


class _Reader:
    """Goes through one section, from amount to amount."""

    def __init__(
        self,
        section: Passage,
        sentences: Sentences,
        first_sentence: int,
        budget_year: int | None,
        said: Statements | None,
    ) -> None:
        self._said = said
        self._section = section
        self._text = section.text
        self._sentences = sentences
        self._first_sentence = first_sentence
        self._budget_year = budget_year
        self._claims: list[Claim] = []
        self._unread: list[Unread] = []
        self._roles: dict[int, ClaimRole] = {}
        self._done = 0

    def read(self) -> ClaimsFound:
        patterns = (words.SEEN, words.REVERSED, words.UNUSUAL)
        found = [match for pattern in patterns for match in pattern.finditer(self._text)]
        for match in sorted(found, key=lambda match: match.start()):
            if match.start() < self._done:
                continue
            if match.re is words.SEEN:
                self._read_amount(match)
            elif match.re is words.REVERSED:
                self._read_reversed(match)
            elif not words.SEEN.match(self._text, match.start()):
                self._doubt(match.start(), match.end())
        return ClaimsFound(tuple(self._claims), tuple(self._unread))

    def _read_amount(self, seen: re.Match[str]) -> None:
        start = seen.start()
        while start > self._done and self._text[start - 1] in words.IN_NUMBER:
            start -= 1
        amount = words.AMOUNT.match(self._text, start)
        before = self._text[max(0, start - _BEFORE) : start]
        if words.TABLE_UNIT.match(self._text, start):
            self._done = seen.end()
            return
        if words.NO_GRANT_BEFORE.search(before) or words.NO_GRANT_AFTER.match(self._text, seen.end() + 1):
            self._done = seen.end()
            return
        if amount is None or amount.end() < seen.end() or not self._readable(before, start):
            self._doubt(start, seen.end())
            return
        unit = _unit(amount)
        end = self._claim(amount["number"], unit, start, amount.end(), self._frequency_before(start))
        while end is not None and (carried := words.CARRIED.match(self._text, end)):
            if words.UNIT_FOLLOWS.match(self._text, carried.end()):
                return
            end = self._claim(carried["number"], unit, carried.start("number"), carried.end(), None)

    def _read_reversed(self, match: re.Match[str]) -> None:
        """The currency before the figure; behind another amount's unit it belongs to that."""
        before = self._text[max(0, match.start() - _BEFORE) : match.start()]
        if words.UNIT_BEFORE.search(before):
            return
        if words.NO_GRANT_BEFORE.search(before) or words.NO_GRANT_AFTER.match(self._text, match.end()):
            self._done = match.end()
        elif words.BOUND_BEFORE.search(before) or words.UNIT_FOLLOWS.match(self._text, match.end()):
            self._doubt(match.start(), match.end())
        else:
            before_all = self._frequency_before(match.start())
            self._claim(match["number"], _unit(match), match.start(), match.end(), before_all)

    def _readable(self, before: str, start: int) -> bool:
        if words.RANGE_BEFORE.search(before) or words.BOUND_BEFORE.search(before):
            return False
        if start and (self._text[start - 1].isalnum() or self._text[start - 1] in ".,"):
            return False
        return words.SPLIT_BEFORE.search(before) is None

    def _frequency_before(self, start: int) -> Frequency | None:
        before = self._text[max(0, start - _BEFORE) : start]
        return next((meaning for pattern, meaning in words.FREQUENCY_BEFORE if pattern.search(before)), None)

    def _claim(self, number: str, unit: int, start: int, end: int, before: Frequency | None) -> int | None:
        """Adds the claim at `start`; returns where its phrase ends, or None where it was not certain."""
        attached = _attachments(self._text, end)
        figure = Decimal(re.sub(rf"[.{GAPS}]", "", number).replace(",", "."))
        if words.MINUS_BEFORE.search(self._text[max(0, start - 2) : start]):
            figure = figure.copy_negate()  # `-` would round to 28 digits
        amount = whole_kroner(figure, unit)
        if amount is None or not attached.certain:
            self._doubt(start, attached.end)
            return None
        decimals = len(number.partition(",")[2])
        sentence = self._sentences.index(start)
        self._claims.append(
            Claim(
                amount=amount,
                precision=Kroner(max(1, unit // 10**decimals)),
                from_year=attached.first,
                to_year=attached.last,
                frequency=attached.frequency or before,
                control_area=attached.area,
                role=self._role(sentence, attached),
                text=self._text[start : attached.end].rstrip(),
                sentence=self._first_sentence + sentence,
                location=self._section.location(start),
            )
        )
        self._done = attached.end
        return attached.end

    def _role(self, sentence: int, attached: _Attached) -> ClaimRole:
        last = attached.last or attached.first
        if self._budget_year is not None and last is not None and last < self._budget_year:
            return ClaimRole.PRIOR
        if sentence not in self._roles:
            self._roles[sentence] = _sentence_role(self._sentences.sentence(sentence), self._said)
        return self._roles[sentence]

    def _doubt(self, start: int, end: int) -> None:
        excerpt = self._text[max(0, start - _BEFORE) : end + _BEFORE]
        self._unread.append(unread(AMBIGUOUS, "claims", _NOT_CERTAIN, self._section.location(start), excerpt))
        self._done = end


def _unit(amount: re.Match[str]) -> int:
    return words.UNITS[(amount["unit"] or "").lower()[:3].rstrip(".")]


def _sentence_role(text: str, said: Statements | None) -> ClaimRole:
    """What a sentence does with the amounts in it."""
    if said is None:
        return ClaimRole.MENTION
    if said.plainly["asks_for_amount"].search(text):
        return ClaimRole.REQUEST
    return ClaimRole.PRIOR if said.plainly["gave_amount"].search(text) else ClaimRole.MENTION


def _attachments(text: str, at: int) -> _Attached:
    """Years, control area and frequency right behind an amount, in any order and each at most once."""
    first = last = None
    frequency: Frequency | None = None
    area: ControlArea | None = None
    seen: set[str] = set()
    level = words.LEVEL.match(text, at)
    if level:
        at = level.end()
    while True:  # ends: each round takes one kind of attachment, and none comes twice
        if words.SEVERAL_AREAS.match(text, at) or words.NEAR_YEARS.match(text, at):
            return _Attached(at, certain=False)
        begin = words.BLANKS.match(text, at)
        if begin is None:
            break
        if "years" not in seen and (years := _years(text, begin.end())):
            if years.end < 0:
                return _Attached(begin.end(), certain=False)
            first, last, at = years.first, years.last, years.end
            seen.add("years")
            continue
        if "area" not in seen and (found := words.AREA.match(text, begin.end())):
            area, at = words.AREAS[found["area"]], found.end()
            seen.add("area")
            continue
        often = next(
            (
                (match, meaning)
                for pattern, meaning in words.FREQUENCIES
                if (match := pattern.match(text, begin.end()))
            ),
            None,
        )
        if often is None or (often[1] is not None and frequency is not None):
            break
        at = often[0].end()
        frequency = often[1] or frequency
    if frequency is not None:
        seen.add("often")
    return _Attached(at, first, last, frequency, area, certain=not _says_more(text, at, seen))


def _says_more(text: str, at: int, seen: set[str]) -> bool:
    """Whether years, a frequency or a control area stand close behind that did not attach."""
    tail = words.TAIL.match(text, at)
    behind = tail[0] if tail else ""
    if words.SEEN.search(behind):
        return False
    return any(pattern.search(behind) for name, pattern in words.LOOSE.items() if name not in seen)


def _years(text: str, at: int) -> _Attached | None:
    """The years that begin here; an end below zero where they contradict themselves."""
    for pattern in words.YEARS:
        match = pattern.match(text, at)
        if match is None:
            continue
        groups = match.groupdict()
        if groups.get("listed"):
            listed = [int(year) for year in re.findall(r"\d{4}", groups["listed"])]
            in_row = listed == list(range(listed[0], listed[-1] + 1))
            return _Attached(match.end() if in_row else -1, listed[0], listed[-1])
        if groups.get("only"):
            return _Attached(match.end(), int(groups["only"]), int(groups["only"]))
        first = int(groups["first"])
        last = int(groups["last"]) if groups.get("last") else None
        return _Attached(match.end() if last is None or first <= last else -1, first, last)
    return None
