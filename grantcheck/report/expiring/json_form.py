"""What expires as JSON; keys and amounts are the same in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grantcheck.report.expiring.view import ExpiringView, NotesRead, area_of
from grantcheck.report.json_text import json_of

if TYPE_CHECKING:
    from grantcheck.model.grant import Grant
    from grantcheck.model.terms import ControlArea
    from grantcheck.register.expiry import Expiring

SCHEMA_VERSION = 1


class ExpiringJson:
    """Renders what expires for programs."""

    def rendered(self, view: ExpiringView) -> str:
        """The grants first, then what they add up to, and what is not known."""
        found = view.found
        return json_of(
            {
                "year": found.year,
                "grants": [_grant(view, one) for one in found.grants],
                "schema_version": SCHEMA_VERSION,
                "last_funded_year": view.last_funded_year,
                "first_unfunded_year": found.year,
                "totals": {
                    "grants": len(found.grants),
                    "amount": found.total,
                    "by_committee": [
                        {"committee": name, "amount": amount} for name, amount in found.by_committee.items()
                    ],
                    "by_control_area": [
                        {"control_area": _word(area), "amount": amount}
                        for area, amount in found.by_area.items()
                    ],
                    "without_note": _unasked(view),
                },
                "cliff": [{"year": year, "amount": amount} for year, amount in found.cliff.items()],
                "unknown": {
                    "count": len(found.unknown),
                    "amount": view.unknown_total,
                    "grants": [_unknown(grant) for grant in found.unknown],
                },
                "notes_read": _notes(view.notes),
                "register": {
                    "path": view.register,
                    "as_of": view.as_of.isoformat(),
                    "grants": view.of_all,
                },
            }
        )


def _grant(view: ExpiringView, one: Expiring) -> dict[str, Any]:
    return {
        "grant": one.grant.id,
        "title": one.grant.title,
        "last_funded_year": one.last_funded_year,
        "first_unfunded_year": view.found.year,
        "amount": one.amount,
        "committee": one.grant.committee,
        "control_area": _word(area_of(one)),
        "note": one.notes[0] if one.notes else None,
        "notes": list(one.notes),
        "perhaps": list(view.perhaps_asked(one)),
        "renewals": one.grant.renewals,
        "agreements": list(one.grant.agreements),
        "amounts_by_control_area": [
            {"control_area": _word(area), "amount": amount} for area, amount in one.by_area.items()
        ],
    }


def _unknown(grant: Grant) -> dict[str, Any]:
    return {
        "grant": grant.id,
        "title": grant.title,
        "last_funded_year": grant.last_funded_year,
        "amount_if_it_ends": grant.last_amount,
        "committee": grant.committee,
        "control_area": _word(grant.control_area),
    }


def _unasked(view: ExpiringView) -> dict[str, int] | None:
    """None where no notes were given."""
    if view.notes is None:
        return None
    return {"grants": len(view.found.unasked), "amount": view.unasked_total}


def _notes(notes: NotesRead | None) -> dict[str, Any] | None:
    if notes is None:
        return None
    return {
        "of_the_year": notes.of_the_year,
        "of_other_years": list(notes.elsewhere),
        "not_wholly_read": list(notes.not_wholly_read),
    }


def _word(area: ControlArea | None) -> str | None:
    return area.value if area else None
