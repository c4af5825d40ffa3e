"""What the screen leaves open, put to the engine: many combinations of facts in a batch."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from grantcheck.engine.compiler import Ruleset, compile_book
from grantcheck.engine.decision import WORTH_A_FINDING, Code, Inconclusive, found_in
from grantcheck.engine.durable import Start
from grantcheck.engine.fault import EngineFault, NotStarted
from grantcheck.engine.reference import Undecided, outcome_for
from grantcheck.engine.session import Firing
from grantcheck.engine.worker import Runner, Worker
from grantcheck.model.fact import Fact
from grantcheck.model.outcome import Outcome
from grantcheck.rules.rule import Rule, RuleBook

AT_A_TIME = 256
"""Combinations in one batch of the engine; each has a few facts."""

Text = tuple[int, str]
"""A combination: its number, and its facts as JSON objects with commas between."""
Answer = tuple[Outcome, int | None] | str
"""An outcome and the branch that is broken; or what went wrong."""
Ask = Callable[[Rule, Sequence[Text]], Sequence[Answer]]
"""Gives the answer for each combination of a rule."""


@dataclass
class DurableAsking:
    """durable-rules, each rule in a ruleset of its own, so that a combination meets no other rule."""

    book: RuleBook
    start: Start = Worker
    _codes: list[Code] = field(default_factory=list)
    _rulesets: list[Ruleset] = field(default_factory=list)
    _runner: Runner | None = None

    def __post_init__(self) -> None:
        for rule in self.book.judged:
            compiled = compile_book(replace(self.book, rules=(rule,))).saying(WORTH_A_FINDING)
            first = len(self._codes)
            self._codes += compiled.codes
            self._rulesets += [
                Ruleset(frozenset({rule.id}), _renumbered(one.rules, first)) for one in compiled.rulesets
            ]

    def __call__(self, rule: Rule, texts: Sequence[Text]) -> list[Answer]:
        """The answer for each combination.

        Raises:
            NotStarted: no runner comes up.
        """
        answers: list[Answer] = []
        for start in range(0, len(texts), AT_A_TIME):
            answers.extend(self._asked(rule, texts[start : start + AT_A_TIME]))
        return answers

    def close(self) -> None:
        """End the runner."""
        if self._runner is not None:
            self._runner.close()
            self._runner = None

    def _asked(self, rule: Rule, texts: Sequence[Text]) -> Iterator[Answer]:
        """The answers of one batch, which is halved until a fault is down to one combination."""
        try:
            found = self._run(rule, texts)
        except NotStarted:
            raise
        except EngineFault as fault:
            if len(texts) == 1:
                yield str(fault)
                return
            middle = len(texts) // 2
            yield from self._asked(rule, texts[:middle])
            yield from self._asked(rule, texts[middle:])
        else:
            yield from found

    def _run(self, rule: Rule, texts: Sequence[Text]) -> list[Answer]:
        if self._runner is None:
            self._runner = self.start(self._rulesets)
        try:
            firings = self._runner.run([(rule.id, ", ".join([text for _, text in texts]))])
            said = self._said(firings, len(rule.file.facts), {number for number, _ in texts})
        except BaseException:
            self.close()
            raise
        known: dict[tuple[int, ...], Answer] = {}
        return [self._concluded(rule, said.get(number, ()), known) for number, _ in texts]

    @staticmethod
    def _said(firings: Sequence[Firing], many: int, given: set[int]) -> dict[int, tuple[int, ...]]:
        said: dict[int, tuple[int, ...]] = {}
        for code, ids in firings:
            number = (ids[0] - 1) // many
            if number not in given or ids != tuple(range(number * many + 1, number * many + many + 1)):
                raise EngineFault("the engine joined facts that are not of one case")
            said[number] = (*said.get(number, ()), code)
        return said

    def _concluded(self, rule: Rule, codes: tuple[int, ...], known: dict[tuple[int, ...], Answer]) -> Answer:
        if codes not in known:
            known[codes] = self._conclusion(rule, codes)
        return known[codes]

    def _conclusion(self, rule: Rule, codes: Sequence[int]) -> Answer:
        if not codes:
            return f"{rule.id}: the screen leaves it open and the engine says nothing"
        try:
            return found_in(rule, {(self._codes[code].said, self._codes[code].decision) for code in codes})
        except Inconclusive as inconclusive:
            return str(inconclusive)


def _renumbered(rules: str, first: int) -> str:
    return json.dumps(
        {str(int(number) + first): one for number, one in json.loads(rules).items()}, ensure_ascii=False
    )


def ask_reference(rule: Rule, texts: Sequence[Text]) -> list[Answer]:
    """The answers of the reference, from the same facts."""
    return [_by_reference(rule, json.loads(f"[{text}]")) for _, text in texts]


def _by_reference(rule: Rule, facts: Sequence[dict[str, Any]]) -> Answer:
    bound = {alias: _fact(rule, alias, said) for alias, said in zip(rule.file.facts, facts, strict=True)}
    try:
        outcome = outcome_for(rule, bound)
    except Undecided as undecided:
        return str(undecided)
    return outcome or f"{rule.id}: the screen leaves it open and the reference says nothing"


def _fact(rule: Rule, alias: str, said: dict[str, Any]) -> Fact:
    """A fact from the engine's text; a field that is there without its value is one to show."""
    values = {key.removeprefix("v_"): value for key, value in said.items() if key.startswith("v_")}
    absent = {key.removeprefix("has_") for key, value in said.items() if key.startswith("has_") and not value}
    there = {ref.name for ref in rule.fields_read() if ref.alias == alias} - absent - values.keys()
    return Fact(kind=rule.file.facts[alias], fields=values, shown=dict.fromkeys(there, ()))
