"""The words of the HTML page that no other report needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grantcheck.model.text import Language


@dataclass(frozen=True)
class PageWords:
    """Labels and sentences of one language; the names in braces are filled in."""

    skip: str
    contents: str
    as_of: str
    checked_by: str
    internal_fault: str
    # the parts of the page
    glance: str
    falls_away: str
    notes: str
    details: str
    waived: str
    not_read: str
    checks: str
    basis: str
    # the round at a glance
    outcomes: str
    counted: str
    documents: str
    of_errors: str
    outcome_names: dict[str, str]
    asked: str
    asked_in: str
    asked_total: str
    asked_unread: str
    asked_none: str
    own_levels: str
    year: str
    amount: str
    # what falls away
    from_register: str
    from_notes: str
    nothing_known: str
    falls_in: str
    falls_none: str
    unasked: str
    all_asked: str
    by_year: str
    by_committee: str
    committee: str
    no_committee: str
    notes_count: str
    total: str
    unasked_list: str
    grant: str
    first_year: str
    perhaps: str
    end_unknown: str
    and_more: str
    # the table of notes
    note: str
    title: str
    asked_column: str
    total_column: str
    granted_column: str
    errors: str
    warnings: str
    open: str
    noted: str
    waivers: str
    unknown_amount: str
    sort_hint: str
    table_label: str
    # the filters
    filters: str
    search: str
    search_hint: str
    any_committee: str
    outcome: str
    any_outcome: str
    worth_a_look: str
    nothing_found: str
    rule: str
    any_rule: str
    reset: str
    shown: str
    none_shown: str
    open_all: str
    close_all: str
    # a note
    timeline: str
    timeline_none: str
    granted_bar: str
    asked_bar: str
    gap: str
    unread_bar: str
    gap_said: str
    no_gap: str
    overlap_said: str
    back: str
    evidence: str
    also_counted: str
    # a finding
    waived_until: str
    waiver_by: str
    case: str
    fingerprint: str
    # waivers
    reason: str
    # what was not read
    nothing_unread: str
    unread_counted: str
    unread_of_file: str
    place: str
    problem: str
    # checks by rule
    title_of_rule: str
    never_ran: str
    never_ran_said: str
    every_rule_ran: str
    # the basis
    parameters: str
    what: str
    file: str
    source: str
    no_source: str
    sha256: str
    inputs: str
    rules_hash: str
    waiver_file: str


ENGLISH = PageWords(
    skip="Skip to the notes",
    contents="Contents",
    as_of="Judged as of {day}",
    checked_by="{count} rules, grantcheck {version}",
    internal_fault="The program failed on part of the work (GC999). What is listed below is not complete.",
    glance="The round at a glance",
    falls_away="What falls away",
    notes="Notes",
    details="Note by note",
    waived="Waived findings",
    not_read="What was not read",
    checks="Checks by rule",
    basis="What this rests on",
    outcomes="How the checks ended",
    counted="{count} checks: every rule on every note.",
    documents="Documents",
    of_errors="{errors} and {warnings}",
    outcome_names={
        "broken": "Broken",
        "not_verifiable": "Not verifiable",
        "noted": "Noted",
        "held": "Held",
        "not_applicable": "Not applicable",
        "waived": "Waived",
        "baselined": "Known before",
        "turned_off": "Turned off",
        "unread": "Not read",
    },
    asked="Money asked for",
    asked_in="asked for in {year}",
    asked_total="{amount} over all years.",
    asked_unread="Not in the sum: {count} amounts that were not read.",
    asked_none="No note with an amount was read.",
    own_levels="Amounts as the notes state them; requests and earlier grants may be at different price levels.",
    year="Year",
    amount="Amount",
    from_register="From the register {source}.",
    from_notes="No register is in use: this is what the notes' own tables of earlier grants say, so grants that no note "
    "asks for are not seen.",
    nothing_known="No note states its budget year, so nothing can be said of what falls away.",
    falls_in="falls away in {year}",
    falls_none="Nothing is known to fall away in {year}.",
    unasked="No note asks for {count} of {all} grants: {amount} a year.",
    all_asked="A note asks for each of the {all} grants.",
    by_year="By first year without the money",
    by_committee="By committee",
    committee="Committee",
    no_committee="not named",
    notes_count="Notes",
    total="Total",
    unasked_list="Grants that no note asks to continue",
    grant="Grant",
    first_year="First year without it",
    perhaps="perhaps {notes}",
    end_unknown="Of {count} more it is not known when the money ends: {names}.",
    and_more="… and {count} more",
    note="Note",
    title="Title",
    asked_column="Asks for, first year",
    total_column="Asks for, in all",
    granted_column="Granted before",
    errors="Errors",
    warnings="Warnings",
    open="Not verifiable",
    noted="Noted",
    waivers="Waived",
    unknown_amount="not read",
    sort_hint="Press a heading to sort by it.",
    table_label="Notes, with what they ask for and what was found",
    filters="Filter the notes",
    search="Text",
    search_hint="code, title or word",
    any_committee="All committees",
    outcome="Outcome",
    any_outcome="All outcomes",
    worth_a_look="Errors or warnings",
    nothing_found="Nothing to report",
    rule="Rule",
    any_rule="All rules",
    reset="Show all",
    shown="{shown} of {all} notes are shown.",
    none_shown="No note fits. Choose less, or show all.",
    open_all="Open all evidence",
    close_all="Close all evidence",
    timeline="Money by year, {note}",
    timeline_none="No amounts were read that could be drawn.",
    granted_bar="granted",
    asked_bar="asked",
    gap="gap",
    unread_bar="not read",
    gap_said="Without money between them: {years}.",
    no_gap="No gap between them.",
    overlap_said="Granted and asked for in the same year: {years}.",
    back="Back to the table",
    evidence="Evidence and calculation",
    also_counted="Of the other checks {held} hold and {off} do not apply.",
    waived_until="Waived until {day}",
    waiver_by="Owner {owner}; approved by {approver} on {day}",
    case="case {number}",
    fingerprint="Fingerprint",
    reason="Reason",
    nothing_unread="Every file was read, and nothing in them is in doubt.",
    unread_counted="{count} parts of the files were seen and not read for certain. No check was decided by them.",
    unread_of_file="Files that were not wholly read",
    place="Place",
    problem="What, and what to do",
    title_of_rule="What it checks",
    never_ran="never applied",
    never_ran_said="{count} of {all} rules applied to no note. They say nothing about this round.",
    every_rule_ran="Every rule applied to at least one note.",
    parameters="Parameters and their sources",
    what="What",
    file="File",
    source="Source",
    no_source="the file itself",
    sha256="SHA-256",
    inputs="Files that were checked ({count})",
    rules_hash="{count} rules",
    waiver_file="Waivers",
)

DANISH = PageWords(
    skip="Spring til notaterne",
    contents="Indhold",
    as_of="Bedømt pr. {day}",
    checked_by="{count} regler, grantcheck {version}",
    internal_fault="Programmet fejlede i en del af arbejdet (GC999). Det, der er opført nedenfor, er ikke fuldstændigt.",
    glance="Budgetrunden i overblik",
    falls_away="Hvad der falder bort",
    notes="Notater",
    details="Notat for notat",
    waived="Fravegne fund",
    not_read="Hvad der ikke er læst",
    checks="Kontroller efter regel",
    basis="Hvad dette bygger på",
    outcomes="Hvordan kontrollerne endte",
    counted="{count} kontroller: hver regel på hvert notat.",
    documents="Dokumenter",
    of_errors="{errors} og {warnings}",
    outcome_names={
        "broken": "Brudt",
        "not_verifiable": "Kan ikke efterprøves",
        "noted": "Bemærket",
        "held": "Holder",
        "not_applicable": "Ikke relevant",
        "waived": "Fraveget",
        "baselined": "Kendt i forvejen",
        "turned_off": "Slået fra",
        "unread": "Ikke læst",
    },
    asked="Ønskede midler",
    asked_in="ønskes i {year}",
    asked_total="{amount} over alle år.",
    asked_unread="Ikke med i summen: {count} beløb, der ikke er læst.",
    asked_none="Der er ikke læst noget notat med et beløb.",
    own_levels="Beløb, som notaterne angiver dem; ønsker og tidligere bevillinger kan være i forskellige pris- og "
    "lønniveauer.",
    year="År",
    amount="Beløb",
    from_register="Fra registret {source}.",
    from_notes="Der er ikke noget register i brug: dette er, hvad notaternes egne tabeller over tidligere afsatte midler "
    "siger, så bevillinger, som intet notat beder om, ses ikke.",
    nothing_known="Intet notat angiver sit budgetår, så der kan ikke siges noget om, hvad der falder bort.",
    falls_in="falder bort i {year}",
    falls_none="Der er ikke kendskab til noget, der falder bort i {year}.",
    unasked="Intet notat beder om {count} af {all} bevillinger: {amount} om året.",
    all_asked="Et notat beder om hver af de {all} bevillinger.",
    by_year="Efter første år uden midlerne",
    by_committee="Efter udvalg",
    committee="Udvalg",
    no_committee="ikke nævnt",
    notes_count="Notater",
    total="I alt",
    unasked_list="Bevillinger, som intet notat beder om at videreføre",
    grant="Bevilling",
    first_year="Første år uden",
    perhaps="måske {notes}",
    end_unknown="Om {count} til vides det ikke, hvornår midlerne ophører: {names}.",
    and_more="… og {count} til",
    note="Notat",
    title="Titel",
    asked_column="Ønsker, første år",
    total_column="Ønsker, i alt",
    granted_column="Tidligere afsat",
    errors="Fejl",
    warnings="Advarsler",
    open="Kan ikke efterprøves",
    noted="Bemærket",
    waivers="Fraveget",
    unknown_amount="ikke læst",
    sort_hint="Tryk på en overskrift for at sortere efter den.",
    table_label="Notater med det, de ønsker, og det, der er fundet",
    filters="Filtrér notaterne",
    search="Tekst",
    search_hint="kode, titel eller ord",
    any_committee="Alle udvalg",
    outcome="Udfald",
    any_outcome="Alle udfald",
    worth_a_look="Fejl eller advarsler",
    nothing_found="Intet at bemærke",
    rule="Regel",
    any_rule="Alle regler",
    reset="Vis alle",
    shown="{shown} af {all} notater vises.",
    none_shown="Intet notat passer. Vælg mindre, eller vis alle.",
    open_all="Åbn alle belæg",
    close_all="Luk alle belæg",
    timeline="Midler år for år, {note}",
    timeline_none="Der er ikke læst beløb, som kan tegnes.",
    granted_bar="afsat",
    asked_bar="ønsket",
    gap="hul",
    unread_bar="ikke læst",
    gap_said="Uden midler imellem: {years}.",
    no_gap="Intet hul imellem.",
    overlap_said="Både afsat og ønsket i samme år: {years}.",
    back="Tilbage til tabellen",
    evidence="Belæg og beregning",
    also_counted="Af de øvrige kontroller holder {held}, og {off} er ikke relevante.",
    waived_until="Fraveget til og med {day}",
    waiver_by="Ansvarlig {owner}; godkendt af {approver} den {day}",
    case="sag {number}",
    fingerprint="Fingeraftryk",
    reason="Begrundelse",
    nothing_unread="Hver fil er læst, og intet i dem er i tvivl.",
    unread_counted="{count} dele af filerne er set og ikke læst med sikkerhed. Ingen kontrol er afgjort af dem.",
    unread_of_file="Filer, der ikke er læst helt",
    place="Sted",
    problem="Hvad, og hvad der skal gøres",
    title_of_rule="Hvad den kontrollerer",
    never_ran="aldrig relevant",
    never_ran_said="{count} af {all} regler var ikke relevante for noget notat. De siger intet om denne runde.",
    every_rule_ran="Hver regel var relevant for mindst ét notat.",
    parameters="Parametre og deres kilder",
    what="Hvad",
    file="Fil",
    source="Kilde",
    no_source="filen selv",
    sha256="SHA-256",
    inputs="Filer, der er kontrolleret ({count})",
    rules_hash="{count} regler",
    waiver_file="Fravigelser",
)


def page_words(language: Language) -> PageWords:
    """The words of `language`."""
    return DANISH if language == "da" else ENGLISH
