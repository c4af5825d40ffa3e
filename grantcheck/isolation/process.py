"""A child process that answers one line of JSON with another."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from threading import Timer
from typing import Any

_FAREWELL = 2.0
"""Seconds that a child has to end by itself."""


class ProcessEnded(RuntimeError):
    """The child gave no answer; the text says how it ended."""


class ChildProcess:
    """A child that runs one function of ours, which reads questions from standard input and answers each.

    Not through `multiprocessing`: that would import the program's main module again, with all it imports.

    Args:
        entry: the `module:function` that the child runs.
        name: what it is, for messages: "the reader".
        patience: seconds after which a question counts as hanging; the child is then ended.
    """

    def __init__(self, entry: str, name: str, patience: float) -> None:
        self._name, self._patience, self._hangs = name, patience, False
        module, _, function = entry.partition(":")
        program = f"import sys; sys.path[:] = {sys.path!r}; from {module} import {function}; {function}()"
        self._process = subprocess.Popen(  # noqa: S603  (our own interpreter and module)
            [sys.executable, "-X", "utf8", "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            errors="surrogateescape",
        )

    @property
    def exit_code(self) -> int | None:
        """How the child ended; None while it runs."""
        return self._process.poll()

    def asked(self, question: object) -> dict[str, Any]:
        """The child's answer.

        Raises:
            ProcessEnded: it died, hangs, or answered nonsense; it is not to be asked again.
        """
        line = self._exchanged(json.dumps(question) + "\n")
        if not line.endswith("\n"):
            raise ProcessEnded(self._how_it_ended())
        try:
            answer: dict[str, Any] = json.loads(line)
        except ValueError as error:
            raise ProcessEnded(f"{self._name}'s process answered nonsense") from error
        return answer

    def close(self) -> None:
        """End the child, gently if it is well."""
        process = self._process
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was not yet written cannot be written to the dead
                    continue
        try:
            process.wait(_FAREWELL)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _exchanged(self, line: str) -> str:
        """The child's next line; less than a line where it ended instead."""
        incoming, outgoing = self._process.stdin, self._process.stdout
        if incoming is None or outgoing is None:
            return ""
        watch = Timer(self._patience, self._give_up)
        watch.start()
        try:
            incoming.write(line)
            incoming.flush()
            return outgoing.readline()
        except OSError:
            return ""
        finally:
            watch.cancel()

    def _give_up(self) -> None:
        self._hangs = True
        self._process.kill()

    def _how_it_ended(self) -> str:
        if self._hangs:
            return f"{self._name} gave no answer within {self._patience:g} seconds"
        try:
            code = self._process.wait(_FAREWELL)
        except subprocess.TimeoutExpired:
            return f"{self._name}'s process fell silent"
        if code < 0:
            names = {one.value: one.name for one in signal.Signals}
            return f"{self._name}'s process died of {names.get(-code, f'signal {-code}')}"
        return f"{self._name}'s process ended with exit code {code}"
