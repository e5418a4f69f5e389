"""The process that reads a PDF, with limits on its time and memory.

    python -m tui.intake.pdf_process < FILE.pdf

A PDF can be made so that reading it takes hours or all memory. This process
reads one and prints its article, or what is wrong with it, as JSON.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from contextlib import suppress
from dataclasses import asdict

from tui.errors import DocumentError
from tui.intake.pdf_article import pdf_article

_TOO_LARGE = "takes more memory than a PDF may; split it, or save it as text"
_MAX_MEMORY = 480_000_000
"""Bytes that the process may take."""
_PAGE_SECONDS = 4
"""Of computing, until a page is read."""
_MAX_SECONDS = 60
"""Of computing, for the whole PDF."""


def answer_stdin() -> None:
    """Read a PDF from stdin and print its article, or what is wrong."""
    _limit_memory()
    _allow_next_page()
    logging.disable()  # pdfminer warns of each fault in a file
    answer = json.dumps(pdf_answer(sys.stdin.buffer.read()))
    sys.stdout.write(answer)


def pdf_answer(data: bytes) -> dict[str, object]:
    """Return an article, or the message of what is wrong with the PDF."""
    from pdfminer.pdfdocument import PDFEncryptionError  # noqa: PLC0415 - an extra, loaded when a PDF is read

    try:
        return {"extract": asdict(pdf_article(data, on_page=_allow_next_page))}
    except DocumentError as error:
        return {"error": error.message}
    except PDFEncryptionError:
        return {"error": "is encrypted; save it without a password"}
    except MemoryError:
        return {"error": _TOO_LARGE}
    except Exception as error:  # noqa: BLE001 - pdfminer raises errors of any kind for a damaged file
        return {"error": f"is a damaged PDF ({type(error).__name__}); print it to a new PDF, or save it as text"}


def _limit_memory() -> None:
    with suppress(ImportError, ValueError, OSError):  # Windows has no limits, and macOS refuses this one
        import resource  # noqa: PLC0415 - Unix only

        resource.setrlimit(resource.RLIMIT_AS, (_MAX_MEMORY, _MAX_MEMORY))


def _allow_next_page() -> None:
    """Let the system end this process if the next page takes too long."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - Unix only

        seconds = min(int(time.process_time()) + _PAGE_SECONDS, _MAX_SECONDS)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    answer_stdin()
