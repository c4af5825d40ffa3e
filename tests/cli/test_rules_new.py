"""`grantcheck rules new`, `schema rule` and `rules docs`, as a person who writes a rule meets them."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest

from grantcheck.data.marked_yaml import load
from grantcheck.data.shipped import shipped_rules
from grantcheck.rules.loading import load_rules, rule_files


def words_written(path):
    """The author's words in place of every placeholder."""
    text, number = path.read_text("utf-8"), iter(range(100))
    path.write_text(re.sub("TODO", lambda _: f"words {next(number)}", text), "utf-8")


def test_a_new_rule_is_refused_until_its_words_are_written(grantcheck, tmp_path):
    folder = tmp_path / "office"
    assert grantcheck("rules", "new", "OFFICE001", "first-year", "--out", folder).exit_code == 0
    path = folder / "office001_first_year.yaml"
    refused = grantcheck("rules", "check", folder)
    assert refused.exit_code == 1
    assert f"{path}:5: OFFICE001: 'title' has no English text. Write it." in refused.stdout
    assert len(refused.stdout.splitlines()) == 11
    words_written(path)
    assert grantcheck("rules", "check", folder).stdout == ""
    tried = grantcheck("rules", "test", folder, "--fail-under", 100)
    assert (tried.exit_code, tried.stdout.splitlines()[0]) == (0, "4 tests: 4 as they say, 0 not.")


def test_a_new_rule_names_the_schema_beside_it(grantcheck, tmp_path):
    grantcheck("rules", "new", "OFFICE001", "first-year", "--out", tmp_path)
    path = tmp_path / "office001_first_year.yaml"
    name = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text("utf-8")).group(1)
    jsonschema.validate(load(path).values, json.loads((tmp_path / name).read_text("utf-8")))


def test_a_rule_that_is_there_is_never_overwritten(grantcheck, tmp_path):
    path = tmp_path / "office001_first_year.yaml"
    path.write_text("mine", "utf-8")
    result = grantcheck("rules", "new", "OFFICE001", "first-year", "--out", tmp_path)
    assert result.exit_code == 2
    assert "is there already. Take another name or number" in result.stderr
    assert path.read_text("utf-8") == "mine"


@pytest.mark.parametrize(("rule_id", "name"), [("1", "first-year"), ("OFFICE001", "First Year")])
def test_a_wrong_number_or_name_writes_nothing(grantcheck, tmp_path, rule_id, name):
    assert grantcheck("rules", "new", rule_id, name, "--out", tmp_path).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_the_schema_fits_every_shipped_rule_and_explains_every_key(grantcheck):
    schema = json.loads(grantcheck("schema", "rule").stdout)
    validator = jsonschema.Draft202012Validator(schema)
    for path in rule_files(shipped_rules() / "base"):
        validator.validate(load(path).values)
    keys = schema["properties"]
    assert [key for key in keys if "description" not in keys[key] and key != "severity"] == []


def test_the_schema_refuses_an_unknown_key_and_an_unknown_kind(grantcheck):
    validator = jsonschema.Draft202012Validator(json.loads(grantcheck("schema", "rule").stdout))
    rule = load(rule_files(shipped_rules() / "base")[0]).values
    assert not validator.is_valid({**rule, "neds": []})
    assert not validator.is_valid({**rule, "facts": {"note": "noote"}})


@pytest.mark.parametrize(
    ("language", "title", "outcome"), [("en", "A requested year", "broken"), ("da", "Et ønsket år", "brudt")]
)
def test_the_docs_have_a_page_for_each_rule_and_an_index(grantcheck, tmp_path, language, title, outcome):
    assert grantcheck("rules", "docs", "--out", tmp_path, "--lang", language).exit_code == 0
    index = (tmp_path / "index.md").read_text("utf-8")
    for rule in load_rules(shipped_rules()).rules:
        assert f"[{rule.id}]({rule.id.lower()}.md)" in index
        assert (tmp_path / f"{rule.id.lower()}.md").is_file()
    page = (tmp_path / "gc103.md").read_text("utf-8")
    assert page.startswith(f"# GC103 {title}")
    assert outcome in page.lower()
