"""Whether the whole note is there: the file, its sections, its page and table numbers, what was not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grantcheck.data.profile import Profile
from grantcheck.derive.building import fact
from grantcheck.derive.tracing import trace_caption, trace_text
from grantcheck.model.document import Document
from grantcheck.model.fact import Fact, Trace
from grantcheck.model.location import WHOLE_FILE
from grantcheck.model.note import DATA_TYPES, Note
from grantcheck.model.terms import TableKind
from grantcheck.model.text import Text

_ABOUT_READING = ("GC902", "GC903", "GC904", "GC905", "GC908", "GC909", "GC912")
"""The rules about what was seen but not read; they hold where there is nothing of their kind."""
_HIDDEN = Text(en="a page was not read, or only by OCR", da="en side er ikke læst, eller kun med OCR")


def document_fact(document: Document) -> Fact:
    """The file as measured."""
    measure = document.measure
    return fact(
        "document",
        {
            "bytes": measure.bytes,
            "byte_limit": measure.byte_limit,
            "characters": measure.characters,
            "undecodable_bytes": measure.undecodable_bytes,
            "control_characters": measure.control_characters,
            "notes": len(document.notes),
            "problem": measure.problem or "none",
            "path": document.source.path,
        },
        shown={"detail": measure.detail} if measure.detail else {},
        traces=(trace_text("document", document.source.path, WHOLE_FILE),),
    )


def completeness_facts(note: Note, profile: Profile) -> Iterator[Fact]:
    """`section`, `numbering` and `unread` facts."""
    yield from _sections(note, profile)
    yield from _pages(note)
    yield from _tables(note)
    yield from _unread(note)


def _unread(note: Note) -> Iterator[Fact]:
    """What was not read, and for each kind of it that there is none."""
    for unread in note.unread:
        trace = trace_text("document", unread.excerpt or unread.message.en, unread.location)
        yield fact(
            "unread",
            {"code": unread.code, "places": 1, "about": unread.about},
            shown={"reason": unread.message},
            traces=(trace,),
        )
    found = {unread.code for unread in note.unread}
    for code in _ABOUT_READING:
        if code not in found:
            yield fact("unread", {"code": code, "places": 0, "about": ""})


def _sections(note: Note, profile: Profile) -> Iterator[Fact]:
    """The parts of the template; a note given as data without any text follows none."""
    if not note.sections and note.source.media_type in DATA_TYPES:
        return
    found = [section.name for section in note.sections]
    for label in profile.sections:
        yield _section(note, label.headings[0], label.required, found.count(label.name))
    for caption in profile.captions:
        if caption.required:
            seen = sum(table.kind is caption.kind and not note.has_recognised(table) for table in note.tables)
            seen += sum(unread.about == caption.kind.value for unread in note.unread) if not seen else 0
            yield _section(note, caption.words[0].capitalize(), caption.required, seen)


def _section(note: Note, heading: str, required: bool, seen: int) -> Fact:  # noqa: FBT001 - a fact's own flag
    """A part of the template; what was not seen may stand on a page that was not read."""
    occurrences = None if note.has_hidden_pages and not seen else seen
    return fact(
        "section",
        {"heading": heading, "required": int(required), "occurrences": occurrences},
        why_missing=_HIDDEN,
    )


def _pages(note: Note) -> Iterator[Fact]:
    """Running heads number the pages from the second on; the first page has none."""
    if not note.page_heads:
        return
    highest = max(max(head.page, head.pages) for head in note.page_heads)
    traces = tuple(
        trace_text("document", f"{head.page}/{head.pages}", head.location) for head in note.page_heads
    )
    found = [head.page for head in note.page_heads]
    name = Text(en="pages", da="sider")
    yield _numbering(name, range(2, highest + 1), found, traces)


def _tables(note: Note) -> Iterator[Fact]:
    """Numbers of tables; one that was seen but not read fills a gap."""
    numbered = [table for table in note.tables if table.number is not None]
    found = [table.number for table in numbered if table.number is not None]
    if not found:
        return
    traces = tuple(trace_caption(table) for table in numbered)
    seen = sum(unread.code == "GC903" and unread.about != TableKind.PRIOR.value for unread in note.unread)
    expected = range(1, max(found) + 1)
    lost = [number for number in expected if number not in found][:seen]
    yield _numbering(Text(en="tables", da="tabeller"), expected, [*found, *lost], traces)


def _numbering(of: Text, expected: range, found: Sequence[int], traces: tuple[Trace, ...]) -> Fact:
    missing = [number for number in expected if number not in found]
    repeated = sorted({number for number in found if found.count(number) > 1})
    listed = ", ".join(map(str, found))
    return fact(
        "numbering",
        {"highest": max(expected, default=0), "missing": len(missing), "repeated": len(repeated)},
        shown={"of": of, "detail": _numbers(listed, missing, repeated)},
        traces=traces,
    )


def _numbers(found: str, missing: Sequence[int], repeated: Sequence[int]) -> Text:
    lost, twice = ", ".join(map(str, missing)) or "–", ", ".join(map(str, repeated)) or "–"
    return Text(
        en=f"found {found}; missing {lost}; twice {twice}",
        da=f"fundet {found}; mangler {lost}; to gange {twice}",
    )
