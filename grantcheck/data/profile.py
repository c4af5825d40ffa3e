"""A profile: everything about one municipality's notes that is words, lists or limits, as dated data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field

from grantcheck.data.fault import UnfitSetting
from grantcheck.data.marked_yaml import load
from grantcheck.data.offices import Committee, named
from grantcheck.data.template import Template
from grantcheck.data.validated import nearest, validated
from grantcheck.data.wording import Wording
from grantcheck.model.choices import COPENHAGEN, is_folder
from grantcheck.model.frozen import Frozen
from grantcheck.model.terms import ControlArea, Direction, TableKind
from grantcheck.model.text import Text

_PROFILES = "profiles"
_FILE = "profile.yaml"
_KEY = ("profile", "name")
"""The setting that chooses one."""


def _exact(value: object) -> Decimal:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise ValueError('Write a number such as 8 or "7.7"')
    return number


ExactDecimal = Annotated[Decimal, BeforeValidator(_exact)]
"""A decimal written in quotes or as a whole number; floats never get this far."""


class SectionLabel(Frozen):
    """A heading of the template."""

    name: str
    headings: tuple[str, ...]
    """As printed, the first is the template's own; compared without case, blanks and hyphens."""
    required: bool = True


class Caption(Frozen):
    """How the tables of one kind are captioned and summed."""

    kind: TableKind
    words: tuple[str, ...]
    """A caption of this kind contains one of these."""
    total: tuple[str, ...]
    """Labels of the total row."""
    required: bool = False


class CategoryList(Frozen):
    """The marks of the side box that are valid for some budget years."""

    from_year: int
    until_year: int | None = None
    source: str
    categories: tuple[str, ...]
    """The kinds of request; exactly one fits a note."""
    orderers: tuple[str, ...]
    """Who ordered the note."""
    expiry: str
    """The category that says that a grant expires."""
    unavoidable: str
    """The category that says that the spending cannot be avoided."""

    @property
    def labels(self) -> tuple[str, ...]:
        """All marks in the order of the box."""
        return self.categories + self.orderers


class Horizon(Frozen):
    """How many years a note covers after its budget year."""

    projection_years: int
    source: str


class ImpliedChange(Frozen):
    """Indicative limits of a yearly price change, in per cent a year, compounded."""

    low: ExactDecimal
    high: ExactDecimal
    error_above: ExactDecimal
    source: Text


class PriceLikeRise(Frozen):
    """Limits, in per cent, within which a yearly rise looks like that of prices, and how far its steps may differ."""

    low: ExactDecimal
    high: ExactDecimal
    spread: ExactDecimal
    source: Text


class UnusualChange(Frozen):
    """From what change between two years, in per cent and in kroner, a reader asks for the reason."""

    percent: int
    kroner: int
    source: str


class SourcedWords(Frozen):
    """Words of one kind, and who says so."""

    words: tuple[str, ...]
    source: str


class Profile(Frozen):
    """All words, lists and limits of one municipality."""

    name: str
    source: str
    template: Template
    sections: tuple[SectionLabel, ...]
    captions: tuple[Caption, ...]
    columns: dict[str, tuple[str, ...]]
    """How columns are headed, by what they hold: `label`, `control_area`, …, `total`; `label` may be bare."""
    continued: tuple[str, ...] = ()
    """What stands behind the caption of a table that goes on from the page before."""
    category_lists: tuple[CategoryList, ...]
    label_aliases: dict[str, str] = Field(default_factory=dict)
    """Other spellings of category labels, to the template's own."""
    districts: tuple[str, ...]
    citywide: str
    control_areas: dict[str, ControlArea]
    """Printed names of control areas, in lower case."""
    directions: dict[str, Direction]
    """Printed marks of income and expense."""
    subtotals: dict[str, ControlArea]
    """Labels of subtotal rows in the overview, in lower case."""
    committees: tuple[Committee, ...]
    agreements: tuple[str, ...]
    """What the names of agreements begin with."""
    spring_agreements: SourcedWords
    """What the names of agreements begin with that are called after two years and made in the second."""
    code_prefixes: tuple[str, ...]
    expiry_subtitle: str
    horizon: Horizon
    implied_change: ImpliedChange
    price_like_rise: PriceLikeRise
    unusual_change: UnusualChange
    wording: Wording
    reduction_words: tuple[str, ...]
    """Words in a row's label that explain an amount against its direction."""

    def category_list(self, budget_year: int | None) -> CategoryList | None:
        """The marks valid for a budget year; None where no list covers it."""
        if budget_year is None:
            return None
        return next((found for found in self.category_lists if _covers(found, budget_year)), None)

    def caption(self, kind: TableKind) -> Caption:
        """The captions of one kind of table."""
        return next(caption for caption in self.captions if caption.kind is kind)

    @cached_property
    def committee_names(self) -> tuple[str, ...]:
        """Every name a committee may be printed under, whenever it bore it."""
        return tuple(dated.name for committee in self.committees for dated in committee.names)

    @cached_property
    def departments(self) -> tuple[str, ...]:
        """Every name a department may be printed under, whenever it bore it."""
        return tuple(dated.name for committee in self.committees for dated in committee.departments)

    def committee_named(self, name: str, on: date | int) -> Committee | None:
        """The committee that bears or bore a name; None where there is none.

        Args:
            name: as printed, but for case, blanks and hyphens.
            on: a day or a budget year; tells committees apart where a name went from one to another.
        """
        found = [
            (committee, dated) for committee in self.committees if (dated := named(committee.names, name))
        ]
        return next((c for c, dated in found if dated.holds_on(on)), found[0][0] if found else None)

    def committee_served_by(self, department: str) -> Committee | None:
        """The committee that a department serves; None where the profile does not tell."""
        return next((c for c in self.committees if named(c.departments, department)), None)


def _covers(found: CategoryList, year: int) -> bool:
    return found.from_year <= year and (found.until_year is None or year <= found.until_year)


def profile_file(folder: Path, name: str = COPENHAGEN) -> Path:
    """Where a profile lies: in a folder of rules by its name, or in the folder that `name` is (with a slash)."""
    return (Path(name) if is_folder(name) else folder / _PROFILES / name) / _FILE


def load_profile(folder: Path, name: str = COPENHAGEN) -> Profile:
    """The profile `name` in a folder of rules, or in a folder of its own.

    Raises:
        UnfitSetting: there is no such profile; the nearest is named.
        DataFault: the file has a mistake.
    """
    path = profile_file(folder, name)
    if not path.is_file():
        raise _unknown(folder, name)
    return validated(Profile, load(path))


def _unknown(folder: Path, name: str) -> UnfitSetting:
    if is_folder(name):
        return UnfitSetting(_KEY, f"There is no {_FILE} in '{name}'.", "Write one, or correct the path.")
    known = [path.parent.name for path in (folder / _PROFILES).glob(f"*/{_FILE}")]
    hint = f"A folder is written with a slash: '{name}/'."
    return UnfitSetting(_KEY, f"There is no profile '{name}'.", f"{nearest(name, known)} {hint}")
