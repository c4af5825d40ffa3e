"""The whole result of an audit: contract 2."""

from __future__ import annotations

from grantcheck.model.baseline import BaselineInUse
from grantcheck.model.expiring_money import ExpiringMoney
from grantcheck.model.finding import Finding
from grantcheck.model.forthcoming import Forthcoming
from grantcheck.model.frozen import Frozen
from grantcheck.model.hashed import Hashed, Parameter
from grantcheck.model.judged_by import JudgedBy, Scope
from grantcheck.model.money import Kroner
from grantcheck.model.record import Record
from grantcheck.model.text import Text
from grantcheck.model.waiver import WaiversInUse
from grantcheck.model.years import Year


class PackInUse(Frozen):
    """A pack that rules came from."""

    name: str
    version: str
    """Empty where its folder does not say."""
    title: Text
    rules: int
    """How many of its rules were applied."""


class RuleOff(Frozen):
    """A rule that an office turned off."""

    rule: str
    name: str
    title: Text
    reason: str
    source: str
    """Where the office says so."""


class RuleSet(Frozen):
    """The rules that were applied."""

    count: int
    sha256: str
    packs: tuple[PackInUse, ...] = ()
    """Where they come from, the base first."""
    off: tuple[RuleOff, ...] = ()
    """Those that were not applied because an office turned them off."""


class Summary(Frozen):
    """Counts of rule × case, of documents, and of what was not read.

    A check that would fail counts as waived or baselined, and not as broken, where each place of it is.
    """

    documents: int = 0
    held: int = 0
    broken: int = 0
    noted: int = 0
    not_applicable: int = 0
    not_verifiable: int = 0
    waived: int = 0
    baselined: int = 0
    turned_off: int = 0
    """By an office; none of these is among the others."""
    unread: int = 0


class YearAmount(Frozen):
    """An amount of one year; None where it could not be read."""

    year: Year
    amount: Kroner | None


class NoteHeading(Frozen):
    """What a reader of the report needs to recognise a note by."""

    note: str
    path: str
    title: str | None
    subtitle: str | None
    department: str | None
    committees: tuple[str, ...] = ()
    """As the tables of the note name them."""
    budget_year: Year | None
    asked: tuple[YearAmount, ...] = ()
    granted: tuple[YearAmount, ...] = ()


class Report(Frozen):
    """Everything an audit found; the same input gives the same report."""

    schema_version: int = 1
    grantcheck_version: str
    as_of: str
    budget_year: Year | None = None
    """The budget year whose rules were asked for; None: each note is judged by the rules of its own."""
    inputs: tuple[Hashed, ...]
    rules: RuleSet
    parameters: tuple[Parameter, ...]
    judged_by: JudgedBy = JudgedBy()
    scope: Scope | None = None
    """None where every note that was read was judged."""
    waivers: WaiversInUse | None = None
    """None where no file of waivers was in use."""
    baseline: BaselineInUse | None = None
    """None where no baseline was in use."""
    record: Record | None = None
    """What else it rests on: rules one by one, versions, settings."""
    summary: Summary
    notes: tuple[NoteHeading, ...] = ()
    expiring: ExpiringMoney | None = None
    """None where no note states its budget year."""
    findings: tuple[Finding, ...]
    forthcoming: tuple[Forthcoming, ...] = ()
    """What rules would find that are not in force yet; no part of the outcomes or of the exit code."""
