"""`python -m grantcheck`."""

from __future__ import annotations

from grantcheck.cli.main import run

if __name__ == "__main__":
    run()
