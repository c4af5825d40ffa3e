"""A folder of rules becomes a book, or the first mistake in it is told."""

from __future__ import annotations

import pytest

from grantcheck.data.fault import DataFault
from grantcheck.rules.loading import load_rule, load_rules

from .written import OBSERVATION, RULE, VOCABULARY, folder_of, spoilt, vocabulary


def fault(folder) -> DataFault:
    with pytest.raises(DataFault) as caught:
        load_rules(folder)
    return caught.value


def test_a_book_holds_its_rules_in_the_order_of_their_numbers(tmp_path):
    book = load_rules(folder_of(tmp_path, a=RULE, b=OBSERVATION))
    assert [rule.id for rule in book.rules] == ["GC101", "GC103"]
    assert book.rule("GC103").path == tmp_path / "base" / "a.yaml"
    assert book.rule("GC777") is None


def test_rules_of_the_program_itself_are_not_judged(tmp_path):
    fault_rule = (
        "id: GC999\nname: internal-fault\nseverity: error\ntitle: {en: a, da: b}\nrationale: {en: a, da: b}\n"
        "reference: none\nreported_by_program: true\nfix: {en: a, da: b}\n"
    )
    book = load_rules(folder_of(tmp_path, a=RULE, z=fault_rule))
    assert [rule.id for rule in book.judged] == ["GC103"]
    assert [rule.id for rule in book.rules] == ["GC103", "GC999"]


def test_a_folder_without_rule_files_says_what_is_expected(tmp_path):
    found = fault(folder_of(tmp_path))
    assert (found.problem, found.remedy) == (
        "There is no rule file here.",
        "Name the folder that holds base/*.yaml.",
    )


def test_a_folder_without_vocabulary_names_the_missing_file(tmp_path):
    assert fault(tmp_path).path == tmp_path / "facts.yaml"


def test_two_rules_of_one_id_name_each_other(tmp_path):
    found = fault(folder_of(tmp_path, gc103_overlap=RULE, gc103_other=RULE))
    assert found.path.name == "gc103_overlap.yaml"
    assert found.problem == "The id GC103 is taken by gc103_other.yaml."
    assert found.remedy == "Give one of the two another id."


def test_a_typo_in_a_rule_names_file_line_and_word(tmp_path):
    folder = folder_of(tmp_path, gc103_overlap=spoilt("broken_when", "brokn_when"))
    assert str(fault(folder)) == (
        f"{folder}/base/gc103_overlap.yaml:10: 'brokn_when' is not a known key. Did you mean 'broken_when'?"
    )


def test_a_typo_in_the_vocabulary_names_file_line_and_word(tmp_path):
    folder = folder_of(tmp_path, a=RULE)
    (folder / "facts.yaml").write_text(spoilt("type: year", "type: yeer", VOCABULARY), "utf-8")
    found = fault(folder)
    assert (found.path.name, found.line) == ("facts.yaml", 5)
    assert found.problem.startswith("'kinds.prior.fields.year.type': Input should be 'money', 'year',")


def test_other_files_in_the_folder_are_no_rules(tmp_path):
    folder = folder_of(tmp_path, a=RULE)
    (folder / "base" / "notes.md").write_text("not a rule")
    assert len(load_rules(folder).rules) == 1


def test_a_single_file_can_be_loaded_alone(tmp_path):
    folder_of(tmp_path, a=RULE)
    assert load_rule(tmp_path / "base" / "a.yaml", vocabulary()).id == "GC103"


def digest(folder, **rules: str) -> str:
    folder.mkdir()
    return load_rules(folder_of(folder, **rules)).sha256


def test_the_digest_is_the_same_for_the_same_rules_wherever_they_lie(tmp_path):
    assert digest(tmp_path / "a", x=RULE) == digest(tmp_path / "b", x=RULE)


@pytest.mark.parametrize(
    "changed",
    [
        {"x": spoilt("prior.amount > 120", "prior.amount > 121")},
        {"x": RULE + "# a remark\n"},
        {"x": RULE, "y": OBSERVATION},
        {"y": RULE},
    ],
    ids=["a figure", "a remark", "one rule more", "another file name"],
)
def test_the_digest_changes_with_any_rule(tmp_path, changed):
    assert digest(tmp_path / "a", x=RULE) != digest(tmp_path / "b", **changed)


def test_the_digest_changes_with_the_vocabulary(tmp_path):
    folder = folder_of(tmp_path, x=RULE)
    before = load_rules(folder).sha256
    (folder / "facts.yaml").write_text(VOCABULARY + "# a remark\n", "utf-8")
    assert load_rules(folder).sha256 != before
