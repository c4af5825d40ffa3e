"""The words of `grantcheck expiring`, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grantcheck.model.text import Language


@dataclass(frozen=True)
class ExpiringWords:
    """Words and sentences; the names in braces are filled in."""

    heading: str
    two_meanings: str
    source: str
    none: str
    counted: str
    counted_one: str
    both_years: str
    renewed: str
    renewed_once: str
    never_renewed: str
    no_committee: str
    no_area: str
    asks: str
    ask: str
    nobody: str
    perhaps: str
    more: str
    unasked: str
    all_asked: str
    no_notes: str
    notes_read: str
    elsewhere: str
    not_read: str
    by_committee: str
    by_area: str
    total: str
    cliff: str
    unknown: str
    unknown_remedy: str
    none_unknown: str
    sheet_grants: str
    sheet_totals: str
    sheet_unknown: str
    columns: dict[str, str]


ENGLISH = ExpiringWords(
    heading="Grants that expire: last funded year {last}, first unfunded year {first}",
    two_meanings='"Expires in {last}" and "expires in {first}" may mean the same grants; here they have money in '
    "{last} and none in {first}.",
    source="Register {register} as of {day}, {count} grants",
    none="No grant is known to have {first} as its first unfunded year.",
    counted="{count} grants expire; {amount} a year falls away.",
    counted_one="1 grant expires; {amount} a year falls away.",
    both_years="last funded {last}, first unfunded {first}",
    renewed="renewed {count} times",
    renewed_once="renewed once",
    never_renewed="never renewed",
    no_committee="no committee",
    no_area="no control area",
    asks="{notes} asks to go on",
    ask="{notes} ask to go on, so several claim it",
    nobody="no note asks to go on (GC703)",
    perhaps="perhaps asked for by {notes}: as like another grant (GC705)",
    more="… and {count} more; --format csv, json or xlsx gives them all.",
    unasked="No note asks for {count} of them: {amount} a year.",
    all_asked="A note asks for each of them.",
    no_notes="No notes were given, so nothing is said of who asks to go on.",
    notes_read="Notes of budget year {first}: {count}.",
    elsewhere="Of other budget years, or of none, and so asking for nothing in {first}: {count} ({notes}).",
    not_read="Not wholly read, so a note in them may ask without being seen: {files}.",
    by_committee="By committee",
    by_area="By control area",
    total="total",
    cliff="What falls away, by first unfunded year",
    unknown="End not known: {count} ({amount} a year). Money in {last}, and no import covers {first}.",
    unknown_remedy="Import a list that says something of {first}, or say --covers.",
    none_unknown="Every other grant with money in {last} is known to go on.",
    sheet_grants="expiring",
    sheet_totals="totals",
    sheet_unknown="not known",
    columns={
        "grant": "grant",
        "title": "title",
        "last_funded_year": "last funded year",
        "first_unfunded_year": "first unfunded year",
        "amount": "amount a year",
        "committee": "committee",
        "control_area": "control area",
        "note": "note that asks",
        "notes": "all notes that ask",
        "perhaps": "notes that may ask",
        "renewals": "renewals",
        "agreements": "agreements",
        "ending": "ending",
        "amount_if_it_ends": "amount a year, if it ends",
    },
)
DANISH = ExpiringWords(
    heading="Bevillinger, der udløber: sidste år med midler {last}, første år uden midler {first}",
    two_meanings="»Udløber i {last}« og »udløber i {first}« kan betyde de samme bevillinger; her har de midler i "
    "{last} og ingen i {first}.",
    source="Registret {register} pr. {day}, {count} bevillinger",
    none="Ingen bevilling er kendt for at have {first} som første år uden midler.",
    counted="{count} bevillinger udløber; {amount} om året falder bort.",
    counted_one="1 bevilling udløber; {amount} om året falder bort.",
    both_years="sidst med midler {last}, første år uden {first}",
    renewed="videreført {count} gange",
    renewed_once="videreført én gang",
    never_renewed="aldrig videreført",
    no_committee="intet udvalg",
    no_area="intet styringsområde",
    asks="{notes} beder om at fortsætte",
    ask="{notes} beder om at fortsætte, så flere gør krav på den",
    nobody="intet notat beder om at fortsætte (GC703)",
    perhaps="måske søgt af {notes}: ligner en anden bevilling lige så meget (GC705)",
    more="… og {count} til; --format csv, json eller xlsx giver dem alle.",
    unasked="Intet notat beder om {count} af dem: {amount} om året.",
    all_asked="Et notat beder om hver af dem.",
    no_notes="Der er ikke givet nogen notater, så intet er sagt om, hvem der beder om at fortsætte.",
    notes_read="Notater i budgetår {first}: {count}.",
    elsewhere="Fra andre budgetår eller uden budgetår, og derfor uden ønsker i {first}: {count} ({notes}).",
    not_read="Ikke læst helt, så et notat i dem kan bede om noget uden at være set: {files}.",
    by_committee="Efter udvalg",
    by_area="Efter styringsområde",
    total="i alt",
    cliff="Hvad der falder bort, efter første år uden midler",
    unknown="Udløb ikke kendt: {count} ({amount} om året). Midler i {last}, og ingen import dækker {first}.",
    unknown_remedy="Importér en liste, der siger noget om {first}, eller angiv --covers.",
    none_unknown="Alle andre bevillinger med midler i {last} er kendt for at fortsætte.",
    sheet_grants="udløber",
    sheet_totals="i alt",
    sheet_unknown="ikke kendt",
    columns={
        "grant": "bevilling",
        "title": "titel",
        "last_funded_year": "sidste år med midler",
        "first_unfunded_year": "første år uden midler",
        "amount": "beløb om året",
        "committee": "udvalg",
        "control_area": "styringsområde",
        "note": "notat, der beder om den",
        "notes": "alle notater, der beder om den",
        "perhaps": "notater, der måske beder om den",
        "renewals": "videreførelser",
        "agreements": "aftaler",
        "ending": "udløb",
        "amount_if_it_ends": "beløb om året, hvis den udløber",
    },
)


def expiring_words(language: Language) -> ExpiringWords:
    """The words of `language`."""
    return DANISH if language == "da" else ENGLISH
