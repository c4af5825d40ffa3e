"""The whole story: read, match, derive, judge, report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path

from grantcheck.baseline.file import BaselineFile
from grantcheck.data.profile import Profile, load_profile, profile_file
from grantcheck.data.shipped import shipped_rules
from grantcheck.derive.facts import derive
from grantcheck.derive.price_levels.assumptions import Assumptions
from grantcheck.engine.judge import Judges, judge_by_available
from grantcheck.engine.ruling import CaseRulings
from grantcheck.judge.assembly import Judged, assembled
from grantcheck.judge.expiring_money import expiring_money
from grantcheck.judge.known import with_known
from grantcheck.judge.recording import recorded
from grantcheck.judge.verdict import REPORTED, verdict
from grantcheck.judge.waiving import with_given_waivers
from grantcheck.model.case import Case
from grantcheck.model.choices import COPENHAGEN, AmountChoices
from grantcheck.model.document import Document
from grantcheck.model.fact import Fact
from grantcheck.model.hashed import Hashed, Parameter, RuleParameterValue
from grantcheck.model.judged_by import EngineName, Scope
from grantcheck.model.outcome import Outcome
from grantcheck.model.report import Report
from grantcheck.model.text import Language, Text
from grantcheck.model.years import Year
from grantcheck.prices.book import price_book
from grantcheck.read.discover import discover
from grantcheck.read.reading import Reading, ReadingOptions
from grantcheck.read.repository.narrowing import narrowed
from grantcheck.read.repository.since import Since, compared_with
from grantcheck.register.expiring_round import register_case
from grantcheck.register.forms import filed
from grantcheck.register.joining import KnownGrants, with_grants
from grantcheck.register.match import match
from grantcheck.register.round import in_round
from grantcheck.rules.loading import load_rules
from grantcheck.rules.office import Office
from grantcheck.rules.rule import Rule, RuleBook
from grantcheck.rules.tables.lookup import with_rows
from grantcheck.waivers.given import GivenWaivers

_TABLE = Text(en="Thresholds of rules", da="Grænser for regler")
_PROFILE = Text(en="Profile of the municipality", da="Kommunens profil")
_READ_WITH = Text(en="How files were read", da="Hvordan filer er læst")
_CONFIGURATION = Text(en="Configuration", da="Konfiguration")
_REGISTER = Text(en="Register of prior allocations", da="Register over tidligere bevillinger")
_BASELINE = Text(en="Findings that are known", da="Fund, der er kendt i forvejen")
_WAIVERS = Text(en="Findings that may stand", da="Fund, der må stå")
_MATCHES = Text(en="Matches that a person settled", da="Koblinger, som en person har afklaret")


@dataclass(frozen=True)
class Examined:
    """Everything that is known before a rule is asked."""

    documents: tuple[Document, ...]
    cases: tuple[Case, ...]
    facts: tuple[tuple[Fact, ...], ...]
    """Of each case."""
    book: RuleBook
    parameters: tuple[Parameter, ...]
    settings: tuple[Path, ...]
    """The files of rules and settings, which concern every note."""
    scope: Scope | None = None
    """What the cases are, where not all that was read."""


def audit(  # noqa: PLR0913 - one parameter for each thing that a user may choose
    paths: Sequence[Path],
    *,
    rules: Path | None = None,
    as_of: date,
    language: Language = "en",
    engine: EngineName | None = None,
    judges: Judges | None = None,
    show_all: bool = False,
    trace: bool = False,
    reading: ReadingOptions | None = None,
    amounts: AmountChoices | None = None,
    office: Office | None = None,
    profile: str = COPENHAGEN,
    configuration: Path | None = None,
    known: KnownGrants | None = None,
    budget_year: Year | None = None,
    since: str | None = None,
    waivers: GivenWaivers | None = None,
    baseline: BaselineFile | None = None,
) -> Report:
    """Audit every note in `paths` (files and folders), with the rules in `rules` or the shipped ones.

    With `trace`, every finding that is listed carries the conditions behind it.
    `office` is what an office chose about rules, `profile` whose notes are read; `configuration` is the file that the
    choices come from, listed in the report. `known` is what a register knows; without one, what needs a register is not
    applicable, and where `paths` hold a folder, a round, its expiring grants are judged too.
    Without `amounts` no price series is in use, and nothing is carried to another price level. Dated rules are
    those of `budget_year`; without one, of each note's own.
    With `since`, a revision of the git repository that holds `paths`, only notes that changed after it are judged.
    `engine` None: durable-rules judges, or where it cannot be imported the reference; the report says which.
    `judges` is where that is done; None: here.
    `waivers` let findings stand; a waiver that breaks its own rules is a finding itself. What `baseline` has is known.

    Raises:
        DataFault: a rule, profile, mapping, readings or series file has a mistake.
        SeriesNotFound: a price series is not there.
        SeriesChoiceFault: two series would serve the same money.
        MissingPath: a path does not exist.
        SettingFault: there is no repository, or no such revision.
        UnfitSetting: a rule cannot be what the office chose, or there is no such profile.
        EngineMissing: durable-rules is named as engine and cannot be imported.
    """
    changes = None if since is None else compared_with(since, paths)
    seen = examined(
        paths,
        rules=rules,
        as_of=as_of,
        reading=reading,
        amounts=amounts,
        office=office,
        profile=profile,
        configuration=configuration,
        known=known,
    )
    asked = seen if changes is None else _changed_only(seen, changes)
    judgement = judge_by_available(seen.book, asked.facts, engine, judges)
    listed = frozenset(Outcome) if show_all else REPORTED
    traced = listed if trace else frozenset()
    judged = [
        Judged(case, verdict(case, about, ruled, seen.book, language, budget_year, traced=traced))
        for case, about, ruled in zip(asked.cases, asked.facts, judgement.rulings, strict=True)
    ]
    in_use, parameters = None, list(seen.parameters)
    whole = changes is None and any(path.is_dir() for path in paths)
    if waivers is not None:
        judging = partial(
            _judged,
            of=seen.book,
            engine=judgement.by.engine,
            language=language,
            traced=traced,
            budget_year=budget_year,
        )
        parameters.append(Parameter(path=waivers.file.path, sha256=waivers.file.sha256, title=_WAIVERS))
        judged, in_use = with_given_waivers(judged, waivers, seen.book, judging, whole=whole)
    known_before = None
    if baseline is not None:
        parameters.append(Parameter(path=baseline.path, sha256=baseline.sha256, title=_BASELINE))
        judged, known_before = with_known(judged, baseline, seen.book, whole=whole)
    report = assembled(
        seen.documents,
        judged,
        seen.book,
        parameters,
        as_of,
        judgement.by,
        scope=asked.scope,
        show_all=show_all,
        expiring=expiring_money(seen.cases, seen.facts, known),
        budget_year=budget_year,
    )
    return report.model_copy(
        update={
            "waivers": in_use,
            "baseline": known_before,
            "record": recorded(seen.book, known.state if known else None),
        }
    )


def _judged(  # noqa: PLR0913 - as `verdict`, and what judges
    case: Case,
    facts: Sequence[Fact],
    by: RuleBook,
    *,
    of: RuleBook,
    engine: EngineName,
    language: Language,
    traced: frozenset[Outcome],
    budget_year: Year | None,
) -> Judged:
    """One case, judged by some of the rules of a book; the others do not apply to it."""
    (ruled,) = judge_by_available(by, [facts], engine).rulings if by.rules else (CaseRulings(()),)
    return Judged(case, verdict(case, facts, ruled, of, language, budget_year, traced=traced))


def examined(  # noqa: PLR0913 - as `audit`
    paths: Sequence[Path],
    *,
    rules: Path | None = None,
    as_of: date,
    reading: ReadingOptions | None = None,
    amounts: AmountChoices | None = None,
    office: Office | None = None,
    profile: str = COPENHAGEN,
    configuration: Path | None = None,
    known: KnownGrants | None = None,
) -> Examined:
    """The cases in `paths` with their facts, and the rules to judge them by; parameters and errors as of `audit`."""
    folder = rules or shipped_rules()
    book, town = load_rules(folder, office), load_profile(folder, profile)
    documents = Reading(town, reading or ReadingOptions()).documents(discover(paths))
    assumptions = _assumptions(amounts or AmountChoices(), folder, as_of)
    cases = [match(one.document, one.note, one.other_forms) for one in filed(documents)]
    cases = _round(cases, known, town, whole=any(path.is_dir() for path in paths))
    facts = tuple(with_rows(derive(case, town, assumptions), book.judged) for case in cases)
    chosen_profile = profile_file(folder, profile)
    parameters = [_hashed(chosen_profile, folder, _PROFILE, town.source)]
    parameters += [
        _hashed(Path(series.path), folder, series.title, series.source)
        for series in assumptions.prices.series
    ]
    tables = {table.path for rule in book.judged for table in rule.tables}
    parameters += [_hashed(path, path.parent.parent, _TABLE) for path in sorted(tables)]
    read_with = sorted({used for one in documents for used in one.read_with}, key=lambda used: used.path)
    parameters += [_titled(used, _READ_WITH) for used in read_with]
    if configuration:
        parameters.append(_hashed(configuration, configuration.parent, _CONFIGURATION))
    if known is not None:
        parameters.append(Parameter(path=known.shown, sha256=known.sha256, title=_REGISTER))
        if known.matches is not None:
            parameters.append(_hashed(known.matches, known.matches.parent, _MATCHES))
    parameters += [_with_values(rule, book) for rule in book.rules if rule.parameters]
    settings = sorted(folder.rglob("*.yaml")) + [Path(series.path) for series in assumptions.prices.series]
    settings += [file for pack in book.packs[1:] for file in sorted(pack.folder.iterdir()) if file.is_file()]
    settings += [chosen_profile]
    settings += [file for file in (configuration, known.matches if known else None) if file]
    return Examined(
        tuple(documents), tuple(cases), facts, book, tuple(parameters), tuple(dict.fromkeys(settings))
    )


def _changed_only(seen: Examined, changes: Since) -> Examined:
    kept, scope = narrowed(seen.cases, seen.documents, changes, seen.settings)
    return replace(
        seen,
        cases=tuple(seen.cases[number] for number in kept),
        facts=tuple(seen.facts[number] for number in kept),
        scope=scope,
    )


def _round(cases: list[Case], known: KnownGrants | None, profile: Profile, *, whole: bool) -> list[Case]:
    """The cases beside each other and the register. A folder is a round; files alone leave out who else expires."""
    if known is None:
        return in_round(cases)
    joined = in_round(with_grants(cases, known, profile))
    return [*joined, register_case(known, joined)] if whole else joined


def _assumptions(amounts: AmountChoices, folder: Path, as_of: date) -> Assumptions:
    chosen = [(choice.area, choice.source) for choice in amounts.series]
    return Assumptions(price_book(chosen, folder, Path(), as_of), amounts)


def _hashed(path: Path, folder: Path, title: Text | None = None, source: str | None = None) -> Parameter:
    """A parameter file by its place in its folder, so that the report is the same on every machine."""
    shown = path.relative_to(folder) if path.is_relative_to(folder) else path
    digest = sha256(path.read_bytes()).hexdigest()
    return Parameter(path=shown.as_posix(), sha256=digest, title=title, source=source)


def _with_values(rule: Rule, book: RuleBook) -> Parameter:
    """The parameters of a rule, under its file and the name of its pack."""
    pack = next((one for one in book.packs if one.folder == rule.path.parent), None)
    values = tuple(
        RuleParameterValue(
            rule=rule.id,
            name=one.name,
            value=one.value,
            default=one.declared.default,
            means=one.declared.means,
            source=one.place or None,
        )
        for one in rule.parameters
    )
    said = ", ".join(f"{one.name} = {one.value}" for one in values)
    title = Text(en=f"Parameters of {rule.id}: {said}", da=f"Parametre i {rule.id}: {said}")
    places = ", ".join(dict.fromkeys(one.source for one in values if one.source)) or None
    hashed = _hashed(rule.path, rule.path.parent, title, places)
    shown = f"{pack.name}/{hashed.path}" if pack else hashed.path
    return hashed.model_copy(update={"path": shown, "values": values})


def _titled(used: Hashed, title: Text) -> Parameter:
    return Parameter(path=used.path, sha256=used.sha256, title=title)
