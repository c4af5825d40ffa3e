"""The catalogue of wrong rule files: each mistake gives one complaint with file, line and remedy."""

from __future__ import annotations

import pytest
from rules.written import OBSERVATION, folder_of, spoilt

from grantcheck.data.shipped import shipped_rules
from grantcheck.workbench.complaints import complaints

from .mistakes import MISTAKES
from .whole import WHOLE


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
