"""One ruling to one finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from grantcheck.engine.ruling import Ruling
from grantcheck.judge.fingerprint import fingerprint
from grantcheck.judge.wording import Wording
from grantcheck.model.case import Case
from grantcheck.model.evidence import Evidence
from grantcheck.model.fact import Fact, Trace
from grantcheck.model.finding import Finding
from grantcheck.model.forthcoming import Forthcoming
from grantcheck.model.location import WHOLE_FILE
from grantcheck.model.outcome import Outcome, Severity
from grantcheck.model.text import Language, Text
from grantcheck.rules.rule import Rule
from grantcheck.rules.vocabulary import Vocabulary

UNVERIFIED = Text(en="This could not be verified.", da="Dette kunne ikke efterprøves.")
_SETTLE = Text(
    en="Check what is missing by eye, settle it in the note, and run again.",
    da="Kontrollér i hånden det, der mangler, afklar det i notatet, og kør igen.",
)
_GRANT_FIELDS = {"claimed-grant": "grant", "expiring-grant": "id", "grant-match": "grant"}
"""The field of each kind of fact that holds the id of a grant."""
BECAUSE = Text(en="Missing: {}.", da="Der mangler: {}.")
_DATE_IT = Text(
    en="Write the budget year in the note, or give it with --budget-year.",
    da="Skriv budgetåret i notatet, eller angiv det med --budget-year.",
)
_TO_COME = {
    Severity.ERROR: Text(
        en="From budget year {} this will be an error.", da="Fra budgetår {} bliver dette en fejl."
    ),
    Severity.WARNING: Text(
        en="From budget year {} this will be a warning.", da="Fra budgetår {} bliver dette en advarsel."
    ),
}


@dataclass(frozen=True)
class Speaker:
    """Turns rulings on one case into findings of one language."""

    case: Case
    facts: Sequence[Fact]
    vocabulary: Vocabulary
    language: Language

    def finding(self, rule: Rule, ruling: Ruling) -> Finding:
        """The finding of a ruling, with evidence and calculation filled in."""
        facts = dict(zip(rule.file.facts, (self.facts[i] for i in ruling.facts), strict=True))
        wording = Wording(facts, self.vocabulary, self.language)
        return Finding(
            rule=rule.id,
            name=rule.file.name,
            title=rule.file.title.spoken(self.language),
            outcome=ruling.outcome,
            severity=_severity(rule, ruling),
            note=self.case.name,
            path=self.case.document.source.path,
            message=message_of(rule, ruling, wording),
            evidence=tuple(self._evidence(rule, facts)),
            calculation=tuple(
                wording.filled(line) for line in rule.file.calculation if wording.is_known(line)
            ),
            fix=wording.filled(fix_of(rule, ruling)),
            fingerprint=fingerprint(rule, self.case.name, facts, self.vocabulary),
            grants=_grants(self.case, facts),
        )

    def forthcoming(self, rule: Rule, ruling: Ruling) -> Forthcoming:
        """What a ruling of a rule will be that is not in force yet.

        Raises:
            ValueError: the rule is in force, or never begins to be.
        """
        first = rule.file.effective.from_year if rule.file.effective else None
        found = self.finding(rule, ruling)
        if first is None or found.severity is None:
            raise ValueError(f"{rule.id} has no first year to come")
        notice = _TO_COME[found.severity].spoken(self.language).format(first)
        outcome = {"outcome": Outcome.NOT_APPLICABLE, "from_year": first, "notice": notice}
        return Forthcoming(**(dict(found) | outcome))

    def undated(self, rule: Rule, reason: Text) -> Finding:
        """A rule of which nobody can tell whether it judges the case."""
        return self.silent(rule, Outcome.NOT_VERIFIABLE, reason).model_copy(
            update={"fix": _DATE_IT.spoken(self.language)}
        )

    def silent(self, rule: Rule, outcome: Outcome, reason: Text | None = None) -> Finding:
        """A rule's outcome for the whole case, where no single place stands for it, and the reason if any."""
        return Finding(
            rule=rule.id,
            name=rule.file.name,
            title=rule.file.title.spoken(self.language),
            outcome=outcome,
            severity=rule.file.severity,
            note=self.case.name,
            path=self.case.document.source.path,
            message=(reason or rule.file.title).spoken(self.language),
            fingerprint=fingerprint(rule, self.case.name, {}, self.vocabulary),
            grants=_grants(self.case, {}),
        )

    def fault(self, rule: Rule, reason: str) -> Finding:
        """The case that the engine could not judge."""
        finding = self.silent(rule, Outcome.BROKEN)
        evidence = Evidence(
            role="document",
            text=self.case.document.source.path,
            place=WHOLE_FILE.described().spoken(self.language),
            location=WHOLE_FILE,
        )
        message = f"{finding.title}: {reason}"
        return finding.model_copy(
            update={"message": message, "evidence": (evidence,), "fix": rule.file.fix.spoken(self.language)}
        )

    def _evidence(self, rule: Rule, facts: dict[str, Fact]) -> Iterator[Evidence]:
        seen: set[Trace] = set()
        for alias in rule.file.evidence:
            for trace in facts[alias].traces:
                if trace not in seen:
                    seen.add(trace)
                    yield as_evidence(trace, self.language)


def as_evidence(trace: Trace, language: Language) -> Evidence:
    """The place of a fact, in words of the language."""
    return Evidence(
        role=trace.role,
        text=trace.text,
        mark=trace.mark,
        amount=trace.amount,
        year=trace.year,
        price_level=trace.price_level,
        place=trace.place.spoken(language),
        location=trace.location,
        path=trace.path,
    )


def _grants(case: Case, facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """The grants of the register that the facts name, or else all that the note continues."""
    named = [
        fact.fields[name]
        for fact in facts.values()
        if (name := _GRANT_FIELDS.get(fact.kind)) is not None and name in fact.fields
    ]
    found = map(str, named) if named else (match.grant.id for match in case.grants)
    return tuple(dict.fromkeys(found))


def _severity(rule: Rule, ruling: Ruling) -> Severity | None:
    return rule.file.severity if ruling.branch is None else rule.branches[ruling.branch].severity


def fix_of(rule: Rule, ruling: Ruling) -> Text:
    """What to do about it."""
    if ruling.outcome is Outcome.NOT_VERIFIABLE and rule.branches:
        return _SETTLE
    return rule.file.fix if ruling.branch is None else rule.branches[ruling.branch].fix


def message_of(rule: Rule, ruling: Ruling, wording: Wording) -> str:
    """What a finding of the ruling says."""
    if ruling.branch is not None:
        return wording.filled(rule.branches[ruling.branch].message)
    if ruling.outcome is Outcome.NOT_VERIFIABLE:
        return _unverified(rule, wording)
    return (
        wording.filled(rule.file.message) if rule.file.message else rule.file.title.spoken(wording.language)
    )


def _unverified(rule: Rule, wording: Wording) -> str:
    """The rule's own sentence, then every reason why a field it cannot do without is missing."""
    reasons = [
        reason.spoken(wording.language)
        for ref in rule.fields_missed()
        if (reason := wording.facts[ref.alias].missing.get(ref.name)) is not None
    ]
    sentence = wording.filled(rule.file.unverified or UNVERIFIED)
    if not reasons:
        return sentence
    return (
        f"{sentence} {BECAUSE.spoken(wording.language).format('; '.join(dict.fromkeys(reasons)).rstrip('.'))}"
    )
