"""The process that reads a PDF answers whatever it is given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_writer import pdf_of
from two_column_pdf import TYPED, two_column_pdf

pytest.importorskip("pdfminer")

from tui.intake import pdf_process
from tui.intake.pdf_process import pdf_answer

_ENCRYPTED = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O ({'a' * 32}) /U ({'b' * 32}) /P -4 >> /ID [(a)(b)]"


@pytest.fixture(autouse=True)
def _no_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_process, "_allow_next_page", lambda: None)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7", "is a damaged PDF (PDFSyntaxError); print it to a new PDF, or save it as text"),
        (pdf_of([b"x"], trailer=_ENCRYPTED), "is encrypted; save it without a password"),
        (pdf_of([b""]), "has no text; recognise its text first, for example with `ocrmypdf`"),
    ],
)
def test_what_is_wrong_is_the_answer(data: bytes, message: str) -> None:
    assert pdf_answer(data) == {"error": message}


def test_running_out_of_memory_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise MemoryError

    monkeypatch.setattr(pdf_process, "pdf_article", fail)
    assert pdf_answer(b"") == {"error": "takes more memory than a PDF may; split it, or save it as text"}


@given(st.integers(0, len(two_column_pdf()) - 20), st.binary(max_size=20))
def test_a_damaged_pdf_has_an_answer(position: int, other: bytes) -> None:
    data = two_column_pdf()
    answer = pdf_answer(data[:position] + other + data[position + len(other) :])
    assert answer.keys() in ({"extract"}, {"error"})


def test_an_undamaged_pdf_has_its_text() -> None:
    extract = pdf_answer(two_column_pdf())["extract"]
    assert isinstance(extract, dict)
    assert extract["text"] == TYPED
