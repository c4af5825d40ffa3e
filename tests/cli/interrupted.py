"""Runs grantcheck and presses ctrl-C at a moment that is counted in what the program does, not in seconds.

`python interrupted.py MOMENT COUNTED ARGUMENT…`: at the MOMENTth call or return, if it comes to that; how many there
were is written to the file COUNTED. A moment of 0 never comes.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

done = 0


def counting(moment: int) -> Callable[..., None]:
    def count(*_: object) -> None:
        global done  # noqa: PLW0603 - as little as can be, for it is called millions of times
        done += 1
        if done == moment:
            sys.setprofile(None)
            os.kill(0, signal.SIGINT)  # as a terminal does: to every process of the group

    return count


if __name__ == "__main__":
    moment, counted = int(sys.argv[1]), Path(sys.argv[2])
    sys.argv = ["grantcheck", *sys.argv[3:]]

    from grantcheck.__main__ import run  # from here on the program is at work

    sys.setprofile(counting(moment))
    try:
        run()
    finally:
        sys.setprofile(None)
        counted.write_text(str(done), "ascii")
