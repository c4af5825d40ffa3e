"""The words of the workbook, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grantcheck.model.text import Language


@dataclass(frozen=True)
class SheetWords:
    """Names of sheets, titles of columns, and sentences; the names in braces are filled in."""

    overview: str
    findings: str
    notes: str
    checks: str
    expiry: str
    cliff: str
    waivers: str
    parameters: str
    not_read: str
    about: dict[str, str]
    """What each sheet holds, by the name of its field here."""
    counts: str
    of_documents: str
    of_waived: str
    of_baselined: str
    of_unread: str
    sheets: str
    columns: dict[str, str]
    total: str
    total_read: str
    amount_not_read: str
    year_not_known: str
    expiry_from_notes: str
    nobody_asks: str
    no_committee: str
    nothing_expires: str
    no_budget_year: str
    no_waivers: str
    rule_set: str
    rules_counted: str
    program: str
    file: str
    rate: str
    nothing_found: str
    all_read: str


ENGLISH = SheetWords(
    overview="Overview",
    findings="Findings",
    notes="Notes",
    checks="Checks",
    expiry="Expiry",
    cliff="Cliff",
    waivers="Waivers",
    parameters="Parameters",
    not_read="Not read",
    about={
        "findings": "every finding with both sides, the calculation and what to do",
        "notes": "what each note asks for, year by year, and how it stands",
        "checks": "how each rule ended, over all notes",
        "expiry": "which grants end in the round, how much falls away, and who asks to go on",
        "cliff": "what falls away for each committee, by first unfunded year",
        "waivers": "what may stand, why, who says so, and until when",
        "parameters": "what the result rests on: rules, rates and files, with their sources",
        "not_read": "what was seen and not read, or not for certain; there somebody must look",
    },
    counts="Counts",
    of_documents="documents",
    of_waived="waived",
    of_baselined="in the baseline",
    of_unread="not read",
    sheets="Sheets",
    columns={
        "number": "no.",
        "note": "note",
        "note_title": "title of the note",
        "standing": "outcome",
        "rule": "rule",
        "rule_title": "title of the rule",
        "message": "message",
        "place": "place",
        "file": "file",
        "asked": "asked",
        "granted_before": "granted before",
        "evidence": "evidence",
        "calculation": "calculation",
        "fix": "what to do",
        "waived_until": "waived until",
        "waiver_reason": "reason of the waiver",
        "approved_by": "approved by",
        "state": "how it stands",
        "findings_waived": "findings",
        "owner": "owner",
        "approved_on": "approved on",
        "case_number": "case",
        "fingerprint": "fingerprint",
        "department": "department",
        "budget_year": "budget year",
        "asked_in": "asked {year}",
        "asked_in_all": "asked in all",
        "errors": "errors",
        "warnings": "warnings",
        "not_verifiable": "not verifiable",
        "observations": "observations",
        "waived": "waived",
        "baselined": "in the baseline",
        "severity": "severity",
        "holds": "holds",
        "broken": "broken",
        "noted": "noted",
        "not_applicable": "not applicable",
        "last_funded_year": "last funded year",
        "first_unfunded_year": "first unfunded year",
        "falls_away": "falls away a year",
        "falls_away_in": "falls away in {year}",
        "grant": "grant",
        "grant_title": "title",
        "committee": "committee",
        "asking": "notes that ask",
        "perhaps": "notes that may ask",
        "told_by": "told by",
        "kind": "kind",
        "what": "what",
        "source": "source",
        "sha256": "SHA-256",
        "excerpt": "as it stands there",
    },
    total="in all",
    total_read="of what was read",
    amount_not_read="not read",
    year_not_known="not known",
    expiry_from_notes="the notes' own tables",
    nobody_asks="none",
    no_committee="no committee",
    nothing_expires="Nothing is known to end.",
    no_budget_year="No note states its budget year.",
    no_waivers="No waivers are in use.",
    rule_set="rules",
    rules_counted="{count} rules",
    program="program",
    file="file",
    rate="rate",
    nothing_found="Nothing was found.",
    all_read="Everything was read.",
)
DANISH = SheetWords(
    overview="Overblik",
    findings="Fund",
    notes="Notater",
    checks="Kontroller",
    expiry="Udløb",
    cliff="Bortfald",
    waivers="Fravigelser",
    parameters="Grundlag",
    not_read="Ikke læst",
    about={
        "findings": "hvert fund med begge sider, beregningen, og hvad der skal gøres",
        "notes": "hvad hvert notat beder om år for år, og hvordan det står",
        "checks": "hvordan hver regel faldt ud, over alle notater",
        "expiry": "hvilke bevillinger der udløber i runden, hvor meget der falder bort, og hvem der beder om at fortsætte",
        "cliff": "hvad der falder bort for hvert udvalg, efter første år uden midler",
        "waivers": "hvad der må blive stående, hvorfor, hvem der siger det, og hvor længe",
        "parameters": "hvad resultatet hviler på: regler, satser og filer med deres kilder",
        "not_read": "hvad der blev set, men ikke læst, eller ikke med sikkerhed; her må nogen se efter",
    },
    counts="Antal",
    of_documents="dokumenter",
    of_waived="fraveget",
    of_baselined="kendt i forvejen",
    of_unread="ikke læst",
    sheets="Ark",
    columns={
        "number": "nr.",
        "note": "notat",
        "note_title": "notatets titel",
        "standing": "udfald",
        "rule": "regel",
        "rule_title": "regelens titel",
        "message": "meddelelse",
        "place": "sted",
        "file": "fil",
        "asked": "ønsket",
        "granted_before": "tidligere afsat",
        "evidence": "belæg",
        "calculation": "beregning",
        "fix": "sådan rettes det",
        "waived_until": "fraveget til og med",
        "waiver_reason": "begrundelse for fravigelsen",
        "approved_by": "godkendt af",
        "state": "hvordan den står",
        "findings_waived": "fund",
        "owner": "ansvarlig",
        "approved_on": "godkendt den",
        "case_number": "sag",
        "fingerprint": "fingeraftryk",
        "department": "forvaltning",
        "budget_year": "budgetår",
        "asked_in": "ønsket {year}",
        "asked_in_all": "ønsket i alt",
        "errors": "fejl",
        "warnings": "advarsler",
        "not_verifiable": "kan ikke efterprøves",
        "observations": "bemærkninger",
        "waived": "fraveget",
        "baselined": "kendt i forvejen",
        "severity": "alvor",
        "holds": "holder",
        "broken": "brudt",
        "noted": "bemærket",
        "not_applicable": "ikke relevant",
        "last_funded_year": "sidste år med midler",
        "first_unfunded_year": "første år uden midler",
        "falls_away": "falder bort om året",
        "falls_away_in": "falder bort i {year}",
        "grant": "bevilling",
        "grant_title": "titel",
        "committee": "udvalg",
        "asking": "notater, der beder om den",
        "perhaps": "notater, der måske beder om den",
        "told_by": "oplyst af",
        "kind": "art",
        "what": "hvad",
        "source": "kilde",
        "sha256": "SHA-256",
        "excerpt": "som det står der",
    },
    total="i alt",
    total_read="af det læste",
    amount_not_read="ikke læst",
    year_not_known="ikke kendt",
    expiry_from_notes="notaternes egne tabeller",
    nobody_asks="ingen",
    no_committee="intet udvalg",
    nothing_expires="Intet er kendt for at udløbe.",
    no_budget_year="Intet notat oplyser sit budgetår.",
    no_waivers="Ingen fravigelser er i brug.",
    rule_set="regler",
    rules_counted="{count} regler",
    program="program",
    file="fil",
    rate="sats",
    nothing_found="Der blev ikke fundet noget.",
    all_read="Alt blev læst.",
)


def sheet_words(language: Language) -> SheetWords:
    """The words of `language`."""
    return DANISH if language == "da" else ENGLISH
