"""JUnit XML of the tests of rules: a suite for each rule, a case for each test and each loose comparison."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from grantcheck.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grantcheck.model.rule_trial import RuleTrials

_LOOSE = "flipped by the smallest step, the rule fires all the same"
_Case = tuple[str, str, str, str | None]
"""Rule, name, place, problem."""


def trials_junit(shown: RuleTrials) -> str:
    """The XML document. It holds no times, so that two runs are the same."""
    root = ET.Element("testsuites", name="grantcheck rules")
    ordered = sorted(_cases(shown), key=lambda case: case[0])
    for rule, cases in groupby(ordered, key=lambda case: case[0]):
        root.append(_suite(rule, cases))
    for count in ("tests", "failures"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _cases(shown: RuleTrials) -> Iterable[_Case]:
    for trial in shown.trials:
        yield trial.rule, trial.name, f"{trial.path.as_posix()}:{trial.line}", trial.problem
    for loose in shown.loose:
        place = f"{loose.path.as_posix()}:{loose.line}"
        yield loose.rule, f"near-miss: {loose.condition}", place, f"'{loose.test}': {_LOOSE}."


def _suite(rule: str, cases: Iterable[_Case]) -> ET.Element:
    suite = ET.Element("testsuite", name=rule)
    for _, name, place, problem in cases:
        case = ET.SubElement(suite, "testcase", classname=rule, name=visible(name))
        if problem is not None:
            failure = ET.SubElement(case, "failure", type="failure", message=visible(problem))
            failure.text = visible(f"{place}: {problem}")
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    return suite
