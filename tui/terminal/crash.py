"""Report in one line the error that ended the reader."""

import sys
from contextlib import suppress

from tui.layout.visible import make_visible
from tui.storage.files.crash_report import write_crash_report

CRASH_STATUS = 70
"""The exit status: EX_SOFTWARE of sysexits.h."""


def report_crash(error: BaseException | None) -> int:
    """Write a report, print where it is, and return the exit status."""
    path = write_crash_report(error) if error else None
    cause = f"{type(error).__name__}: {error}" if error else "the terminal's input ended"
    words = f"an error ended the reader ({cause}). What was typed is kept, and offered at the next start."
    report = f" Please send the report: {path}" if path else ""
    with suppress(OSError):  # the terminal may be what is gone
        print(make_visible(f"diptych: {' '.join(words.split())}{report}"), file=sys.stderr)
    return CRASH_STATUS
