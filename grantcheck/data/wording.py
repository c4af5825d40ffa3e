"""Words that say how long, how often or how unfinished something is: data, since each language has its own."""

from __future__ import annotations

import re
from functools import cached_property

from grantcheck.model.frozen import Frozen


class Patterns(Frozen):
    """Regular expressions, read without regard to case, and where the words come from."""

    patterns: tuple[re.Pattern[str], ...]
    source: str

    @cached_property
    def _either(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{one.pattern})" for one in self.patterns), re.IGNORECASE)

    def found(self, text: str) -> list[str]:
        """What of a text they find, as printed."""
        return [match[0] for match in self._either.finditer(text)]


class Durations(Frozen):
    """How a number of years is written: `{number}` stands for digits or a number word in each pattern."""

    numbers: dict[str, int]
    patterns: tuple[str, ...]
    starts: tuple[re.Pattern[str], ...]
    """What names the first year of a duration; the group `year`."""
    source: str

    @cached_property
    def _either(self) -> tuple[re.Pattern[str], ...]:
        words = "|".join(sorted(map(re.escape, self.numbers), key=len, reverse=True))
        number = rf"(?P<number>\d{{1,2}}|{words})"
        return tuple(re.compile(one.replace("{number}", number), re.IGNORECASE) for one in self.patterns)

    def found(self, text: str) -> list[tuple[str, int]]:
        """The durations in a text, as printed and in years, in their order; each place once."""
        places: dict[int, tuple[str, int]] = {}
        for pattern in self._either:
            for match in pattern.finditer(text):
                places.setdefault(match.start("number"), (match[0].strip(), self._years(match["number"])))
        return [places[at] for at in sorted(places) if places[at][1] > 0]

    def start(self, text: str) -> int | None:
        """The first year that a text names for a duration; None where it names none, or several."""
        years = {
            int(match["year"])
            for one in self.starts
            for match in re.finditer(one.pattern, text, re.IGNORECASE)
        }
        return years.pop() if len(years) == 1 else None

    def _years(self, number: str) -> int:
        return int(number) if number.isdecimal() else self.numbers[number.casefold()]


class Ending(Frozen):
    """How a sentence says that a grant ends, with the group `year`."""

    pattern: re.Pattern[str]
    earliest: int
    """The earliest last funded year that it admits, counted from the year it names."""
    latest: int
    """The latest one."""

    @cached_property
    def finds(self) -> re.Pattern[str]:
        """The pattern without regard to case."""
        return re.compile(self.pattern.pattern, re.IGNORECASE)


class Statements(Frozen):
    """How sentences say that a grant continues or ends, and what they do with amounts; read without regard to case."""

    continues: re.Pattern[str]
    negated: re.Pattern[str]
    """Near such a word it says the opposite."""
    asks: re.Pattern[str]
    agreement: re.Pattern[str]
    """An agreement by its year: the group `year`, or `short` for one of two digits."""
    ends: tuple[Ending, ...]
    asks_for_amount: re.Pattern[str]
    """A sentence whose amounts are asked for."""
    gave_amount: re.Pattern[str]
    """A sentence whose amounts were granted before."""
    source: str

    @cached_property
    def plainly(self) -> dict[str, re.Pattern[str]]:
        """Each pattern by its name, without regard to case."""
        names = ("continues", "negated", "asks", "agreement", "asks_for_amount", "gave_amount")
        return {name: re.compile(getattr(self, name).pattern, re.IGNORECASE) for name in names}


class Wording(Frozen):
    """All words of one profile that rules on the text look for."""

    asks: Patterns
    """A sentence that asks for money."""
    grants: Patterns
    """A sentence that tells of money granted before."""
    durations: Durations
    one_off: Patterns
    """Something that is done once or for a while."""
    explains_change: Patterns
    """Why an amount changes from one year to the next."""
    statements: Statements
    """Sentences on the life of a grant."""
    leftovers: Patterns
    """Text of the template or of a draft."""
