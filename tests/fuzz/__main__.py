"""Fuzzes one target for a while: `python -m tests.fuzz TARGET --seconds 600 --found FOLDER`.

Guided by coverage, with atheris. An input that breaks something is written to the folder, and the run ends.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["grantcheck", "tomllib"]):
    from .targets import MOST_BYTES, TARGETS, tried

_SECONDS = 5.0
"""Of processor time for an input; watching the branches costs several times what the work does."""


def main() -> None:
    """Runs until the time is out or something breaks."""
    wanted = argparse.ArgumentParser(prog="python -m tests.fuzz")
    wanted.add_argument("target", choices=sorted(TARGETS))
    wanted.add_argument("--seconds", type=int, default=60)
    wanted.add_argument("--found", type=Path, default=None, help="where inputs that break something go")
    wanted.add_argument("--corpus", type=Path, default=None, help="kept from run to run")
    wanted.add_argument("--seed", type=int, default=0, help="0: another one in each run")
    chosen = wanted.parse_args()
    target = TARGETS[chosen.target]
    corpus = chosen.corpus or Path(tempfile.mkdtemp(prefix="grantcheck-corpus-"))
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (corpus / f"seed-{number:03}").write_bytes(seed)
    options = [
        f"-max_total_time={chosen.seconds}",
        f"-max_len={MOST_BYTES}",
        f"-seed={chosen.seed}",
        "-rss_limit_mb=2048",
        "-timeout=60",
        "-print_final_stats=1",
        "-len_control=0",
        f"-dict={Path(__file__).parent / 'words.dict'}",
    ]
    if chosen.found:
        chosen.found.mkdir(parents=True, exist_ok=True)
        options.append(f"-artifact_prefix={chosen.found}/{chosen.target}-")
    atheris.Setup([sys.argv[0], *options, str(corpus)], lambda content: tried(target, content, _SECONDS))
    atheris.Fuzz()


main()
