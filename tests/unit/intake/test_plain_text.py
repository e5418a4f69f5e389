"""A plain text stays as it is."""

from tui.intake.original import Original
from tui.intake.plain_text import plain_text_extracts


def test_a_plain_text_is_not_changed() -> None:
    (extract,) = plain_text_extracts(Original(b"\xef\xbb\xbf# A *b*\r\n- c\n\n"))
    assert (extract.text, extract.is_plain) == ("# A *b*\n- c\n\n", True)
