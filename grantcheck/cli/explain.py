"""`grantcheck explain` and `grantcheck why-not`: why a rule ended as it did for a note."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli.completion import rule_numbers
from grantcheck.cli.day import AsOfOption, BudgetYearOption, today
from grantcheck.cli.options import (
    FORMAT,
    LANGUAGE,
    MATCHES,
    OFFICE_OPTIONS,
    READING_OPTIONS,
    REGISTER,
    SERIES,
    Paths,
)
from grantcheck.cli.output import put_json, put_text
from grantcheck.cli.reading import reading_options
from grantcheck.cli.register_in_use import known_grants
from grantcheck.cli.settings import Settings, configured

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from grantcheck.audit import Examined
    from grantcheck.judge.explained import CaseJudged
    from grantcheck.model.explanation import Explained
    from grantcheck.rules.rule import Rule, RuleBook

    Answering = Callable[[CaseJudged], Iterable[Explained]]

_OPTIONS = (FORMAT, LANGUAGE, SERIES, *OFFICE_OPTIONS, REGISTER, MATCHES, *READING_OPTIONS)
_FINGERPRINT = re.compile(r"[0-9a-f]{4,16}")


@configured(*_OPTIONS)
def explain_command(
    target: Annotated[
        str,
        typer.Argument(
            metavar="RULE|FINGERPRINT",
            help="A rule such as GC103, or how a finding's fingerprint begins.",
            autocompletion=rule_numbers,
        ),
    ],
    paths: Paths,
    settings: Settings,
    as_of: AsOfOption = None,
    budget_year: BudgetYearOption = None,
) -> None:
    """Explain an outcome: each condition, its truth and its values."""
    from grantcheck.judge.explained import by_fingerprint, by_rule  # noqa: PLC0415

    seen = _examined(paths, settings, as_of or today())
    rule = seen.book.rule(target.upper())
    if rule is not None:
        _put(_answers(seen, settings, lambda about: [by_rule(about, rule)], budget_year), settings)
        return
    beginning = target.lower()
    if not _FINGERPRINT.fullmatch(beginning):
        raise typer.BadParameter(_unknown(target, seen.book))
    found = list(
        _answers(seen, settings, lambda about: by_fingerprint(about, seen.book, beginning), budget_year)
    )
    if not found:
        raise typer.BadParameter(
            f"No finding in these notes has a fingerprint that begins with '{beginning}'. "
            "'grantcheck audit --format json' lists them; give the notes that the finding is about."
        )
    _put(found, settings)


@configured(*_OPTIONS)
def why_not_command(
    rule_id: Annotated[
        str,
        typer.Argument(metavar="RULE", help="A rule's number, such as GC103.", autocompletion=rule_numbers),
    ],
    paths: Paths,
    settings: Settings,
    as_of: AsOfOption = None,
    budget_year: BudgetYearOption = None,
) -> None:
    """Tell which conditions kept a rule from firing."""
    from grantcheck.judge.explained import why_not  # noqa: PLC0415

    seen = _examined(paths, settings, as_of or today())
    rule = _rule(rule_id, seen.book)
    _put(_answers(seen, settings, lambda about: [why_not(about, rule)], budget_year), settings, why_not=True)


def _rule(rule_id: str, book: RuleBook) -> Rule:
    rule = book.rule(rule_id.upper())
    if rule is None:
        raise typer.BadParameter(_unknown(rule_id, book))
    return rule


def _unknown(target: str, book: RuleBook) -> str:
    from grantcheck.report.visible import visible  # noqa: PLC0415
    from grantcheck.rules.nearest_rule import nearest_rule  # noqa: PLC0415

    off = book.off_rule(target.upper())
    if off is not None:
        return f"{off.rule.id} is turned off ({visible(off.place)}): {visible(off.reason)}"
    near = nearest_rule(target, [rule.id for rule in book.rules])
    return f"There is no rule '{visible(target)}'. The nearest is {near}. 'grantcheck rules list' names them all."


def _examined(paths: Sequence[Path], settings: Settings, as_of: date) -> Examined:
    chosen = settings.configuration
    with settings.choices_told(), reading_options(chosen.reading, paths) as reading:
        from grantcheck.audit import examined  # noqa: PLC0415 - the reader starts meanwhile

        return examined(
            paths,
            rules=chosen.rules.folder,
            as_of=as_of,
            reading=reading,
            amounts=chosen.amount_choices,
            office=settings.office,
            profile=chosen.profile.name,
            configuration=settings.file.path if settings.file else None,
            known=known_grants(settings, as_of),
        )


def _answers(
    seen: Examined, settings: Settings, answering: Answering, budget_year: int | None
) -> Iterator[Explained]:
    """Judged by the reference, which can tell why; the engine cannot."""
    from grantcheck.engine.judge import judge  # noqa: PLC0415
    from grantcheck.judge.dating import CaseYears  # noqa: PLC0415
    from grantcheck.judge.explained import CaseJudged  # noqa: PLC0415
    from grantcheck.judge.reasoning import Reasoner  # noqa: PLC0415

    language = settings.configuration.report.language
    rulings = judge(seen.book, seen.facts, "reference")
    for case, facts, judged in zip(seen.cases, seen.facts, rulings, strict=True):
        reasoner = Reasoner(case.name, facts, seen.book.vocabulary, language)
        yield from answering(CaseJudged(case, reasoner, judged, CaseYears(case, facts, budget_year)))


def _put(answers: Iterable[Explained], settings: Settings, *, why_not: bool = False) -> None:
    from grantcheck.report.explanation_text import ExplanationJson, ExplanationText  # noqa: PLC0415
    from grantcheck.report.page import page_for  # noqa: PLC0415

    telling, found = settings.configuration.report, list(answers)
    if telling.format == "json":
        put_json(ExplanationJson().rendered(found))
    else:
        put_text(ExplanationText(page_for(sys.stdout), telling.language, why_not).rendered(found))
