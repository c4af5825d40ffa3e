"""JUnit XML: a test suite for each note, a test case for each rule that applied to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from grantcheck.model.outcome import Outcome
from grantcheck.report.catalogue import wording
from grantcheck.report.reading import INTERNAL_FAULT
from grantcheck.report.standing import Standing, standing
from grantcheck.report.visible import visible
from grantcheck.report.waiver_words import answer_of

if TYPE_CHECKING:
    from grantcheck.model.finding import Finding
    from grantcheck.model.report import Report
    from grantcheck.model.text import Language
    from grantcheck.report.wording import Wording

_COUNTED = {"failures": "failure", "errors": "error", "skipped": "skipped"}


@dataclass(frozen=True)
class Junit:
    """Renders a report that lists every check. It holds no times, so that two runs are the same."""

    language: Language

    def rendered(self, shown: Report) -> str:
        """The XML document."""
        words = wording(self.language)
        applied = [each for each in shown.findings if each.outcome is not Outcome.NOT_APPLICABLE]
        root = ET.Element("testsuites", name="grantcheck")
        ordered = sorted(applied, key=lambda each: (each.note, each.path))
        for (note, path), found in groupby(ordered, key=lambda each: (each.note, each.path)):
            suite = _suite(note, path, list(found), words)
            properties = ET.SubElement(suite, "properties")
            ET.SubElement(properties, "property", name="engine", value=shown.judged_by.engine)
            root.append(suite)
        if shown.rules.off:
            root.append(_turned_off(shown, words))
        for count in ("tests", "failures", "errors"):
            root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
        ET.indent(root)
        text = ET.tostring(root, encoding="unicode")
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _turned_off(report: Report, words: Wording) -> ET.Element:
    """The rules that an office turned off, as tests that are skipped."""
    count = str(len(report.rules.off))
    counts = {"tests": count, "failures": "0", "errors": "0", "skipped": count}
    suite = ET.Element("testsuite", {"name": "rules", **counts})
    for off in report.rules.off:
        case = ET.SubElement(suite, "testcase", classname="rules", name=f"{off.rule} {off.name}")
        said = words.turned_off.format(rule=off.rule, reason=off.reason.rstrip("."), source=off.source)
        ET.SubElement(case, "skipped", type="turned_off", message=visible(said))
    return suite


def _suite(note: str, path: str, findings: Sequence[Finding], words: Wording) -> ET.Element:
    suite = ET.Element("testsuite", name=visible(note), file=visible(path))
    by_rule = sorted(findings, key=lambda each: each.rule)
    for _, found in groupby(by_rule, key=lambda each: each.rule):
        suite.append(_case(list(found), words))
    suite.set("tests", str(len(suite)))
    for name, tag in _COUNTED.items():
        suite.set(name, str(len(suite.findall(f"testcase/{tag}"))))
    return suite


def _case(alike: Sequence[Finding], words: Wording) -> ET.Element:
    """One rule on one note; the gravest of its places decides how the test ends, the text tells all."""
    gravest = min(alike, key=lambda each: standing(each).rank)
    name = f"{gravest.rule} {gravest.title or gravest.name}"
    case = ET.Element("testcase", classname=visible(gravest.note), name=visible(name))
    tag = _tag(gravest)
    if tag is None:
        return case
    ending = ET.SubElement(case, tag)
    if tag != "system-out":
        ending.set("type", _type(gravest))
        answer = answer_of(gravest, words)
        ending.set("message", answer or visible(gravest.message or gravest.title))
    told = [each for each in alike if standing(each).in_full or each.baselined]
    ending.text = "\n\n".join("\n".join(_lines(each, words)) for each in told)
    return case


def _tag(finding: Finding) -> str | None:
    """How the test ends: None where it passes without a word."""
    if finding.rule == INTERNAL_FAULT and finding.outcome is Outcome.BROKEN:
        return "error"
    match standing(finding):
        case Standing.ERROR | Standing.WARNING:
            return "failure"
        case Standing.NOT_VERIFIABLE | Standing.WAIVED | Standing.BASELINED:
            return "skipped"
        case Standing.NOTE:
            return "system-out"
        case _:
            return None


def _type(finding: Finding) -> str:
    """The severity of what is broken, as in JSON, so that it is the same in every language."""
    if standing(finding) in {Standing.WAIVED, Standing.BASELINED}:
        return standing(finding).name.lower()
    if finding.outcome is Outcome.BROKEN and finding.severity is not None:
        return finding.severity.value
    return finding.outcome.value


def _lines(finding: Finding, words: Wording) -> list[str]:
    sides = (
        f"{words.roles.get(side.role, side.role)}: {side.place}: {side.text}" for side in finding.evidence
    )
    fix = f"{words.fix}: {finding.fix}" if finding.fix else ""
    parts = (finding.message or finding.title, *sides, *finding.calculation, fix, answer_of(finding, words))
    return [visible(part) for part in parts if part]
