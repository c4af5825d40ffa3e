"""Reports rendered as a user would get them, on a page of 80 columns."""

from __future__ import annotations

from io import StringIO
from pathlib import Path, PurePath

from rich.console import Console

from grantcheck.model.format_name import FormatName
from grantcheck.model.report import Report
from grantcheck.model.text import Language
from grantcheck.report.formats.registry import REPORT_FORMATS
from grantcheck.report.formats.setting import Checkout, Setting
from grantcheck.report.page import Page
from grantcheck.rules.condition import All
from grantcheck.rules.rule import Rule
from grantcheck.rules.schema import RuleFile

from .workbook_text import workbook_text

CHECKOUT = Checkout(root=PurePath("/repo"), folder=PurePath("/repo/round"))


def rule(number: str, name: str, **more: object) -> Rule:
    file = {
        "id": number,
        "name": name,
        "severity": "warning",
        "title": {"en": "a sum that is off by rounding", "da": "en sum der er skæv på grund af afrunding"},
        "rationale": {"en": "Rounded rows <b>may</b> differ.", "da": "Afrundede rækker <b>kan</b> afvige."},
        "reference": "arithmetic",
        "fix": {"en": "Round the rows so that they sum.", "da": "Afrund rækkerne, så de summer."},
        "reported_by_program": True,
    }
    return Rule(
        file=RuleFile.model_validate(file | more),
        path=Path("x.yaml"),
        applies=All(()),
        needs=(),
        noted=All(()),
        branches=(),
    )


RULES = (rule("GC101", "grant-expires", severity="note"), rule("GC404", "rounding"))


def setting(language: Language = "en") -> Setting:
    console = Console(file=StringIO(), width=80, color_system=None, _environ={})
    return Setting(
        language=language,
        page=Page(console),
        checkout=CHECKOUT,
        rules=RULES,
        folder=PurePath("/repo/reports"),
    )


def rendered(name: FormatName, report: Report, language: Language = "en") -> str:
    """The output as text; of a workbook, what a reader would see in it."""
    output = rendered_bytes(name, report, language)
    return workbook_text(output) if name is FormatName.XLSX else output.decode()


def rendered_bytes(name: FormatName, report: Report, language: Language = "en") -> bytes:
    output = REPORT_FORMATS[name].made(setting(language)).rendered(report)
    return output if isinstance(output, bytes) else output.encode()
