"""Ctrl-C: when it may come, and that it is never lost."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SOON = 0.001
"""Seconds."""


@contextmanager
def held_back() -> Iterator[None]:
    """What is done inside is done wholly: ctrl-C takes effect behind it. In another thread it never comes."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        signal.raise_signal(signal.SIGINT)


def keep_interrupts() -> None:
    """Python drops, with a complaint, what is raised while an object is freed; a ctrl-C then comes once more."""
    if not hasattr(signal, "setitimer"):
        return
    usual = sys.unraisablehook

    def hook(dropped: sys.UnraisableHookArgs) -> None:
        if dropped.exc_type is KeyboardInterrupt:
            signal.setitimer(signal.ITIMER_REAL, _SOON)
        else:
            usual(dropped)

    signal.signal(signal.SIGALRM, lambda _number, _frame: signal.raise_signal(signal.SIGINT))
    sys.unraisablehook = hook
