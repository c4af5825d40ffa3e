"""A structured note to the note model: places from the file, defaults for what nobody need write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.money import Kroner
from grantcheck.model.note import Claim, Note, PageHead, Section, Source, Statement, Unread
from grantcheck.model.terms import ClaimRole
from grantcheck.model.text import Text
from grantcheck.read.copenhagen.running_text import TextReading
from grantcheck.read.structured.fault import MISTAKE, StructuredFault
from grantcheck.read.structured.running_text import precision_in, read_running_text
from grantcheck.read.structured.sections import read_sections
from grantcheck.read.structured.tables import read_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from grantcheck.data.profile import Profile
    from grantcheck.model.location import Location
    from grantcheck.read.structured.form import ClaimForm, Marks, NoteForm, StatementForm, UnreadForm
    from grantcheck.read.structured.places import Places

_HEADING = ("code", "title", "subtitle", "budget_year", "department")


def read_note(form: NoteForm, places: Places, source: Source, profile: Profile) -> Note:
    """The note that a form says.

    Raises:
        StructuredFault: it contradicts itself.
    """
    categories = _categories(form, profile)
    sections = read_sections(form, places.below("sections"), profile)
    said = _said(form, sections, profile)
    return Note(
        source=source,
        code=form.code,
        title=form.title,
        subtitle=form.subtitle,
        budget_year=form.budget_year,
        department=form.department,
        categories=categories,
        districts=_marks(form.districts, profile.districts, {}),
        claims=said.claims
        if form.claims is None
        else tuple(
            _claim(claim, index, form.budget_year, places.below("claims", index))
            for index, claim in enumerate(form.claims)
        ),
        statements=said.statements
        if form.statements is None
        else tuple(
            _statement(statement, places.below("statements", index))
            for index, statement in enumerate(form.statements)
        ),
        tables=read_tables(form.tables, places.below("tables")),
        sections=sections,
        page_heads=tuple(
            PageHead(page=head.page, pages=head.pages, location=places.below("page_heads", index).here)
            for index, head in enumerate(form.page_heads)
        ),
        unread=(
            *(_unread(entry, places.below("unread", index)) for index, entry in enumerate(form.unread)),
            *(said.unread if form.claims is None else ()),
        ),
        places=dict(_places(form, categories, places)),
        confirmed=dict(form.confirmed),
        ocr_pages=form.ocr_pages,
    )


def _said(form: NoteForm, sections: tuple[Section, ...], profile: Profile) -> TextReading:
    """What the texts say; not asked where the author lists the claims and statements."""
    if form.claims is not None and form.statements is not None:
        return TextReading((), (), ())
    return read_running_text(sections, form.budget_year, profile.wording.statements)


def _categories(form: NoteForm, profile: Profile) -> dict[str, bool | None]:
    listed = profile.category_list(form.budget_year)
    return _marks(form.categories, listed.labels if listed else (), profile.label_aliases)


def _marks(marks: Marks, labels: Iterable[str], aliases: Mapping[str, str]) -> dict[str, bool | None]:
    """Marks by label; where only the marked ones are listed, the others of the template are not marked."""
    if isinstance(marks, dict):
        return dict(marks)
    found: dict[str, bool | None] = dict.fromkeys(labels, False)
    return found | {aliases.get(label, label): True for label in marks}


def _claim(form: ClaimForm, index: int, budget_year: int | None, places: Places) -> Claim:
    precision = form.precision or precision_in(form.text, form.amount)
    if precision is None:
        raise StructuredFault(
            MISTAKE,
            f"'text' does not print the amount {form.amount}, so its precision is not known. "
            "Add 'precision', the value of the last digit printed, or mend the two.",
            f"'text' indeholder ikke beløbet {form.amount}, så præcisionen er ukendt. "
            "Tilføj 'precision', værdien af det sidste trykte ciffer, eller ret de to.",
            places.below("text").line,
        )
    return Claim(
        amount=Kroner(form.amount),
        precision=Kroner(precision),
        from_year=form.from_year,
        to_year=form.to_year,
        frequency=form.frequency,
        control_area=form.control_area,
        role=form.role or _role(form, budget_year),
        text=form.text,
        sentence=index + 1 if form.sentence is None else form.sentence,
        location=places.here,
    )


def _role(form: ClaimForm, budget_year: int | None) -> ClaimRole:
    """Money for years before the budget year was granted before."""
    last = form.to_year or form.from_year
    is_prior = budget_year is not None and last is not None and last < budget_year
    return ClaimRole.PRIOR if is_prior else ClaimRole.REQUEST


def _statement(form: StatementForm, places: Places) -> Statement:
    return Statement(
        kind=form.kind,
        text=form.text,
        agreement_year=form.agreement_year,
        first_reading=form.first_reading,
        last_reading=form.last_reading,
        location=places.here,
    )


def _unread(form: UnreadForm, places: Places) -> Unread:
    message = form.message
    return Unread(
        code=form.code,
        about=form.about,
        message=message if isinstance(message, Text) else Text(en=message, da=message),
        excerpt=form.excerpt,
        location=places.here,
    )


def _places(
    form: NoteForm, categories: dict[str, bool | None], places: Places
) -> Iterable[tuple[str, Location]]:
    for key in _HEADING:
        if getattr(form, key) is not None:
            yield key, places.below(key).here
    for label in categories:
        yield f"category: {label}", places.below("categories", label).here
