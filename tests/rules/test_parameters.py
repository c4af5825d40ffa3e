"""What an office may set in a rule: declared with bounds, in force in conditions and sentences alike."""

from __future__ import annotations

import pytest

from grantcheck.data.fault import DataFault, UnfitSetting
from grantcheck.data.marked_yaml import parse
from grantcheck.data.validated import validated
from grantcheck.rules.checking import checked
from grantcheck.rules.condition import Comparison, FieldRef
from grantcheck.rules.loading import load_rules
from grantcheck.rules.office import Office
from grantcheck.rules.parameter import ParameterSet
from grantcheck.rules.rule import Rule
from grantcheck.rules.schema import RuleFile

from .written import PATH, folder_of, spoilt, vocabulary

DECLARED = """\
parameters:
  small:
    type: money
    default: 120
    min: 0
    max: 5000
    means: {en: less is too small to matter, da: mindre er for lidt til at betyde noget}
"""
WITH = spoilt(
    "facts: {request", f"{DECLARED}facts: {{request", spoilt("prior.amount > 120", "prior.amount > parameter.small")
).replace("is funded ({prior.amount})", "is funded above {parameter.small}")  # fmt: skip


def rule_of(text: str = WITH, **values: int | str) -> Rule:
    marked = parse(text, PATH)
    given = {name: ParameterSet(value, "here:1") for name, value in values.items()}
    return checked(validated(RuleFile, marked), marked, vocabulary(), given)


def limit(rule: Rule) -> Comparison:
    return rule.branches[0].when.inner[1]


def test_a_condition_compares_with_the_default_in_ore():
    assert limit(rule_of()) == Comparison(FieldRef("prior", "amount"), ">", 12_000)


def test_a_condition_compares_with_what_is_set():
    rule = rule_of(small=900)
    assert limit(rule).right == 90_000
    assert [(one.name, one.value, one.place) for one in rule.parameters] == [("small", 900, "here:1")]


def test_a_comparison_may_begin_with_the_parameter():
    rule = rule_of(spoilt("prior.amount > parameter.small", "parameter.small < prior.amount", WITH))
    assert limit(rule) == Comparison(FieldRef("prior", "amount"), ">", 12_000)


def test_messages_tell_the_value_in_the_manner_of_their_language():
    rule = rule_of(small=4500)
    message = rule.branches[0].message
    assert message.en == "{request.year} is funded above 4 500 kr."
    assert "{parameter" not in rule.file.message.en


@pytest.mark.parametrize(
    ("before", "after", "problem", "remedy"),
    [
        ("parameter.small", "parameter.smal", "the rule has no parameter 'smal'.", "Did you mean 'small'?"),
        ("prior.amount > parameter.small", "prior.amount > 1", "'small' is declared and never used.", "Compare with parameter.small."),
        ("prior.amount > parameter.small", "request.year > parameter.small", "'request.year' (year) is compared with a money.", "Compare like with like."),
        ("prior.amount > parameter.small", "known(parameter.small)", "'parameter.small' is always known.", "Ask it of a field."),
        ("prior.amount > parameter.small", "parameter.small > 7", "'parameter.small' is compared with no field.", "Compare it with one."),
        ("facts: {request: request", "facts: {parameter: request, request: request", "'parameter' is for parameters.", "Give the fact another alias."),
        ("default: 120", "default: 9000", "'default' cannot be 9000.", "It may be from 0 to 5000."),
        ("default: 120", "default: some", "'default' must be whole kroner, not 'some'.", "Write a whole number."),
        ("min: 0", "min: 6000", "'min' (6000) is above 'max' (5000).", "Change one of the two."),
        ("type: money", "type: flag", "'flag' is no type of a parameter.", "Allowed here: money, year, count, text."),
        ("type: money", "type: text", "A text has no bounds.", "Take 'min' and 'max' out"),
        ("min: 0", "least: 0", "'least' is not a known key.", ""),
        ("default: 120", "default: true", "'True' is neither a whole number nor a text.", "Write one of the two."),
    ],
)  # fmt: skip
def test_a_parameter_that_cannot_work_is_refused(before, after, problem, remedy):
    with pytest.raises(DataFault) as caught:
        rule_of(spoilt(before, after, WITH).replace("above {parameter.small}", "above"))
    text = f"{caught.value.problem} {caught.value.remedy}"
    assert problem in text
    assert remedy in text


def loaded(tmp_path, rule="GC103", **values: int | str) -> Rule:
    given = {name: ParameterSet(value) for name, value in values.items()}
    folder = folder_of(tmp_path, a=WITH)
    return load_rules(folder, Office(parameters={rule: given})).rules[0]


def test_an_office_sets_a_parameter_by_rule_and_name(tmp_path):
    assert limit(loaded(tmp_path, small=5000)).right == 500_000


@pytest.mark.parametrize(
    ("rule", "values", "key", "problem", "remedy"),
    [
        ("GC103", {"smal": 1}, ("GC103", "smal"), "GC103 has no parameter 'smal'.", "Did you mean 'small'?"),
        ("GC103", {"small": 6000}, ("GC103", "small"), "'small' cannot be 6000.", "It may be from 0 to 5000."),
        ("GC103", {"small": "x"}, ("GC103", "small"), "must be whole kroner, not 'x'.", "Write a whole number."),
        ("GC104", {"small": 1}, ("GC104",), "There is no rule 'GC104'.", "The nearest with parameters is GC103."),
    ],
)  # fmt: skip
def test_what_a_parameter_cannot_be_is_told_by_its_setting(tmp_path, rule, values, key, problem, remedy):
    with pytest.raises(UnfitSetting) as caught:
        loaded(tmp_path, rule, **values)
    assert caught.value.key == ("rules", "parameters", *key)
    assert problem in caught.value.problem
    assert caught.value.remedy == remedy


def test_a_text_may_be_one_of_several_words():
    text = WITH.replace("type: money\n    default: 120\n    min: 0\n    max: 5000", "type: text\n    default: service\n    one_of: [service, capital]").replace("prior.amount > parameter.small", "prior.area == parameter.small")  # fmt: skip
    assert limit(rule_of(text)).right == "service"
    with pytest.raises(DataFault, match="It may be one of service, capital"):
        rule_of(text.replace("default: service", "default: transfers"))
