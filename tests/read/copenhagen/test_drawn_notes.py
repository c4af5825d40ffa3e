"""No drawn note is misread: what is not right is flagged."""

from __future__ import annotations

import importlib.util
import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from read.drawn.manner import NASTY, ORDINARY, Manner
from read.drawn.notes import draw_note
from read.reading import SHARED, notes_in

SCORER = SHARED / "tools" / "score_reading.py"
Score = Callable[[dict[str, Any], dict[str, Any] | None], dict[str, list[int]]]


@pytest.fixture(scope="module")
def score() -> Score:
    if not SCORER.exists():
        pytest.skip("the scorer is not at hand")
    spec = importlib.util.spec_from_file_location("score_reading", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.score  # type: ignore[no-any-return]


@pytest.mark.parametrize(("manner", "count", "least"), [(ORDINARY, 80, 0.95), (NASTY, 250, 0.80)])
def test_nothing_is_misread(score: Score, manner: Manner, count: int, least: float) -> None:
    tally: Counter[str] = Counter()
    wrong: dict[int, object] = {}
    for seed in range(count):
        drawn = draw_note(seed, manner)
        notes = notes_in(drawn.text)
        facts = score(drawn.truth, notes[0].model_dump(mode="json") if notes else None)
        for right, bad, flagged in facts.values():
            tally.update(right=right, wrong=bad, flagged=flagged)
        if any(bad for _, bad, _ in facts.values()):
            wrong[seed] = facts
    assert wrong == {}
    assert tally["right"] / tally.total() > least


def test_no_edit_of_a_note_makes_reading_raise() -> None:
    rng = random.Random(7)  # noqa: S311 - edits, no secret
    pieces = [
        "\n",
        "1",
        "-",
        "Service",
        "kr.",
        "x",
        "☒",
        "2026",
        "(",
        "I",
        "U",
        "\f",
        "Tabel 2. Udgifter til service\n",
    ]
    for seed in range(300):
        text = draw_note(seed % 20).text
        for _ in range(rng.randint(1, 20)):
            at = rng.randrange(len(text))
            end = min(len(text), at + rng.randint(0, 40))
            text = (
                rng.choice(
                    [
                        text[:at] + text[end:],
                        text[:at] + rng.choice(pieces) + text[at:],
                        text[end:] + text[:at],
                    ]
                )
                or "x"
            )
        notes_in(text)
