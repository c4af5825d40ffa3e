"""A budget round: what one note's check must know of the other notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from grantcheck.model.case import Case
from grantcheck.model.grant_match import CONFIDENT
from grantcheck.model.note import Note
from grantcheck.model.round import OtherNote, Rival
from grantcheck.model.years import Year

_Key = tuple[Year | None, str]
"""A budget year with a code or a grant: what stands in another year's round is no rival."""


def in_round(cases: Sequence[Case]) -> list[Case]:
    """The cases in their order, each with the notes of its budget year that share its code or continue its grants."""
    codes = _by_key(cases, lambda _, note: [note.code.casefold()] if note.code else [])
    grants = _by_key(cases, lambda case, _: sorted({match.grant.id for match in case.grants}))
    sizes = Counter(case.note.budget_year for case in cases if case.note is not None)
    return [_placed(case, codes, grants, sizes) for case in cases]


def asked_for(cases: Iterable[Case], budget_year: Year | None = None) -> dict[str, tuple[str, ...]]:
    """For each grant, by its id, the names of the notes that continue it; of one budget year, or of all."""
    asked: dict[str, list[str]] = {}
    for case in cases:
        if case.note is None or (budget_year is not None and case.note.budget_year != budget_year):
            continue
        for grant in sorted({match.grant.id for match in case.grants}):
            asked.setdefault(grant, []).append(case.name)
    return {grant: tuple(dict.fromkeys(names)) for grant, names in asked.items()}


def perhaps_asked_for(cases: Iterable[Case], budget_year: Year) -> dict[str, tuple[str, ...]]:
    """For each grant, the notes of a budget year that are like it beyond doubt, but as like another grant."""
    found: dict[str, list[str]] = {}
    for case in cases:
        if case.note is None or case.note.budget_year != budget_year:
            continue
        for match in case.open_matches:
            for candidate in (one for one in match.candidates if one.score >= CONFIDENT):
                found.setdefault(candidate.grant.id, []).append(case.name)
    return {grant: tuple(dict.fromkeys(names)) for grant, names in found.items()}


def _placed(
    case: Case, codes: dict[_Key, list[Case]], grants: dict[_Key, list[Case]], sizes: Counter[Year | None]
) -> Case:
    note = case.note
    if note is None:
        return case
    same = codes.get((note.budget_year, note.code.casefold()), []) if note.code else []
    rivals = [
        Rival(grant=grant, note=_other(other))
        for grant in sorted({match.grant.id for match in case.grants})
        for other in grants[note.budget_year, grant]
        if other is not case
    ]
    return case.model_copy(
        update={
            "other_notes": sizes[note.budget_year] - 1,
            "same_code": tuple(_other(other) for other in same if other is not case),
            "rivals": tuple(rivals),
        }
    )


def _by_key(cases: Iterable[Case], named: Callable[[Case, Note], list[str]]) -> dict[_Key, list[Case]]:
    found: dict[_Key, list[Case]] = {}
    for case in cases:
        if case.note is not None:
            for name in named(case, case.note):
                found.setdefault((case.note.budget_year, name), []).append(case)
    return found


def _other(case: Case) -> OtherNote:
    return OtherNote(name=case.name, path=case.document.source.path)
