"""The words of what is printed about the register, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.terms import ControlArea

if TYPE_CHECKING:
    from grantcheck.model.text import Language


@dataclass(frozen=True)
class RegisterWords:
    """Words and sentences; the names in braces are filled in."""

    grant: str
    title: str
    agreement: str
    agreements: str
    committee: str
    appropriation: str
    area: str
    year: str
    amount: str
    net: str
    last_year: str
    last_year_short: str
    first_unfunded: str
    renewals: str
    price_level: str
    current_prices: str
    known: str
    permanent: str
    unknown: str
    not_said: str
    none: str
    of_all: str
    counted: str
    counted_one: str
    more_rows: str
    left_out: str
    refused: str
    refused_left_out: str
    total: str
    imported: str
    would_import: str
    unchanged: str
    batch: str
    stated_again: str
    was: str
    new: str
    no_grants: str
    no_such_filtered: str
    areas: dict[ControlArea, str]


ENGLISH = RegisterWords(
    grant="grant",
    title="title",
    agreement="agreement",
    agreements="agreements",
    committee="committee",
    appropriation="appropriation",
    area="area",
    year="year",
    amount="amount",
    net="net",
    last_year="last funded year",
    last_year_short="last year",
    first_unfunded="first unfunded year",
    renewals="renewals",
    price_level="prices",
    current_prices="current",
    known="known years",
    permanent="permanent",
    unknown="not known",
    not_said="–",
    none="none",
    of_all="{shown} of {all} grants",
    counted="{rows} rows, {grants} grants, {first}–{last}",
    counted_one="{rows} rows, 1 grant, {first}–{last}",
    more_rows="… and {count} more",
    left_out="{count} rows left out by the mapping",
    refused="{count} refused:",
    refused_left_out="{count} refused and left out:",
    total="total {year}",
    imported="Imported as batch {batch}, known from {day}.",
    would_import="Nothing was imported: --dry-run. It would be known from {day}.",
    unchanged="Nothing was changed: the same file was imported on {when} as batch {batch}, known from {day}.",
    batch="batch {batch}: {file}, known from {day}, imported {when}",
    stated_again="{amount}, said again",
    was="{before} → {amount}",
    new="{amount}, new",
    no_grants="The register holds no grants.",
    no_such_filtered="No grant fits.",
    areas={
        ControlArea.SERVICE: "service",
        ControlArea.CAPITAL: "capital",
        ControlArea.TRANSFERS: "transfers",
    },
)
DANISH = RegisterWords(
    grant="bevilling",
    title="titel",
    agreement="aftale",
    agreements="aftaler",
    committee="udvalg",
    appropriation="bevillingsområde",
    area="område",
    year="år",
    amount="beløb",
    net="netto",
    last_year="sidste år med midler",
    last_year_short="sidste år",
    first_unfunded="første år uden midler",
    renewals="videreførelser",
    price_level="priser",
    current_prices="løbende",
    known="kendte år",
    permanent="varig",
    unknown="ikke kendt",
    not_said="–",
    none="ingen",
    of_all="{shown} af {all} bevillinger",
    counted="{rows} rækker, {grants} bevillinger, {first}–{last}",
    counted_one="{rows} rækker, 1 bevilling, {first}–{last}",
    more_rows="… og {count} til",
    left_out="{count} rækker udeladt af mappingen",
    refused="{count} afvist:",
    refused_left_out="{count} afvist og udeladt:",
    total="i alt {year}",
    imported="Importeret som nr. {batch}, kendt fra {day}.",
    would_import="Intet er importeret: --dry-run. Det ville være kendt fra {day}.",
    unchanged="Intet er ændret: samme fil blev importeret {when} som nr. {batch}, kendt fra {day}.",
    batch="import nr. {batch}: {file}, kendt fra {day}, importeret {when}",
    stated_again="{amount}, gentaget",
    was="{before} → {amount}",
    new="{amount}, ny",
    no_grants="Registret indeholder ingen bevillinger.",
    no_such_filtered="Ingen bevilling passer.",
    areas={
        ControlArea.SERVICE: "service",
        ControlArea.CAPITAL: "anlæg",
        ControlArea.TRANSFERS: "overførsler",
    },
)


def register_words(language: Language) -> RegisterWords:
    """The words of `language`."""
    return DANISH if language == "da" else ENGLISH
