"""A PDF is read in a process of its own."""

import subprocess
import zlib

import pytest
from pdf_writer import pdf_of
from two_column_pdf import TYPED, two_column_pdf

from tui.errors import DocumentError
from tui.intake import pdf
from tui.intake.original import Original
from tui.intake.pdf import pdf_extracts


def test_the_process_returns_the_article() -> None:
    pytest.importorskip("pdfminer")
    (extract,) = pdf_extracts(Original(two_column_pdf(), "a.pdf", "https://example.org/a.pdf"))
    assert (extract.text, extract.url) == (TYPED, "https://example.org/a.pdf")
    assert extract.left_out == ("[running head: The Coast Gazette 26 November 2026]",)


def test_the_process_may_not_take_all_memory() -> None:
    pytest.importorskip("pdfminer")
    packed = zlib.compress(zlib.compress(bytes(600_000_000), 9))
    with pytest.raises(DocumentError, match=r"^takes more memory than a PDF may"):
        pdf_extracts(Original(pdf_of([packed], filters="/Filter [/FlateDecode /FlateDecode]")))


def test_without_the_library_the_message_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda _name: None)
    with pytest.raises(DocumentError, match=r"pip install 'diptych\[import\]'"):
        pdf_extracts(Original(b"%PDF-1.7"))


@pytest.mark.parametrize(
    ("outcome", "message"),
    [
        (subprocess.CompletedProcess([], -pdf._OUT_OF_TIME), "takes longer"),
        (subprocess.CompletedProcess([], 1), "cannot be read; print"),
        (subprocess.TimeoutExpired([], 1), "takes longer"),
        (OSError("no memory"), "cannot be read, since no process"),
    ],
)
def test_a_process_that_fails_is_explained(monkeypatch: pytest.MonkeyPatch, outcome: object, message: str) -> None:
    def run(*_command: object, **_options: object) -> object:
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    monkeypatch.setattr(pdf, "find_spec", lambda _name: True)
    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(DocumentError, match=f"^{message}"):
        pdf_extracts(Original(b"%PDF-1.7"))
