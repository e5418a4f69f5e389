"""What is found in a document is cleaned before it is written."""

from hypothesis import given
from hypothesis import strategies as st

from tui.intake.clean_extract import MAX_VALUE, clean_extract, clean_text
from tui.intake.original import Extract


def test_values_are_on_one_line_and_a_text_ends_with_a_line_end() -> None:
    extract = Extract("\n\na \r\nb\x07\n\n", title=" A\n title\0 ", author="x" * 999, left_out=("a\nb", " \x1b "))
    assert clean_extract(extract) == Extract("a\nb\n", title="A title", author="x" * MAX_VALUE, left_out=("a b",))


@given(st.text())
def test_a_cleaned_text_can_be_written(text: str) -> None:
    cleaned = clean_text(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert not any(letter < " " and letter not in "\n\t" for letter in cleaned)
