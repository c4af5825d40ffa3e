"""The words around price series, in English and in Danish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grantcheck.model.text import Language


@dataclass(frozen=True)
class PriceWords:
    """The labels of one language. Words in braces are filled in."""

    # the list
    series: str
    kind: str
    years: str
    editions: str
    checked: str
    kinds: dict[str, str]
    units: dict[str, str]
    indicative_ones: str
    no_series: str
    faults_found: str

    # a series
    not_a_rate: str
    source: str
    last_checked: str
    never_checked: str
    spread: str
    applied: dict[str, str]
    lag: str
    fixed: str
    statuses: dict[str, str]
    short_statuses: dict[str, str]
    rise: str
    older_editions: str
    newer_editions: str
    nothing_known: str
    contradicted: str

    # a conversion
    becomes: str
    half_up: str
    half_even: str
    factor: str
    same_year: str
    edition: str
    lagged: str
    by_earlier_edition: str
    missing: str
    not_stated: str
    newer_states_it: str
    two_values: str
    add_rate: str

    # a check
    no_fault: str


_ENGLISH = PriceWords(
    series="series",
    kind="kind",
    years="years",
    editions="editions",
    checked="checked",
    kinds={
        "service": "service",
        "wages": "wages",
        "prices": "prices",
        "capital": "capital",
        "transfers": "transfers",
        "general": "general",
    },
    units={"percent": "yearly rise in per cent", "index": "index"},
    indicative_ones="Indicative, for orientation and no rates of the municipality: {names}.",
    no_series="No series in {folders}.",
    faults_found="{series} is faulty (faults: {count}); 'grantcheck prices check {path}' names them.",
    not_a_rate="{series} is indicative: for orientation, not a rate of the municipality.",
    source="source",
    last_checked="last checked {day}",
    never_checked="never checked against its source, as far as the file says",
    spread="{points} points {applied}",
    applied={"added": "added", "compounded": "compounded"},
    lag="lag in years: {years}",
    fixed="{percent} every year, by {reference} (edition {edition})",
    statuses={"estimate": "estimate", "outcome": "outcome", "fixed": "fixed"},
    short_statuses={"estimate": "est.", "outcome": "", "fixed": ""},
    rise="rise in force on {day}",
    older_editions="Older editions ({count}) are listed by --format json.",
    newer_editions="Not yet in force on {day}: {editions}.",
    nothing_known="–",
    contradicted="two values",
    becomes="{amount} in {from_year} prices is {result} in {to_year} prices.",
    half_up="Exactly {exact}; rounded once, a half away from zero, decimals: {digits}.",
    half_even="Exactly {exact}; rounded once, a half to the even digit, decimals: {digits}.",
    factor="factor {factor}",
    same_year="Both years are the same; no rate is needed.",
    edition="edition {edition}",
    lagged="value of {years}",
    by_earlier_edition="By what was known on {day}: {result}.",
    missing="{amount} cannot be carried from {from_year} to {to_year} prices on {day}: {series} lacks",
    not_stated="no edition states it",
    newer_states_it="stated by the edition {edition}, which is not yet in force",
    two_values="the edition in force states two values",
    add_rate="Add the step with its source to the series, choose another series, or another --as-of.",
    no_fault="{path}: no fault found (steps: {steps}, editions: {editions}).",
)

_DANISH = PriceWords(
    series="serie",
    kind="art",
    years="år",
    editions="udgaver",
    checked="kontrolleret",
    kinds={
        "service": "service",
        "wages": "løn",
        "prices": "priser",
        "capital": "anlæg",
        "transfers": "overførsler",
        "general": "generel",
    },
    units={"percent": "årlig stigning i procent", "index": "indeks"},
    indicative_ones="Vejledende, til orientering og ikke kommunens egne satser: {names}.",
    no_series="Ingen serier i {folders}.",
    faults_found="{series} har fejl ({count}); 'grantcheck prices check {path}' nævner dem.",
    not_a_rate="{series} er vejledende: til orientering og ikke kommunens egen sats.",
    source="kilde",
    last_checked="sidst kontrolleret {day}",
    never_checked="aldrig kontrolleret mod kilden, så vidt filen oplyser",
    spread="{points} point {applied}",
    applied={"added": "lagt til", "compounded": "ganget på"},
    lag="forskydning i år: {years}",
    fixed="{percent} hvert år ifølge {reference} (udgave {edition})",
    statuses={"estimate": "skøn", "outcome": "endelig", "fixed": "fast"},
    short_statuses={"estimate": "skøn", "outcome": "", "fixed": ""},
    rise="stigning gældende {day}",
    older_editions="Ældre udgaver ({count}) står i --format json.",
    newer_editions="Endnu ikke gældende {day}: {editions}.",
    nothing_known="–",
    contradicted="to værdier",
    becomes="{amount} i {from_year}-priser er {result} i {to_year}-priser.",
    half_up="Nøjagtigt {exact}; afrundet én gang, en halv væk fra nul, decimaler: {digits}.",
    half_even="Nøjagtigt {exact}; afrundet én gang, en halv til det lige ciffer, decimaler: {digits}.",
    factor="faktor {factor}",
    same_year="Begge år er ens; der skal ikke bruges nogen sats.",
    edition="udgave {edition}",
    lagged="værdien for {years}",
    by_earlier_edition="Efter det, der var kendt {day}: {result}.",
    missing="{amount} kan ikke føres fra {from_year}- til {to_year}-priser pr. {day}: {series} mangler",
    not_stated="ingen udgave oplyser det",
    newer_states_it="oplyst i udgaven {edition}, som endnu ikke gælder",
    two_values="den gældende udgave oplyser to værdier",
    add_rate="Tilføj trinnet med kilde i serien, vælg en anden serie eller en anden --as-of.",
    no_fault="{path}: ingen fejl fundet (trin: {steps}, udgaver: {editions}).",
)


def price_words(language: Language) -> PriceWords:
    """The words of `language`."""
    return _DANISH if language == "da" else _ENGLISH
