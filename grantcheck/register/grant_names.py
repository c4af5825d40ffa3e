"""The names of a note's request and of a grant, and how alike the two are by them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from grantcheck.model.grant import Grant
from grantcheck.model.note import Note, Row
from grantcheck.register.match import requested_rows, requested_tables
from grantcheck.register.title_parts import telling, words_of
from grantcheck.register.titles import likeness

_WHOLLY, _MOSTLY, _HALF = 4, 3, 2
"""How many quarters the likeness of activities counts; the titles around them make the rest."""
_FRONT = 4


@dataclass(frozen=True, slots=True)
class Names:
    """A title with its activities; either may be missing."""

    title: str
    activities: tuple[str, ...]
    within: str = ""
    """The title of the note that an activity stands in, where it is looked for by itself."""

    @property
    def alone(self) -> tuple[str, ...]:
        """The names that tell what it is, each by itself."""
        return tuple(name for name in (self.title, *self.activities) if telling(words_of(name)))


@dataclass(frozen=True, slots=True)
class Subject:
    """A note as a whole, or one of its several activities."""

    activity: str | None
    names: Names
    rows: tuple[Row, ...]
    """The rows of the request that are its own."""


@dataclass(frozen=True, slots=True)
class NameScore:
    """The two names that are most alike."""

    score: int
    note: str
    grant: str


def subjects_of(note: Note) -> tuple[Subject, ...]:
    """The note as a whole, then each activity where there are several; what OCR read names nothing."""
    title = "" if note.recognised(note.places.get("title")) else note.title or ""
    seen = [table for table in requested_tables(note) if not note.has_recognised(table)]
    rows = tuple(row for row in requested_rows(note) if any(row in table.rows for table in seen))
    labels = tuple(dict.fromkeys(row.label for row in rows if row.label and "label" not in row.doubt))
    if len(labels) <= 1:
        return (Subject(None, Names(title, labels), rows),)
    each = (
        Subject(label, Names("", (label,), title), tuple(row for row in rows if row.label == label))
        for label in labels
    )
    return (Subject(None, Names(title, ()), rows), *each)


def names_of(grant: Grant) -> Names:
    """A grant's title and activities; where it has no title its activities stand for one."""
    return Names(grant.title, grant.activities)


def name_score(note: Names, grant: Names) -> NameScore:
    """How alike a request and a grant are by name.

    A title beside a title counts as it is. An activity that is called as the other side's title counts for
    three quarters where there are two titles, an activity beside an activity for half: many are called alike
    ("Materialer") in grants that are not.
    """
    titles = _likeness(note.title, grant.title)
    around = titles if note.title else _likeness(note.within, grant.title)
    both_titled = bool(note.title and grant.title)
    crossed = [(note.title, other) for other in grant.activities]
    crossed += [(one, grant.title) for one in note.activities]
    between = [(one, other) for one in note.activities for other in grant.activities]
    within_titles = bool((note.title or note.within) and grant.title)
    found = [
        NameScore(titles, note.title, grant.title),
        *_weighed(crossed, _MOSTLY if both_titled else _WHOLLY, titles),
        *_weighed(between, _HALF if within_titles else _WHOLLY, around),
    ]
    return max(found, key=lambda one: one.score)


def _weighed(pairs: Iterable[tuple[str, str]], quarters: int, titles: int) -> Iterator[NameScore]:
    """How alike names are, with the titles around them for the quarters that are left."""
    for one, other in pairs:
        score = quarters * _likeness(one, other) + (_WHOLLY - quarters) * titles
        yield NameScore(score // _WHOLLY, one, other)


def _likeness(one: str, other: str) -> int:
    return likeness(one, other).score if _tell(one, other) else 0


def _tell(*names: str) -> bool:
    return all(telling(words_of(name)) for name in names)


def keys_of(names: Iterable[str]) -> frozenset[str]:
    """What a name is looked up by: the fronts of its words, which bent forms and compounds share."""
    return frozenset(
        word.key[:_FRONT] for name in names for word in words_of(name) if word.weight and word.key
    )
