"""A note to the grants of the register that it continues. What cannot be told apart is not chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from grantcheck.data.matches import SettledMatch
from grantcheck.data.profile import Profile
from grantcheck.model.grant import Grant
from grantcheck.model.grant_match import (
    CONFIDENT,
    MARGIN,
    WORTH_A_LOOK,
    Identified,
    MatchedGrant,
    MatchPart,
    OpenMatch,
    PartScore,
    ScoredGrant,
)
from grantcheck.model.note import Note
from grantcheck.register.grant_index import GrantIndex
from grantcheck.register.grant_names import Names, Subject, name_score, names_of, subjects_of
from grantcheck.register.match_parts import WEIGHTS, Statements, as_text, part_scores, statements_of

_FULL = 100
_NAMED = 5
"""How many candidates an open match names."""


def identified(
    note: Note, index: GrantIndex, profile: Profile, settled: Sequence[SettledMatch] = ()
) -> Identified:
    """The grants that a note continues, and what stays open.

    The note as a whole may continue a grant, or each of several activities one of its own. What `settled` says
    of the whole note ends the search; what it says of an activity settles that one.
    """
    subjects = subjects_of(note)
    mine = {match.activity: match for match in settled if match.concerns(note.code, note.budget_year)}
    search = _Search(index, profile, statements_of(note, profile, several=len(subjects) > 1))
    whole = mine.get(None) or (mine.get(_only_label(subjects[0])) if len(subjects) == 1 else None)
    if whole is not None:
        return Identified(tuple(search.settled(subjects[0], whole)))
    found: list[MatchedGrant] = []
    left: list[OpenMatch] = []
    for subject in subjects:
        if (match := mine.get(subject.activity)) is not None:
            found.extend(search.settled(subject, match))
            continue
        _sort(search.best(subject), found, left)
    return Identified(tuple(_once(found)), tuple(_still_open(left, found, subjects)))


@dataclass(frozen=True)
class _Search:
    """One note among all grants."""

    index: GrantIndex
    profile: Profile
    said: Statements

    def best(self, subject: Subject) -> MatchedGrant | OpenMatch | None:
        """The grant of a subject, or the candidates where none can be taken; None where none is like it."""
        scored = [self._scored(subject, at) for at in self.index.near(subject.names)]
        ranked = sorted(scored, key=lambda one: (-one.score, one.grant.id))
        likely = tuple(one for one in ranked if one.score >= WORTH_A_LOOK)
        if not likely:
            return None
        lead = likely[0].score - ranked[1].score if len(ranked) > 1 else None
        if likely[0].score < CONFIDENT or (lead is not None and lead < MARGIN):
            return OpenMatch(subject.activity, likely[:_NAMED])
        first = likely[0]
        return MatchedGrant(first.grant, subject.activity, first.score, first.parts, lead)

    def settled(self, subject: Subject, match: SettledMatch) -> Iterator[MatchedGrant]:
        """The grants that a person named for a subject, with the score that they would have had."""
        by_id = {grant.id: grant for grant in self.index.grants}
        for grant in (by_id[name] for name in match.ids if name in by_id):
            one = self._score(subject, grant, names_of(grant))
            yield MatchedGrant(grant, match.activity, one.score, one.parts, settled_by=match.settled_by)

    def _scored(self, subject: Subject, position: int) -> ScoredGrant:
        return self._score(subject, self.index.grants[position], self.index.names[position])

    def _score(self, subject: Subject, grant: Grant, names: Names) -> ScoredGrant:
        name = name_score(subject.names, names)
        title = PartScore(
            MatchPart.TITLE, name.score, WEIGHTS[MatchPart.TITLE], as_text(name.note), as_text(name.grant)
        )
        parts = (title, *part_scores(subject, self.said, grant, self.profile))
        weight = sum(part.weight for part in parts)
        total = sum(part.weight * part.score for part in parts)
        mean = (2 * total + weight) // (2 * weight)  # a half goes up
        return ScoredGrant(grant, min(mean, title.score), parts)


def _only_label(subject: Subject) -> str | None:
    return next(iter(subject.names.activities), None)


def _sort(result: MatchedGrant | OpenMatch | None, found: list[MatchedGrant], left: list[OpenMatch]) -> None:
    if isinstance(result, MatchedGrant):
        found.append(result)
    elif result is not None:
        left.append(result)


def _once(found: Sequence[MatchedGrant]) -> Iterator[MatchedGrant]:
    """Each grant once: of the activity that continues it rather than of the whole note."""
    by_activity = {one.grant.id for one in found if one.activity is not None}
    seen: set[tuple[str, str | None]] = set()
    for one in found:
        if (one.activity is None and one.grant.id in by_activity) or (one.grant.id, one.activity) in seen:
            continue
        seen.add((one.grant.id, one.activity))
        yield one


def _still_open(
    left: Sequence[OpenMatch], found: Sequence[MatchedGrant], subjects: Sequence[Subject]
) -> Iterator[OpenMatch]:
    """What no match answers: a match of the whole note answers for its activities, those of all for the note."""
    matched = {one.activity for one in found}
    if None in matched:
        return
    activities = {subject.activity for subject in subjects if subject.activity is not None}
    for one in left:
        if one.activity is None and activities and activities <= matched:
            continue
        yield one
