"""How much memory a process of ours may have."""

from __future__ import annotations


def bound_memory(allowed: int) -> None:
    """No more bytes of memory than that, and no core files; where the system has no such limits, none."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (allowed, allowed))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
