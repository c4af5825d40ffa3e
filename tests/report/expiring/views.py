"""What expires in 2026, as formats are given it."""

from __future__ import annotations

from datetime import date

from register.grants import grant_of

from grantcheck.model.grant import Grant, folded
from grantcheck.model.terms import ControlArea
from grantcheck.register.expiry import expiries
from grantcheck.report.expiring.view import ExpiringView, NotesRead

FORMULA = '=HYPERLINK("http://x","y") Legepladser, som er slidte, i et meget langt navn på to linjer'
SOCIAL, WORKS = "Socialudvalget", "Teknik- og Miljøudvalget"


def over_two_areas() -> Grant:
    works = grant_of(
        "G-0200", FORMULA, amount=12_500, area=ControlArea.CAPITAL, committee=WORKS, years=(2025,)
    )
    upkeep = grant_of("G-0200", FORMULA, amount=500, committee=WORKS, years=(2025,))
    return folded([*works.rows, *upkeep.rows], {"G-0200": (2026, 2027)})["G-0200"]


def renewed() -> Grant:
    rows = [
        *grant_of("G-0117", "Mægling i boligområder", committee=SOCIAL, years=(2023,)).rows,
        *grant_of(
            "G-0117",
            "Mægling i boligområder",
            committee=SOCIAL,
            years=(2024, 2025),
            agreement="Budgetaftale 2024",
        ).rows,
    ]
    return folded(rows, {"G-0117": (2026,)})["G-0117"]


def of_unknown_end() -> Grant:
    grant = grant_of("G-0400", "Uden dækning", amount=70, committee=SOCIAL)
    return Grant(grant.id, grant.title, grant.rows, (2022, 2023, 2024, 2025))


GRANTS = (
    renewed(),
    over_two_areas(),
    grant_of("G-0300", "Værksteder for unge", amount=300),
    grant_of("G-0301", "Værksteder for ældre", amount=90, area=None, committee=""),
    grant_of("G-0500", "Bro", amount=2_000, area=ControlArea.CAPITAL, years=(2026, 2027)),
    of_unknown_end(),
)
ASKED = {"G-0117": ("BOR02", "BOR07"), "G-0300": ("KUL21",)}
NOTES = NotesRead(3, ("KUL99",), ("notes/broken.pdf",))


def view(*grants: Grant, asked: bool = True) -> ExpiringView:
    known = grants or GRANTS
    return ExpiringView(
        expiries(known, 2026, ASKED if asked else None),
        "office.sqlite",
        date(2026, 1, 15),
        len(known),
        NOTES if asked else None,
        {"G-0301": ("KUL22",)} if asked else {},
    )
