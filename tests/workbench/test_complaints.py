"""The catalogue of wrong rule files: each mistake gives one complaint with file, line and remedy."""

from __future__ import annotations

import pytest
from rules.written import OBSERVATION, folder_of, spoilt

from grantcheck.data.shipped import shipped_rules
from grantcheck.workbench.complaints import complaints

from .whole import WHOLE

MISTAKES = {
    "a key misspelt": ("needs:", "neds:", 9, "'neds' is not a known key. Did you mean 'needs'?"),
    "a key twice": ("reference: DOMAIN C2", "name: again", 6, "The key 'name' stands twice here. Keep one of the two."),
    "a key missing": ("reference: DOMAIN C2\n", "", 1, "'reference' is missing. Add it."),
    "no YAML": ("facts: {request: request", "facts: {request: [request", 7, "This is not valid YAML"),
    "a fraction": ("prior.amount > 120", "prior.amount > 1.5", 11, "'1.5' is neither a field, a whole number nor a text"),
    "an unknown severity": ("severity: warning", "severity: grave", 13, "Input should be 'error', 'warning' or 'note'"),
    "an id of another form": ("id: GC103", "id: gc-103", 1, "'id': String should match pattern"),
    "a name with blanks": ("name: overlap", "name: the overlap", 2, "'name': String should match pattern"),
    "a language missing": ("title: {en: Funded already, da: Allerede finansieret}", "title: {en: Funded already}", 4, "'title.da' is missing. Add it."),
    "a language empty": ("da: Allerede finansieret", 'da: ""', 4, "'title' has no Danish text. Write it."),
    "a placeholder": ("en: Take the year out", "en: TODO", 21, "'fix' has no English text. Write it."),
    "one language for both": ("da: Allerede finansieret", "da: Funded already", 4, "'title' is the same in both languages."),
    "other fields in one language": ('da: "{request.year} er åbent"', 'da: "året er åbent"', 17, "'unverified' names other fields in English than in Danish."),
    "no reference": ("reference: DOMAIN C2", 'reference: ""', 6, "the reference is not written. Name the public source"),
    "an unknown kind": ("prior: prior}\napplies", "prior: priir}\napplies", 7, "'priir' is not a kind of fact. Did you mean 'prior'?"),
    "an unknown alias": ("prior.amount > 120", "prio.amount > 120", 11, "'prio' is not among the rule's facts. Did you mean 'prior'?"),
    "an unknown field": ("prior.amount > 120", "prior.amunt > 120", 11, "a prior has no 'amunt'. Did you mean 'amount'?"),
    "an unknown field in a message": ("funded ({prior.amount})", "funded ({prior.sum})", 16, "a prior has no 'sum'."),
    "a form in a message": ("is funded ({prior.amount})", "is funded ({prior.amount:>9})", 16, "says how to print a field."),
    "a brace alone": ("is funded ({prior.amount})", "is funded ({prior.amount)", 16, "a brace stands alone in"),
    "unknown evidence": ("evidence: [request, prior]", "evidence: [request, priors]", 18, "'priors' is not among the rule's facts."),
    "text against number": ("prior.amount > 120", 'prior.amount > "120"', 11, "'prior.amount' is a money. Compare it with a value of that type."),
    "texts in order": ("prior.amount > 120", 'prior.area > "service"', 11, "texts have no order."),
    "unlike types": ("request.year == prior.year", "request.year == prior.area", 8, "'request.year' (year) is compared with a text."),
    "a number as a flag": ("when: prior.cancelled", "when: prior.year", 12, "stands alone but is no flag."),
    "a field for messages": ("when: prior.cancelled", "when: prior.terms == 5", 12, "'prior.terms' is for messages only."),
    "arithmetic": ("prior.amount > 120", "prior.amount + 1 > 120", 11, "'prior.amount + 1' is neither a field"),
    "a call": ("when: prior.cancelled", "when: open(prior.name)", 12, "cannot stand in a condition."),
    "an open end": ("needs: [request.amount, prior.amount]", "needs: [request.amount]", 10, "broken_when cannot be decided where 'prior.amount' is missing. Add prior.amount to needs"),
    "a field that is not a need": ("needs: [request.amount, ", "needs: [amount, prior.amount, ", 9, "cannot stand in a condition."),
    "a contradiction in applies_when": ("request.year == prior.year]", "request.year > 2030, request.year < 2031]", 8, "applies_when contradicts itself."),
    "a contradiction of applies_when": ("prior.amount > 120", "request.year < prior.year", 11, "this branch can never be true where the rule applies."),
    "a branch that contradicts itself": ("request.amount != 0 and prior.amount > 120", "prior.amount > 120 and prior.amount < 120", 11, "this branch contradicts itself."),
    "a branch that is covered": ("when: prior.cancelled", "when: prior.amount > 130 and request.amount > 0", 12, "this branch can never be reached: an earlier one is true wherever it is."),
    "a rule that never holds": ("when: prior.cancelled", "when: request.amount == 0 or prior.amount <= 120", 10, "the rule can never hold"),
    "a test of an unknown field": ("{year: 2027, amount", "{yeer: 2027, amount", 33, "a request has no 'yeer'. Mend the facts of the test."),
    "an outcome without a test": ("outcome: not_verifiable", "outcome: holds", 22, "no test ends as not_verifiable. Add one with 'outcome: not_verifiable'."),
}  # fmt: skip


def told(folder) -> list[tuple[str, int, str]]:
    return [(f.path.name, f.line, f"{f.problem} {f.remedy}") for f in complaints(folder, folder)]


def test_nobody_complains_about_the_shipped_rules():
    assert complaints(shipped_rules(), shipped_rules()) == []


def test_nobody_complains_about_a_whole_rule(tmp_path):
    assert told(folder_of(tmp_path, a=WHOLE)) == []


@pytest.mark.parametrize("mistake", MISTAKES)
def test_each_mistake_gives_one_complaint(tmp_path, mistake):
    before, after, line, said = MISTAKES[mistake]
    ((name, at, sentence),) = told(folder_of(tmp_path, gc103_overlap=spoilt(before, after, WHOLE)))
    assert (name, at) == ("gc103_overlap.yaml", line)
    assert said in sentence


def test_all_mistakes_are_told_and_not_only_the_first(tmp_path):
    text = spoilt("prior.amount > 120", "prior.amunt > 120", WHOLE)
    text = spoilt("when: prior.cancelled", "when: prior.canceled", text)
    text = spoilt("evidence: [request, prior]", "evidence: [priors]", text)
    folder = folder_of(
        tmp_path, a=text, b=spoilt("needs:", "neds:", spoilt("severity: error", "severity: x", WHOLE))
    )
    assert [(name, line) for name, line, _ in told(folder)] == [
        ("a.yaml", 11), ("a.yaml", 12), ("a.yaml", 18), ("b.yaml", 3), ("b.yaml", 9),
    ]  # fmt: skip


def test_two_files_of_one_id_are_told(tmp_path):
    (fault,) = told(folder_of(tmp_path, a=WHOLE, b=WHOLE))
    assert fault == ("b.yaml", 1, "The id GC103 is taken by a.yaml. Give one of the two another id.")


@pytest.mark.parametrize(
    "again",
    [
        WHOLE,
        spoilt("prior.amount > 120", "120 < prior.amount", WHOLE),
        spoilt("request.amount != 0", "not request.amount == 0", WHOLE),
        spoilt("request.year == prior.year", "request.year <= prior.year, request.year >= prior.year", WHOLE),
        WHOLE.replace("prior: prior", "before: prior").replace("prior.", "before.").replace("prior: {", "before: {").replace("[request, prior]", "[request, before]"),
    ],
    ids=["word for word", "turned round", "by its opposite", "by two bounds", "with other aliases"],
)  # fmt: skip
def test_two_rules_that_always_fire_together_are_told(tmp_path, again):
    (fault,) = told(folder_of(tmp_path, a=WHOLE, b=spoilt("GC103", "GC104", again)))
    assert fault[0] == "b.yaml"
    assert "GC104 fires wherever GC103 (a.yaml) does, and nowhere else." in fault[2]


def test_rules_that_differ_by_one_krone_are_two(tmp_path):
    other = spoilt("GC103", "GC104", spoilt("prior.amount > 120", "prior.amount > 121", WHOLE))
    assert told(folder_of(tmp_path, a=WHOLE, b=other)) == []


def test_an_observation_wants_a_test_that_notes_and_one_that_does_not_apply(tmp_path):
    assert [sentence for _, _, sentence in told(folder_of(tmp_path, a=OBSERVATION))] == [
        "GC101: no test ends as noted. Add one with 'outcome: noted'.",
        "GC101: no test ends as not_applicable. Add one with 'outcome: not_applicable'.",
    ]


def test_an_observation_that_can_never_be_noted_is_told(tmp_path):
    never = spoilt(
        "noted_when: [prior.year == 2025]", "noted_when: [prior.year < 2025, prior.year > 2024]", OBSERVATION
    )
    assert any(
        "noted_when can never be true" in sentence for _, _, sentence in told(folder_of(tmp_path, a=never))
    )


def test_a_mistake_in_a_file_of_tests_is_told(tmp_path):
    folder = folder_of(tmp_path, a=WHOLE)
    (folder / "base" / "a.test.yaml").write_text("rule: GC103\ntest: []\n", "utf-8")
    ((name, line, sentence),) = told(folder)
    assert (name, line) == ("a.test.yaml", 2)
    assert "'test' is not a known key. Did you mean 'tests'?" in sentence


def test_a_folder_without_rules_is_one_complaint(tmp_path):
    assert [sentence for _, _, sentence in told(tmp_path)] == [
        "There is no rule file here. Name a folder that holds rules (*.yaml)."
    ]


def test_a_rule_too_large_for_the_engine_is_told(tmp_path):
    large = spoilt(
        "facts: {request: request, prior: prior}",
        "facts: {request: request, prior: prior, a: prior, b: prior, c: prior}",
        WHOLE,
    )
    assert any(
        "a rule joins at most 4 facts" in sentence for _, _, sentence in told(folder_of(tmp_path, a=large))
    )
