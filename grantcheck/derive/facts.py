"""A case to all of its facts."""

from __future__ import annotations

from collections.abc import Iterator

from grantcheck.data.profile import Profile
from grantcheck.derive.agreement_years import agreement_facts
from grantcheck.derive.completeness import completeness_facts, document_fact
from grantcheck.derive.figures import request_of
from grantcheck.derive.forms import form_facts
from grantcheck.derive.grants.expiring_grants import expiring_grant_facts
from grantcheck.derive.grants.grant_matches import grant_match_facts
from grantcheck.derive.grants.registered_years import registered_year_facts
from grantcheck.derive.grants.renewals import renewal_facts
from grantcheck.derive.grants.rivals import rival_facts
from grantcheck.derive.history import history_facts
from grantcheck.derive.marks import mark_facts
from grantcheck.derive.offices import office_facts
from grantcheck.derive.price_levels.assumptions import Assumptions
from grantcheck.derive.price_levels.comparison import comparison_facts
from grantcheck.derive.price_levels.growth import growth_facts
from grantcheck.derive.price_levels.price_series import price_series_facts
from grantcheck.derive.prior_areas import area_facts
from grantcheck.derive.recognised import without_recognised
from grantcheck.derive.request import request_facts
from grantcheck.derive.sums.detail_sums import detail_sums
from grantcheck.derive.sums.sums import sum_facts
from grantcheck.derive.tables import table_facts
from grantcheck.derive.texts.claims import claim_facts
from grantcheck.derive.texts.durations import duration_facts
from grantcheck.derive.texts.leftovers import leftover_facts
from grantcheck.derive.texts.name_variants import name_facts
from grantcheck.derive.texts.one_offs import jump_facts, one_off_facts
from grantcheck.derive.texts.statements import statement_facts
from grantcheck.derive.waivers import waiver_facts
from grantcheck.model.case import Case
from grantcheck.model.fact import Fact
from grantcheck.model.note import Note


def derive(case: Case, profile: Profile, assumptions: Assumptions | None = None) -> tuple[Fact, ...]:
    """The facts of a case, in a stable order; of a file without a note only the file itself.

    Of the register as a whole they are the grants that expire, of a file of waivers the waivers. Without `assumptions` no price series is in use.
    """
    if case.waivers is not None:
        return tuple(waiver_facts(case.waivers))
    if case.expiring is not None:
        return tuple(expiring_grant_facts(case.expiring))
    document = document_fact(case.document)
    if case.note is None:
        return (document,)
    seen = without_recognised(case)
    return (document, *_note_facts(seen, seen.note or case.note, profile, assumptions or Assumptions()))


def _note_facts(case: Case, note: Note, profile: Profile, assumptions: Assumptions) -> Iterator[Fact]:
    yield from completeness_facts(note, profile)
    yield from mark_facts(note, profile)
    yield from office_facts(note, profile)
    yield from table_facts(note, profile)
    yield from growth_facts(note, profile)
    yield from agreement_facts(note, profile)
    yield from leftover_facts(note, profile)
    yield from name_facts(note)
    yield from duration_facts(note, request_of(note), profile)
    yield from sum_facts(note, profile)
    yield from detail_sums(note)
    yield from history_facts(case, note)
    request = request_of(note)
    if request is not None:
        yield from request_facts(note, request, profile)
        yield from area_facts(case, note, request)
        yield from comparison_facts(case, note, request, profile, assumptions)
        yield from price_series_facts(case, note, request, assumptions)
        yield from one_off_facts(note, request, profile)
        yield from jump_facts(note, request, profile)
    yield from form_facts(note, case.other_forms)
    yield from grant_match_facts(case, note)
    yield from rival_facts(case, note)
    yield from renewal_facts(case, note)
    yield from registered_year_facts(case, note)
    yield from claim_facts(case, note)
    yield from statement_facts(note)
