"""What of the note was looked up among the grants of the register, and how sure the answer is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from grantcheck.derive.building import fact
from grantcheck.derive.tracing import trace_row, trace_text
from grantcheck.model.case import Case
from grantcheck.model.fact import Fact, Trace
from grantcheck.model.grant import Grant
from grantcheck.model.grant_match import (
    CONFIDENT,
    MARGIN,
    PART_NAMES,
    MatchedGrant,
    OpenMatch,
    PartScore,
    ScoredGrant,
)
from grantcheck.model.location import GrantLocation, LineLocation
from grantcheck.model.note import Note
from grantcheck.model.terms import TableKind
from grantcheck.model.text import Text

_START = LineLocation(line=1, column=1)
_NOTE = Text(en="the note", da="notatet")
_SEPARATOR = " | "


def grant_match_facts(case: Case, note: Note) -> Iterator[Fact]:
    """A `grant-match` for the note, or each activity of it, that has grants or candidates in the register."""
    for activity, found in groupby(case.grants, key=lambda one: one.activity):
        yield _taken(note, activity, list(found))
    for match in case.open_matches:
        yield _open(note, match)


def _taken(note: Note, activity: str | None, found: Sequence[MatchedGrant]) -> Fact:
    least = min(found, key=lambda one: one.score)
    scored = [ScoredGrant(one.grant, one.score, one.parts) for one in found]
    return _fact(note, activity, scored, least, least.lead, settled=least.settled_by is not None)


def _open(note: Note, match: OpenMatch) -> Fact:
    best = match.candidates[0]
    return _fact(note, match.activity, match.candidates, best, match.lead, settled=False)


def _fact(
    note: Note,
    activity: str | None,
    candidates: Sequence[ScoredGrant],
    judged: ScoredGrant | MatchedGrant,
    lead: int | None,
    *,
    settled: bool,
) -> Fact:
    return fact(
        "grant-match",
        {
            "grant": judged.grant.id,
            "grants": len(candidates),
            "score": judged.score,
            "score_needed": CONFIDENT,
            "lead": lead,
            "lead_needed": MARGIN,
            "settled": int(settled),
        },
        shown={
            "subject": _subject(activity),
            "named": _in_words([(one.grant, one.score) for one in candidates]),
            "parts": _parts_in_words(judged.parts),
        },
        traces=(*_asked(note, activity), *(_granted(one.grant) for one in candidates)),
    )


def _subject(activity: str | None) -> Text:
    if activity is None:
        return _NOTE
    return Text(en=f"the activity «{activity}»", da=f"aktiviteten »{activity}«")


def _in_words(scored: Sequence[tuple[Grant, int]]) -> Text:
    return Text(
        en=", ".join(f"{grant.id} «{grant.title}» ({score})" for grant, score in scored),
        da=", ".join(f"{grant.id} »{grant.title}« ({score})" for grant, score in scored),
    )


def _parts_in_words(parts: Sequence[PartScore]) -> Text:
    return Text(
        en="; ".join(
            f"{PART_NAMES[one.part].en} {one.score} × {one.weight} («{one.note.en}», register «{one.grant.en}»)"
            for one in parts
        ),
        da="; ".join(
            f"{PART_NAMES[one.part].da} {one.score} × {one.weight} (»{one.note.da}«, register »{one.grant.da}«)"
            for one in parts
        ),
    )


def _asked(note: Note, activity: str | None) -> Iterator[Trace]:
    """The title, or the rows of the activity."""
    if activity is None:
        yield trace_text("request", note.title or note.source.path, note.places.get("title", _START))
        return
    for table in note.tables:
        if table.kind is not TableKind.PRIOR:
            yield from (trace_row(table, row) for row in table.rows if row.label == activity)


def _granted(grant: Grant) -> Trace:
    stated = (grant.title, *grant.agreements, grant.committee)
    return trace_text(
        "prior", _SEPARATOR.join(word for word in stated if word), GrantLocation(grant=grant.id)
    )
