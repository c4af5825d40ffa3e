"""The sections of a structured note: as `show` lists them, or the texts that an author wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.note import Section, Sentence
from grantcheck.read.copenhagen.sentences import split_sentences
from grantcheck.read.lines import passage, split_lines
from grantcheck.read.structured.fault import MISTAKE, StructuredFault, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.data.profile import Profile
    from grantcheck.model.location import Location
    from grantcheck.read.structured.form import NoteForm, SectionForm
    from grantcheck.read.structured.places import Places

_WRITTEN = frozenset({"resume", "content", "economy"})
"""The parts of a note that are nothing but text."""


def read_sections(form: NoteForm, places: Places, profile: Profile) -> tuple[Section, ...]:
    """The sections of a note.

    An author writes texts by part. The parts of the template that are no running text are then there as well:
    categories, districts and prior allocations are keys of the note, not headings.

    Raises:
        StructuredFault: a part has a name that the profile does not know.
    """
    headings = {label.name: label.headings[0] for label in profile.sections}
    if not isinstance(form.sections, dict):
        return tuple(
            _listed(section, headings, places.below(index)) for index, section in enumerate(form.sections)
        )
    for name in form.sections:
        _check(name, headings, places.below(name))
    wanted = [name for name in headings if name in form.sections or (form.sections and name not in _WRITTEN)]
    return tuple(
        Section(
            name=name,
            heading=headings[name],
            text=" ".join(form.sections.get(name, "").split()),
            sentences=tuple(_sentences(form.sections.get(name, ""), places.below(name).here)),
            location=places.below(name).here,
        )
        for name in wanted
    )


def _listed(form: SectionForm, headings: dict[str, str], places: Places) -> Section:
    _check(form.name, headings, places.below("name"))
    heading = headings[form.name] if form.heading is None else form.heading
    return Section(
        name=form.name,
        heading=heading,
        text=form.text,
        sentences=tuple(_sentences(form.text, places.here)),
        location=places.here,
    )


def _sentences(text: str, place: Location) -> Iterator[Sentence]:
    """The sentences of a text; their place is the line of the text."""
    found = split_sentences(passage(split_lines(text)).text)
    said = [found.sentence(index) for index in range(len(found.starts))]
    return (Sentence(text=sentence, location=place) for sentence in said if sentence)


def _check(name: str, headings: dict[str, str], places: Places) -> None:
    if name not in headings:
        remedy = nearest(name, headings)
        raise StructuredFault(
            MISTAKE,
            f"'{name}' is no part of the template. {remedy.en}",
            f"'{name}' er ikke en del af skabelonen. {remedy.da}",
            places.line,
        )
