"""Which cases to judge where only what changed is: all are read, so that what concerns several notes is seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from grantcheck.model.case import Case
from grantcheck.model.document import Document
from grantcheck.model.judged_by import Scope
from grantcheck.read.repository.since import Since


def narrowed(
    cases: Sequence[Case], documents: Sequence[Document], since: Since, settings: Iterable[Path]
) -> tuple[list[int], Scope]:
    """The positions of the cases of which a form changed, or a file that a form was read with; and their files.

    What belongs to no note, such as the register of a round, has not changed.
    """
    changed = {document.source.path for document in documents if _changed(document, since)}
    kept = [number for number, case in enumerate(cases) if changed & _files(case)]
    scope = Scope(
        since=since.revision,
        commit=since.commit,
        judged=tuple(sorted({path for number in kept for path in _files(cases[number])})),
        settings_changed=tuple(sorted(path.as_posix() for path in since.changed_here(settings))),
    )
    return kept, scope


def _changed(document: Document, since: Since) -> bool:
    files = (document.source.path, *(used.path for used in document.read_with))
    return any(since.changed(Path(file)) for file in files)


def _files(case: Case) -> set[str]:
    return {case.document.source.path, *(note.source.path for note in case.other_forms)}
