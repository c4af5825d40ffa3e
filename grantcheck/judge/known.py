"""Cases that are judged, with the baseline of an office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from grantcheck.baseline.applying import with_baseline
from grantcheck.baseline.file import BaselineFile
from grantcheck.judge.assembly import Judged
from grantcheck.model.baseline import BaselineInUse
from grantcheck.rules.rule import RuleBook


def with_known(
    judged: Sequence[Judged], file: BaselineFile, book: RuleBook, *, whole: bool
) -> tuple[list[Judged], BaselineInUse]:
    """The cases, what the baseline has marked; and what became of the baseline. `whole`: a round was read."""
    names = [one.case.name for one in judged]
    marked, in_use = with_baseline([one.verdict.findings for one in judged], names, file, book, whole=whole)
    return [
        replace(one, verdict=replace(one.verdict, findings=findings))
        for one, findings in zip(judged, marked, strict=True)
    ], in_use
