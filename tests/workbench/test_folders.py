"""A folder of rules is a whole set, or rule files that use the words of another."""

from __future__ import annotations

import pytest
from rules.written import RULE, folder_of

from grantcheck.data.fault import DataFault
from grantcheck.workbench.folders import book_of


def test_a_whole_set_has_its_own_words(tmp_path):
    folder = folder_of(tmp_path, a=RULE)
    assert [rule.id for rule in book_of(folder, tmp_path / "nowhere").rules] == ["GC103"]


def test_rule_files_alone_use_the_words_in_force(tmp_path):
    in_force = tmp_path / "in_force"
    in_force.mkdir()
    folder_of(in_force, a=RULE)
    own = tmp_path / "own"
    own.mkdir()
    (own / "office.yaml").write_text(RULE.replace("GC103", "OFFICE001"), "utf-8")
    assert [rule.id for rule in book_of(own, in_force).rules] == ["OFFICE001"]


def test_a_folder_without_rules_says_so(tmp_path):
    (tmp_path / "facts.yaml").write_text("kinds: {}\n")
    with pytest.raises(DataFault, match=r"There is no rule file here\. Name a folder that holds rules"):
        book_of(tmp_path, tmp_path)


def test_two_files_of_one_id_are_a_mistake(tmp_path):
    with pytest.raises(DataFault, match=r"b\.yaml:1: The id GC103 is taken by a\.yaml"):
        book_of(folder_of(tmp_path, a=RULE, b=RULE), tmp_path)
