"""Why a row is refused, in the words of the one who can mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.text import Text

if TYPE_CHECKING:
    from grantcheck.model.location import Location

NO_GRANT = Text(en="the row names no grant", da="rækken nævner ingen bevilling")
NO_AGREEMENT = Text(en="the row names no agreement", da="rækken nævner ingen aftale")
NO_YEAR = Text(en="it is no year", da="det er intet år")
NO_AMOUNT = Text(
    en="the amount is blank; write 0 where there is no money",
    da="beløbet er tomt; skriv 0, hvor der ingen penge er",
)
NO_SIGN = Text(
    en="the mapping's 'sign' knows the word neither as positive nor as negative",
    da="mappingens 'sign' kender hverken ordet som positivt eller negativt",
)
NO_AREA = Text(
    en="it is no control area; name the list's own words in 'control_areas' of a mapping",
    da="det er intet styringsområde; angiv listens egne ord i 'control_areas' i en mapping",
)
NO_LEVEL = Text(
    en="it is no price level, such as 2026 or current", da="det er intet prisniveau som 2026 eller løbende"
)
NO_MARK = Text(en="it is neither yes nor no", da="det er hverken ja eller nej")
PART_OF_A_KRONE = Text(en="it is no whole number of kroner", da="det er ikke et helt antal kroner")


def about_amount(doubt: Text) -> Text:
    """A doubt about an amount."""
    return Text(en=f"the amount is not certain: {doubt.en}", da=f"beløbet er ikke sikkert: {doubt.da}")


def stated_before(first: Location) -> Text:
    """The same grant, agreement, area, committee, appropriation, activity, price level and year."""
    place = first.described()
    return Text(
        en=f"it states the same line and year as {place.en}; keep one, or write 'repeated: add' in a mapping",
        da=f"den angiver samme linje og år som {place.da}; behold én, eller skriv 'repeated: add' i en mapping",
    )
