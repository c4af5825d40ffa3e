"""A child process that answers one line of JSON with another."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from threading import Timer
from typing import Any

from grantcheck.model.text import Text

_FAREWELL = 2.0
"""Seconds that a child has to end by itself."""
_OUT_OF_TIME = "SIGXCPU"
"""What the system ends a process with that computed longer than it may; not every system knows it."""
_LEAVE = "import os; os._exit(0)"
"""A child that is done has nothing to tidy up, which takes as long as reading a note."""


class ProcessEnded(RuntimeError):
    """The child gave no answer; `how` says how it ended."""

    def __init__(self, how: Text) -> None:
        self.how = how
        super().__init__(how.en)


class ChildProcess:
    """A child that runs one function of ours, which reads questions from standard input and answers each.

    Not through `multiprocessing`: that would import the program's main module again, with all it imports.

    Args:
        entry: the `module:function` that the child runs.
        name: what it is, for messages: "the reader" and "læseren".
        patience: seconds after which a question counts as hanging; the child is then ended.

    Raises:
        ProcessEnded: the system gives no process.
    """

    def __init__(self, entry: str, name: Text, patience: float) -> None:
        self._name, self._patience, self._hangs = name, patience, False
        module, _, function = entry.partition(":")
        program = (
            f"import sys; sys.path[:] = {sys.path!r}; from {module} import {function}; {function}(); {_LEAVE}"
        )
        try:
            self._process = subprocess.Popen(  # noqa: S603  (our own interpreter and module)
                [sys.executable, "-X", "utf8", "-c", program],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                errors="surrogateescape",
            )
        except OSError as error:
            raise ProcessEnded(_no_process(name, error)) from error

    @property
    def exit_code(self) -> int | None:
        """How the child ended; None while it runs."""
        return self._process.poll()

    def asked(self, question: object, patience: float | None = None) -> dict[str, Any]:
        """The child's answer.

        Args:
            question: a value that JSON knows.
            patience: seconds for this question; None for the usual ones.

        Raises:
            ProcessEnded: it died, hangs, or answered nonsense; it is not to be asked again.
        """
        line = self._exchanged(json.dumps(question) + "\n", patience or self._patience)
        if not line.endswith("\n"):
            raise ProcessEnded(self._how_it_ended())
        try:
            answer = json.loads(line)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise ProcessEnded(self._of_process("answered nonsense", "svarede volapyk"))
        return answer

    def kill(self) -> None:
        """End the child at once, whatever it is doing; then `close` it."""
        self._process.kill()

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

    def _exchanged(self, line: str, patience: float) -> str:
        """The child's next line; less than a line where it ended instead."""
        incoming, outgoing = self._process.stdin, self._process.stdout
        if incoming is None or outgoing is None:
            return ""
        watch = Timer(patience, self._give_up)
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

    def _how_it_ended(self) -> Text:
        if self._hangs:
            seconds = f"{self._patience:g}"
            return Text(
                en=f"{self._name.en} gave no answer within {seconds} seconds",
                da=f"{self._name.da} svarede ikke inden for {seconds} sekunder",
            )
        try:
            code = self._process.wait(_FAREWELL)
        except subprocess.TimeoutExpired:
            return self._of_process("fell silent", "gik i stå")
        if code >= 0:
            return self._of_process(f"ended with exit code {code}", f"sluttede med kode {code}")
        name = {one.value: one.name for one in signal.Signals}.get(-code, f"signal {-code}")
        if name == _OUT_OF_TIME:
            return self._of_process("computed longer than it may", "regnede længere, end den må")
        return self._of_process(f"died of {name}", f"døde af {name}")

    def _of_process(self, en: str, da: str) -> Text:
        return Text(en=f"{self._name.en}'s process {en}", da=f"{self._name.da}s proces {da}")


def _no_process(name: Text, error: OSError) -> Text:
    said = error.strerror
    return Text(
        en=f"{name.en} got no process of its own ({said})", da=f"{name.da} fik ingen egen proces ({said})"
    )
