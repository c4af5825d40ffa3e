"""A fault of the engine costs one case; the others keep their results."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from grantcheck.engine.decision import Code, Said
from grantcheck.engine.durable import judge_durably
from grantcheck.engine.encoding import EncodedCase
from grantcheck.engine.fault import EngineFault, EngineMissing
from grantcheck.engine.judge import judge
from grantcheck.engine.reading import rulings_by_case
from grantcheck.engine.session import Session
from grantcheck.engine.worker import Worker
from grantcheck.model.fact import Fact

from . import faulty
from .books import book, in_process, planned, rule, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from grantcheck.engine.compiler import Ruleset
    from grantcheck.engine.ruling import CaseRulings
    from grantcheck.engine.worker import Runner

BOOK = book(
    vocabulary(prior="year:year area:text"),
    rule({"p": "prior"}, applies=["p.year == 2025"], broken=['p.area != "service"']),
)
SOUND = [Fact("prior", {"year": 2025, "area": "service"}), Fact("prior", {"year": 2025, "area": "anlæg"})]
DEADLY = [*SOUND, Fact("prior", {"year": 2025, "area": "BOOM"})]


def _child(serve: Callable[[], None], patience: float = 20.0) -> Callable[[Sequence[Ruleset]], Runner]:
    return partial(Worker, entry=f"{serve.__module__}:{serve.__name__}", patience=patience)


def _one_fault(results: Sequence[CaseRulings], at: int) -> str:
    expected = judge(BOOK, [SOUND], "reference")[0]
    assert [number for number, result in enumerate(results) if result.fault is not None] == [at]
    assert all(result == expected for number, result in enumerate(results) if number != at)
    assert results[at].rulings == ()
    return str(results[at].fault)


@pytest.mark.parametrize(
    ("serve", "sentence"),
    [
        (faulty.serve_segmentation_fault, "The engine's process died of SIGSEGV."),
        (faulty.serve_killed, "The engine's process died of SIGKILL."),
        (faulty.serve_exits, "The engine's process ended with exit code 7."),
        (faulty.serve_stumbles, "The engine's process ended with exit code 1."),
        (faulty.serve_raises, "The engine refused the facts (error 303)."),
        (faulty.serve_drops_the_tail, "The engine dropped facts (the last one did not arrive)."),
    ],
)
def test_only_the_case_that_breaks_the_engine_has_a_fault(serve: Callable[[], None], sentence: str) -> None:
    cases = [*[SOUND] * 20, DEADLY, *[SOUND] * 25]
    assert _one_fault(judge_durably(BOOK, cases, _child(serve)), at=20) == sentence


def test_a_case_that_hangs_is_found_as_well() -> None:
    cases = [SOUND, SOUND, DEADLY, SOUND]
    results = judge_durably(BOOK, cases, _child(faulty.serve_hangs, patience=0.5))
    assert _one_fault(results, at=2) == "The engine gave no answer within 0.5 seconds."


def test_a_session_in_process_is_contained_as_well() -> None:
    def raising(rulesets: Sequence[Ruleset]) -> Runner:
        return faulty.Raises(planned(rulesets))

    assert "303" in _one_fault(judge_durably(BOOK, [SOUND, DEADLY, SOUND], raising), at=1)


def test_several_faults_are_told_apart() -> None:
    cases = [DEADLY, SOUND, DEADLY, SOUND]
    results = judge_durably(BOOK, cases, _child(faulty.serve_raises))
    assert [result.fault is not None for result in results] == [True, False, True, False]


@pytest.mark.parametrize("ids", [(1, 2), (2, 1), (1, 3), (0, 1), (7, 7)])
def test_a_join_of_facts_that_are_not_of_one_case_is_a_fault(ids: tuple[int, int]) -> None:
    cases = [EncodedCase(0, 1, 1, ()), EncodedCase(1, 2, 1, ())]
    with pytest.raises(EngineFault, match="not of one case"):
        rulings_by_case(cases, [(0, ids)], [Code("GC901", Said.APPLIES)], {})


@pytest.mark.parametrize(
    ("number", "ids", "said"),
    [(1, (1,), "a rule that there is not"), (-1, (1,), "a rule that there is not"), (0, (), "for no fact")],
)
def test_what_the_engine_cannot_have_said_is_a_fault(number: int, ids: tuple[int, ...], said: str) -> None:
    with pytest.raises(EngineFault, match=said):
        rulings_by_case([EncodedCase(0, 1, 1, ())], [(number, ids)], [Code("GC901", Said.APPLIES)], {})


@pytest.mark.parametrize("serve", [faulty.serve_a_list, faulty.serve_other_words, faulty.serve_no_numbers])
def test_answers_that_are_no_firings_are_faults(serve: Callable[[], None]) -> None:
    (result,) = judge_durably(BOOK, [SOUND], _child(serve))
    assert result.fault is not None
    assert "nonsense" in result.fault


def test_a_system_without_processes_is_told_and_costs_little_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(*_: object, **__: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("grantcheck.isolation.process.subprocess.Popen", none_left)
    results = judge_durably(BOOK, [SOUND] * 40)
    assert {result.fault for result in results} == {
        "The rule engine did not start: the engine got no process of its own (Resource temporarily unavailable)"
    }


def test_an_engine_that_needs_too_much_memory_says_so() -> None:
    (result,) = judge_durably(BOOK, [DEADLY], _child(faulty.serve_without_memory))
    assert result.fault == "The engine needed more memory than it may have."


class SaysTooMuch:
    """Fires every rule for the first fact."""

    def __init__(self, rules: int) -> None:
        self.rules = rules

    def run(self, facts: Sequence[tuple[str, str]], /) -> list[tuple[int, tuple[int, ...]]]:
        return [(number, (1,)) for number in range(self.rules)]

    def close(self) -> None:
        pass


def test_two_outcomes_are_a_fault() -> None:
    (result,) = judge_durably(BOOK, [SOUND], lambda _: SaysTooMuch(3))
    assert result.fault == "GC901 is both true and false for facts (0,)."


def test_no_outcome_is_a_fault() -> None:
    (result,) = judge_durably(BOOK, [SOUND], lambda _: SaysTooMuch(1))
    assert result.fault == "GC901 applies and came to no outcome for facts (0,)."


def test_an_engine_that_does_not_start_costs_every_case_but_little_time() -> None:
    results = judge_durably(BOOK, [SOUND] * 40, _child(faulty.serve_nothing))
    assert {result.fault for result in results} == {
        "The rule engine did not start: the engine's process ended with exit code 3"
    }


def test_a_child_that_talks_nonsense_has_not_started() -> None:
    (result,) = judge_durably(BOOK, [SOUND], _child(faulty.serve_nonsense))
    assert result.fault is not None
    assert "nonsense" in result.fault


def test_a_missing_engine_is_one_clear_message() -> None:
    with pytest.raises(EngineMissing, match="-DPyEval_CallObject=PyObject_CallObject"):
        judge_durably(BOOK, [SOUND], _child(faulty.serve_without_the_engine))


def test_results_before_a_failing_restart_are_kept() -> None:
    children = iter([faulty.serve_raises, *[faulty.serve_nothing] * 9])

    def start(rulesets: Sequence[Ruleset]) -> Runner:
        return _child(next(children))(rulesets)

    results = judge_durably(BOOK, [*[SOUND] * 32, DEADLY, SOUND], start)
    assert [result.fault is None for result in results] == [*[True] * 32, False, False]


def test_a_session_refuses_a_ruleset_that_the_engine_refuses() -> None:
    with pytest.raises(EngineFault, match="refused a ruleset"):
        Session([(["x"], '{"0": {"all": [{"f0": {"kind": ["x"]}}]}}')])


def test_one_case_is_judged_quickly() -> None:
    judge(BOOK, [SOUND])
    started = time.perf_counter()
    judge(BOOK, [SOUND])
    assert time.perf_counter() - started < 2  # tens of milliseconds where nothing else runs


def test_no_child_outlives_the_judgement() -> None:
    workers: list[Worker] = []

    def start(rulesets: Sequence[Ruleset]) -> Worker:
        workers.append(Worker(rulesets))
        return workers[-1]

    judge_durably(BOOK, [SOUND], start)
    assert [worker.exit_code for worker in workers] == [0]


def test_a_session_can_be_used_in_process() -> None:
    assert judge_durably(BOOK, [SOUND] * 100, in_process) == judge(BOOK, [SOUND] * 100, "reference")
