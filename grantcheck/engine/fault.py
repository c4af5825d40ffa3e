"""Ways in which the engine fails; never a verdict on a note."""

from __future__ import annotations

REBUILD = (
    'CPPFLAGS="-O2 -DPyEval_CallObject=PyObject_CallObject" pip install --no-cache-dir durable-rules==2.0.28'
)


class EngineMissing(ImportError):
    """durable-rules is not installed, or was built in a way that cannot be imported."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"durable-rules cannot be imported ({reason}). Install it with: {REBUILD}")

    def __reduce__(self) -> tuple[type[EngineMissing], tuple[str]]:
        return (EngineMissing, (self.reason,))


class EngineFault(RuntimeError):
    """The engine failed on a batch of cases; the text is a sentence that says how."""


class NotStarted(EngineFault):
    """The engine did not come up, so that smaller batches would fail as well."""
