"""Whatever a note holds, its facts are of the vocabulary: no unknown word, no null, no float, nothing twice."""

from __future__ import annotations

from builders import case_of, document_of, profile
from drawn import notes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from register.grants import grant_of

from grantcheck.data.shipped import shipped_rules
from grantcheck.derive.facts import derive
from grantcheck.model.fact import Fact
from grantcheck.model.text import Text
from grantcheck.register.joining import KnownGrants, with_grants
from grantcheck.register.match import match
from grantcheck.rules.vocabulary import FieldType, load_vocabulary

VOCABULARY = load_vocabulary(shipped_rules())
SHOWN_AS = {FieldType.AMOUNTS: tuple, FieldType.TEXTS: tuple, FieldType.SENTENCE: Text}


def thorough(examples: int) -> settings:
    return settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))


def misfits(fact: Fact) -> list[str]:
    """What is wrong with a fact."""
    kind = VOCABULARY.kinds.get(fact.kind)
    if kind is None:
        return [f"no kind {fact.kind}"]
    given_names = [*fact.fields, *fact.shown]
    found = [f"no field {name}" for name in (*given_names, *fact.missing) if name not in kind.fields]
    if found:
        return found
    found += [f"{name} is there and missing" for name in given_names if name in fact.missing]
    found += [f"{name} = {v!r}" for name, v in fact.fields.items() if not _fits(kind.fields[name].type, v)]
    found += [
        f"{name} shown as {v!r}"
        for name, v in fact.shown.items()
        if not isinstance(v, SHOWN_AS.get(kind.fields[name].type, ()))
    ]
    for name, field in kind.fields.items():
        absent = name not in given_names
        if absent and not field.optional:
            found.append(f"{name} is required")
    return found


def _fits(field_type: FieldType, value: object) -> bool:
    if field_type is FieldType.TEXT:
        return type(value) is str
    if field_type is FieldType.FLAG:
        return type(value) is int and value in {0, 1}
    if field_type is FieldType.COUNT:
        return type(value) is int and value >= 0
    return field_type.comparable and type(value) is int


@thorough(150)
@given(notes())
def test_every_fact_of_any_note_fits_the_vocabulary(note):
    found = {fact.kind: misfits(fact) for fact in derive(case_of(note), profile()) if misfits(fact)}
    assert found == {}


@thorough(40)
@given(st.tuples(notes(), notes()))
def test_the_facts_of_other_forms_fit_too(forms):
    note, other = forms
    case = match(document_of(note), note, (other,))
    assert [misfits(fact) for fact in derive(case, profile()) if fact.kind == "form"] == [[]]


@thorough(40)
@given(notes())
def test_a_note_gives_the_same_facts_every_time(note):
    assert derive(case_of(note), profile()) == derive(case_of(note), profile())


@thorough(40)
@given(notes())
def test_every_mark_lies_within_its_excerpt(note):
    for fact in derive(case_of(note), profile()):
        for trace in fact.traces:
            start, end = trace.mark or (0, 0)
            assert 0 <= start <= end <= len(trace.text)


def test_a_file_without_a_note_gives_itself_alone():
    (fact,) = derive(match(document_of(), None), profile())
    assert (fact.kind, fact.fields["notes"], fact.fields["path"]) == ("document", 0, "notes/KF031.txt")
    assert misfits(fact) == []


@thorough(40)
@given(notes(), st.lists(st.text(max_size=20), max_size=4))
def test_the_facts_of_matches_fit_too(note, titles):
    named = [note.title or "", *(row.label for table in note.tables for row in table.rows), *titles]
    grants = tuple(grant_of(f"G{number}", title) for number, title in enumerate(named))
    (case,) = with_grants([case_of(note)], KnownGrants(grants), profile())
    found = [fact for fact in derive(case, profile()) if fact.kind == "grant-match"]
    assert [misfits(fact) for fact in found if misfits(fact)] == []
