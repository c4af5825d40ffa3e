"""`grantcheck rules test` as a person runs it."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
from rules.written import RULE, folder_of, spoilt


@pytest.fixture
def sound(tmp_path):
    return folder_of(tmp_path, gc103_overlap=RULE)


@pytest.fixture
def faulty(tmp_path):
    return folder_of(tmp_path, gc103_overlap=spoilt("outcome: broken", "outcome: holds"))


def test_tests_that_end_as_they_say_are_counted(grantcheck, sound):
    result = grantcheck("rules", "test", sound)
    assert result.exit_code == 0
    assert "1 tests: 1 as they say, 0 not." in result.stdout
    assert "Seen: 1 of 1 rules, 3 of 8 conditions, true and false, 2 of 6 outcomes." in result.stdout
    assert "GC103: prior.cancelled is true" in result.stdout


def test_coverage_is_told_rule_by_rule_where_asked_for(grantcheck, sound):
    assert "Seen by rule" not in grantcheck("rules", "test", sound).stdout
    stdout = grantcheck("rules", "test", sound, "--coverage").stdout
    assert "GC103: 3 of 8 conditions, true and false, 2 of 6 outcomes" in stdout


def test_it_speaks_danish(grantcheck, sound):
    stdout = grantcheck("rules", "test", sound, "--lang", "da").stdout
    assert "1 prøver: 1 som de siger, 0 ikke." in stdout
    assert "Ikke set i nogen prøve" in stdout


def test_a_failing_test_ends_with_1(grantcheck, faulty):
    result = grantcheck("rules", "test", faulty)
    assert result.exit_code == 1
    assert "It should end as holds and ends as broken." in result.stdout.replace("\n  ", " ")


@pytest.mark.parametrize(("percent", "code"), [(40, 0), (41, 1)])
def test_too_little_coverage_ends_with_1(grantcheck, sound, percent, code):
    assert grantcheck("rules", "test", sound, "--fail-under", percent).exit_code == code


def test_a_mistake_in_a_rule_ends_with_2(grantcheck, tmp_path):
    result = grantcheck("rules", "test", folder_of(tmp_path, a=spoilt("needs", "neds")))
    assert result.exit_code == 2
    assert "'neds' is not a known key." in result.stderr


def test_the_json_lists_every_test(grantcheck, faulty):
    told = json.loads(grantcheck("rules", "test", faulty, "--format", "json").stdout)
    assert told["tests"][0]["problem"] == "It should end as holds and ends as broken."
    assert told["coverage"]["rule"] == {"seen": 0, "total": 1}


def test_the_junit_file_counts_failures(grantcheck, faulty):
    root = ET.fromstring(grantcheck("rules", "test", faulty, "-f", "junit").stdout)  # noqa: S314 - our own output
    assert (root.get("tests"), root.get("failures")) == ("1", "1")
    assert root.find("testsuite/testcase").get("classname") == "GC103"
