"""PDF, by pdfminer.six in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from importlib.util import find_spec
from typing import Any

from tui.errors import DocumentError
from tui.intake.clean_extract import clean_extract
from tui.intake.original import Extract, Original

_WALL_SECONDS = 180
"""If the system does not limit what the process computes."""
_OUT_OF_TIME = getattr(signal, "SIGXCPU", signal.SIGTERM)
_SLOW = "takes longer to read than a PDF may; print it to a new PDF, or save it as text"
_NO_ANSWER = "cannot be read; print it to a new PDF, or save it as text"


def pdf_extracts(original: Original) -> tuple[Extract, ...]:
    """Return the article of a PDF."""
    if find_spec("pdfminer") is None:
        raise DocumentError("is a PDF, which needs pdfminer.six; run: pip install 'diptych[import]'")
    answer = _answer(original.data)
    if "error" in answer:
        raise DocumentError(str(answer["error"]))
    fields = answer["extract"]
    extract = Extract(**{**fields, "left_out": tuple(fields["left_out"]), "url": original.url or fields["url"]})
    return (clean_extract(extract),)


def _answer(data: bytes) -> dict[str, Any]:
    """Return what the process found in a PDF."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-P", "-m", "tui.intake.pdf_process"]
    try:
        result = subprocess.run(  # noqa: S603 - no shell, and the PDF is only its input
            command, input=data, capture_output=True, timeout=_WALL_SECONDS, env=environment, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise DocumentError(_SLOW) from error
    except OSError as error:
        raise DocumentError(f"cannot be read, since no process could be started ({error}); try again") from error
    if result.returncode:
        raise DocumentError(_SLOW if result.returncode == -_OUT_OF_TIME else _NO_ANSWER)
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer
