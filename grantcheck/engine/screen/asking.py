"""What the engine is asked once the screen has settled what it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.engine.encoding import Asked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grantcheck.engine.screen.plan import Screened
    from grantcheck.model.fact import Fact

SAMPLE = 100
"""One case of so many is judged in full whatever the screen says."""
_SEED = 20_260_101
_SPREAD = 2_654_435_761
"""Knuth's multiplier: scatters the sample, so that it does not fall in step with how cases are ordered."""


def questions(
    cases: Sequence[Sequence[Fact]], screened: Sequence[Screened | None], sample: int, first: int = 0
) -> Iterator[Asked]:
    """Every case of which something is open, with the facts that this is about; those of the sample whole.

    A case that could not be screened is asked about whole, too. `first` is the number of the first case in the run.
    """
    for number, (case, known) in enumerate(zip(cases, screened, strict=True)):
        if known is None or in_sample(first + number, sample):
            yield Asked(number, case)
        elif known.open:
            yield Asked(number, case, {position for _, facts in known.open for position in facts})


def in_sample(number: int, sample: int) -> bool:
    """Whether the case of that number is judged in full; the same on every machine and in every run."""
    return (number * _SPREAD + _SEED) % 2**32 % sample == 0
