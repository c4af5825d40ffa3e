"""The names of a note's request and of a grant, and how alike the two are by them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from grantcheck.model.grant import Grant
from grantcheck.model.note import Note, Row
from grantcheck.register.match import requested_rows, requested_tables
from grantcheck.register.title_parts import telling, words_of
from grantcheck.register.titles import likeness


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

    A title against a title or an activity counts as it is. Two activities are often called alike ("Materialer")
    in grants that are not, so where both sides have a title too, it counts as much as they do.
    """
    titles = _likeness(note.title, grant.title)
    around = titles if note.title else _likeness(note.within, grant.title)
    best = NameScore(titles, note.title, grant.title)
    crossed = [(note.title, other) for other in grant.activities]
    crossed += [(one, grant.title) for one in note.activities]
    found = [NameScore(_likeness(one, other), one, other) for one, other in crossed]
    for one in note.activities:
        for other in grant.activities:
            alike = _likeness(one, other)
            known = [alike, around] if (note.title or note.within) and grant.title else [alike]
            found.append(NameScore(sum(known) // len(known), one, other))
    return _best([best, *found])


def _best(found: Sequence[NameScore]) -> NameScore:
    return max(found, key=lambda one: one.score)


def _likeness(one: str, other: str) -> int:
    return likeness(one, other).score if _tell(one, other) else 0


def _tell(*names: str) -> bool:
    return all(telling(words_of(name)) for name in names)


def keys_of(names: Iterable[str]) -> frozenset[str]:
    """What a name is looked up by: the fronts of its words, which bent forms and compounds share."""
    return frozenset(
        word.key[:_FRONT] for name in names for word in words_of(name) if word.weight and word.key
    )


_FRONT = 4
