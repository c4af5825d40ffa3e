"""What expires as the columns of a table, for CSV and Excel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from grantcheck.model.terms import ControlArea
from grantcheck.report.expiring.view import ExpiringView

if TYPE_CHECKING:
    from grantcheck.model.grant import Grant
    from grantcheck.register.expiry import Expiring

Cell = str | int | None
AreaWords = Mapping[ControlArea, str]

CODES: AreaWords = {area: area.value for area in ControlArea}
"""As JSON names them."""

EXPIRES, NOT_KNOWN = "expires", "not_known"
COLUMNS = (
    "grant",
    "title",
    "last_funded_year",
    "first_unfunded_year",
    "amount",
    "committee",
    "control_area",
    "note",
    "notes",
    "perhaps",
    "renewals",
    "agreements",
    "ending",
    "amount_if_it_ends",
)
"""`amount` holds what is known to fall away and nothing else, so that its sum is the total."""


def expiring_row(view: ExpiringView, one: Expiring, areas: AreaWords = CODES) -> dict[str, Cell]:
    """A grant that expires; its control areas are called as `areas` says."""
    return {
        "grant": one.grant.id,
        "title": one.grant.title,
        "last_funded_year": one.last_funded_year,
        "first_unfunded_year": view.found.year,
        "amount": one.amount,
        "committee": one.grant.committee,
        "control_area": ", ".join(areas[area] for area in one.by_area if area),
        "note": one.notes[0] if one.notes else None,
        "notes": "; ".join(one.notes),
        "perhaps": "; ".join(view.perhaps_asked(one)),
        "renewals": one.grant.renewals,
        "agreements": "; ".join(one.grant.agreements),
        "ending": EXPIRES,
        "amount_if_it_ends": None,
    }


def unknown_row(grant: Grant, areas: AreaWords = CODES) -> dict[str, Cell]:
    """A grant of which nobody said whether it ends."""
    return dict.fromkeys(COLUMNS) | {
        "grant": grant.id,
        "title": grant.title,
        "last_funded_year": grant.last_funded_year,
        "committee": grant.committee,
        "control_area": ", ".join(areas[area] for area in grant.control_areas),
        "renewals": grant.renewals,
        "agreements": "; ".join(grant.agreements),
        "ending": NOT_KNOWN,
        "amount_if_it_ends": grant.last_amount,
    }
