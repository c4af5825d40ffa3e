"""A waiver as a person writes it, in YAML or in a row of a sheet."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from grantcheck.data.fault import Unfit
from grantcheck.model.frozen import Frozen
from grantcheck.model.location import Location
from grantcheck.model.waiver import Waiver, WaiverScope, WrittenWaiver

_BEGINNING = re.compile(r"[0-9a-f]{6,16}")


def _said(value: object) -> object:
    """A case number or a code may look like a number."""
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str):
        raise Unfit("This is no text.", "Write it as text, in quotes where it looks like something else.")
    if not text.strip():
        raise Unfit("Nothing stands here.", "Fill it in.")
    return " ".join(text.split())


def _day(value: object) -> object:
    try:
        date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError as error:
        raise Unfit(f"'{value}' is no date.", "Write it as 2026-12-31.") from error
    return value


def _fingerprint(value: object) -> object:
    if not isinstance(value, str) or not _BEGINNING.fullmatch(value):
        raise Unfit(f"'{value}' is no fingerprint.", "Give six or more of its signs, in quotes.")
    return value


Said = Annotated[str, BeforeValidator(_said)]
Day = Annotated[str, BeforeValidator(_day)]
Beginning = Annotated[str, BeforeValidator(_fingerprint)]


class WaiverEntry(Frozen):
    """The columns of a waiver."""

    rule: Said
    note: Said | None = None
    grant: Said | None = None
    budget_year: Annotated[int, Field(strict=True, ge=1900, le=2199)] | None = None
    finding: Beginning | None = None
    reason: Said
    owner: Said
    approved_by: Said
    approved_on: Day
    expires: Day
    case_number: Said | None = None

    @model_validator(mode="after")
    def _is_about_something(self) -> Self:
        if self.note is None and self.grant is None:
            raise Unfit("It names neither a note nor a grant.", "Add 'note' with the code of the note.")
        return self

    def at(self, location: Location) -> WrittenWaiver:
        """The waiver at its place."""
        return WrittenWaiver(
            scope=WaiverScope(
                rule=self.rule.upper(),
                note=self.note,
                grant=self.grant,
                budget_year=self.budget_year,
                finding=self.finding,
            ),
            waiver=Waiver(
                reason=self.reason,
                owner=self.owner,
                approved_by=self.approved_by,
                approved_on=self.approved_on,
                expires=self.expires,
                case_number=self.case_number,
            ),
            location=location,
        )


class WaiversFile(Frozen):
    """What a YAML file of waivers holds."""

    waivers: tuple[WaiverEntry, ...] = ()
