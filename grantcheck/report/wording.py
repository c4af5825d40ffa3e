"""Every word that grantcheck itself prints around the findings, in English and in Danish."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """The labels of one language. Words in braces are filled in."""

    # how a finding ends
    error: str
    warning: str
    note: str
    broken: str
    not_verifiable: str
    holds: str
    not_applicable: str

    # what answers for a finding
    waived: str
    baselined: str
    in_baseline: str
    waived_until: str
    waiver_case: str
    waiver_lapses: str
    waiver: str
    never_waived: str
    day_left: str
    days_left: str
    last_day: str
    day_ago: str
    days_ago: str
    waiver_states: dict[str, str]
    refusals: dict[str, str]

    baseline_in_use: str
    baseline_fixed: str

    # the heading of a note
    asks_for: str
    granted_before: str
    budget: str
    a_year: str
    in_year: str
    year_not_read: str
    no_amount_read: str
    none_granted: str
    nothing_to_report: str
    forthcoming: str
    further_forthcoming: str

    # the parts of a finding
    roles: dict[str, str]
    calculation: str
    fix: str
    times: str
    further_places: str
    more_evidence: str

    # the last lines of a report
    document: str
    documents: str
    count_held: str
    count_broken: str
    count_noted: str
    count_not_applicable: str
    count_not_verifiable: str
    count_waived: str
    count_baselined: str
    count_turned_off: str
    packs_in_use: str
    turned_off: str
    parameter_set: str
    count_unread: str
    errors: str
    one_error: str
    warnings: str
    one_warning: str
    not_wholly_read: str
    engines: dict[str, str]
    judged_by_engine: str
    judged_in_place: str
    engine_remedy: str
    changed_only: str
    nothing_changed: str
    settings_changed: str
    watch_changed: str
    watch_waits: str
    no_document: str

    # the other formats of the report
    report_title: str
    judged_by: str
    note_word: str
    place: str
    columns: dict[str, str]
    further_findings: str
    further_annotations: str
    told_note: str
    told_department: str
    told_budget: str
    told_file: str
    told_finding: str
    told_figure: str
    to: str
    signs: dict[str, str]

    # the view of a note
    untitled: str
    categories: str
    districts: str
    no_marks: str
    undecided_mark: str
    claims: str
    from_year_on: str
    table: str
    kinds: dict[str, str]
    areas: dict[str, str]
    frequencies: dict[str, str]
    directions: dict[str, str]
    parts: dict[str, str]
    printed_in: str
    unit_not_stated: str
    level_of_year: str
    level_current: str
    level_not_stated: str
    row: str
    total: str
    doubts: str
    read_by_ocr: str
    not_read: str

    # why a file gave no note
    file_empty: str
    file_too_large: str
    file_not_text: str
    file_no_note: str

    # the page of a rule
    rule: str
    name: str
    severity: str
    title: str
    why: str
    reference: str
    effective: str
    parameters: str
    pack: str
    is_off: str
    is_turned_off: str
    applies_when: str
    needs: str
    noted_when: str
    broken_when: str
    always: str
    reported_by_program: str
    message: str
    unverified: str
    calculation_heading: str
    fix_heading: str
    tests: str
    outcomes: dict[str, str]
    operators: dict[str, str]
    is_true: str
    is_false: str
    known: str
    unknown: str
    negated: str
    all_of: str
    any_of: str
