"""The side box and the title: what kind of note this says it is."""

from __future__ import annotations

from collections.abc import Iterator

from grantcheck.data.profile import CategoryList, Profile
from grantcheck.derive.building import fact
from grantcheck.derive.tracing import trace_text
from grantcheck.model.fact import Fact, Trace
from grantcheck.model.note import Note, Section
from grantcheck.model.terms import StatementKind
from grantcheck.model.text import Text

_MARK = Text(en="the mark was not read for certain", da="krydset er ikke læst med sikkerhed")
_TITLE = Text(en="the title was not read", da="titlen er ikke læst")
_WORDS = Text(en="the running text was not read", da="den løbende tekst er ikke læst")
_BUDGET_YEAR = Text(en="the budget year was not read", da="budgetåret er ikke læst")
_NO_LIST = Text(
    en="the profile has no category list for this budget year",
    da="profilen har ingen kategoriliste for dette budgetår",
)


def mark_facts(note: Note, profile: Profile) -> Iterator[Fact]:
    """One `note` fact, a `category` fact per label, and `marks` where there is a side box."""
    listed = profile.category_list(note.budget_year)
    yield _note_fact(note, profile, listed)
    for label in note.categories:
        if note.ocr_pages and note.recognised(note.places.get(f"category: {label}")):
            continue
        yield _category(note, listed, label)
    if note.categories:
        yield _marks(note, listed)


def _note_fact(note: Note, profile: Profile, listed: CategoryList | None) -> Fact:
    expiry = _mark(note, listed.expiry) if listed else None
    in_title = None if note.title is None else int(_is_expiry(note.subtitle, profile))
    asks = _asks_to_continue(note)
    signals = [expiry, in_title, asks]
    seen = sum(signal or 0 for signal in signals)
    mark = _why_no_mark(note, listed)
    return fact(
        "note",
        {
            "budget_year": note.budget_year,
            "continuation_signals": seen if seen or None not in signals else None,
            "expiry_marked": expiry,
            "expiry_in_title": in_title,
            "asks_to_continue": asks,
            "unavoidable_marked": _mark(note, listed.unavoidable) if listed else None,
        },
        why_missing={
            "budget_year": _BUDGET_YEAR,
            "continuation_signals": mark if expiry is None else _TITLE if in_title is None else _WORDS,
            "expiry_marked": mark,
            "expiry_in_title": _TITLE,
            "asks_to_continue": _WORDS,
            "unavoidable_marked": mark,
        },
        traces=tuple(_signal_traces(note, listed, asks=bool(asks))),
    )


def _is_expiry(subtitle: str | None, profile: Profile) -> bool:
    return subtitle is not None and subtitle.casefold() == profile.expiry_subtitle.casefold()


def _mark(note: Note, label: str) -> int | None:
    mark = note.categories.get(label)
    return None if mark is None else int(mark)


def _asks_to_continue(note: Note) -> int | None:
    if any(_is_own_request(statement.kind, statement.agreement_year) for statement in note.statements):
        return 1
    return 0 if _running_text(note) else None


def _is_own_request(kind: StatementKind, agreement_year: int | None) -> bool:
    return kind is StatementKind.CONTINUES and agreement_year is None


def _running_text(note: Note) -> list[Section]:
    return [section for section in note.sections if section.name in {"resume", "content", "economy"}]


def _signal_traces(note: Note, listed: CategoryList | None, *, asks: bool) -> Iterator[Trace]:
    if note.title and (place := note.places.get("title")):
        title = note.title if note.subtitle is None else f"{note.title} ({note.subtitle})"
        yield trace_text("text", title, place, note.subtitle)
    if listed and (place := note.places.get(f"category: {listed.expiry}")):
        yield trace_text("category", _as_marked(note, listed.expiry), place)
    if asks:
        own = next(s for s in note.statements if _is_own_request(s.kind, s.agreement_year))
        yield trace_text("text", own.text, own.location)


def _category(note: Note, listed: CategoryList | None, label: str) -> Fact:
    labels = listed.labels if listed else ()
    place = note.places.get(f"category: {label}")
    return fact(
        "category",
        {
            "label": label,
            "position": (labels.index(label) + 1 if label in labels else 0) if listed else None,
            "list_length": len(labels) if listed else None,
        },
        why_missing=_NO_LIST if note.budget_year else _BUDGET_YEAR,
        traces=(trace_text("category", _as_marked(note, label), place),) if place else (),
    )


def _marks(note: Note, listed: CategoryList | None) -> Fact:
    marked = [label for label, mark in note.categories.items() if mark]
    traces = tuple(
        trace_text("category", _as_marked(note, label), place)
        for label in marked
        if (place := note.places.get(f"category: {label}"))
    )
    return fact(
        "marks",
        {
            "categories": _count(note, listed.categories) if listed else None,
            "orderers": _count(note, listed.orderers) if listed else None,
        },
        shown={"marked": tuple(label for label in marked if listed and label in listed.categories)},
        why_missing=_why_no_mark(note, listed),
        traces=traces,
    )


def _why_no_mark(note: Note, listed: CategoryList | None) -> Text:
    if listed:
        return _MARK
    return _NO_LIST if note.budget_year else _BUDGET_YEAR


def _count(note: Note, labels: tuple[str, ...]) -> int | None:
    marks = [note.categories.get(label) for label in labels]
    return None if None in marks else sum(bool(mark) for mark in marks)


def _as_marked(note: Note, label: str) -> str:
    mark = note.categories.get(label)
    by = note.confirmed.get(label)
    return f"{label}: {'x' if mark else '?' if mark is None else '–'}" + (f" ({by})" if by else "")
