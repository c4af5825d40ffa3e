"""The entry points `grantcheck` and `python -m grantcheck`."""

from __future__ import annotations

import sys

_INTERRUPTED = 130
"""As shells count: 128 and the number of the signal."""


def run() -> None:
    """Runs a command. All is imported inside, so that ctrl-C ends the program quietly from its first moment."""
    try:
        from grantcheck.cli.main import run as run_command  # noqa: PLC0415
        from grantcheck.isolation.interrupts import keep_interrupts  # noqa: PLC0415

        keep_interrupts()
        run_command()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


if __name__ == "__main__":
    run()
