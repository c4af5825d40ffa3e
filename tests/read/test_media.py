"""Reading imports what the kind of file at hand needs."""

import subprocess
import sys


def test_finding_and_reading_files_needs_no_word_excel_or_pdf_library_beforehand():
    program = (
        f"import sys; sys.path[:] = {sys.path!r}; "
        "import grantcheck.read.discover, grantcheck.read.reading, grantcheck.read.reader; "
        "print(*sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    imported = set(done.stdout.split())
    assert "grantcheck.read.reader" in imported
    assert not imported & {"lxml", "openpyxl", "pypdfium2", "grantcheck.read.structured.reader"}
