"""Runs grantcheck and presses ctrl-C at a moment that is counted in what the program does, not in seconds.

`python interrupted.py MOMENT COUNTED ARGUMENT…`: at the MOMENTth call or return, if it comes to that; how many there
were is written to the file COUNTED. A moment of 0 never comes.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

moment, counted = int(sys.argv[1]), Path(sys.argv[2])
sys.argv = ["grantcheck", *sys.argv[3:]]
done = 0

from grantcheck.__main__ import run  # noqa: E402 - from here on the program is at work


def count(*_: object) -> None:
    global done  # noqa: PLW0603 - as little as can be, for it is called millions of times
    done += 1
    if done == moment:
        sys.setprofile(None)
        os.kill(0, signal.SIGINT)  # as a terminal does: to every process of the group


sys.setprofile(count)
try:
    run()
finally:
    sys.setprofile(None)
    counted.write_text(str(done), "ascii")
