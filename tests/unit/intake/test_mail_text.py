"""The lines of a mail become paragraphs."""

import pytest

from tui.intake.html_text import html_text
from tui.intake.mail_text import mail_text_html

_LONG = "The harbour authority closed the ferry terminal again on"


def _markdown(text: str, *, is_flowed: bool = False, drops_blanks: bool = False) -> str:
    return html_text(mail_text_html(text, is_flowed=is_flowed, drops_blanks=drops_blanks)[0]).text


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        (f"{_LONG}\nWednesday.\n\nNobody was hurt.", f"{_LONG} Wednesday.\n\nNobody was hurt."),
        (f"{_LONG}\nBye,\nMara", f"{_LONG}\nBye,\nMara"),
        (f"{_LONG * 2}\nWednesday", f"{_LONG * 2}\nWednesday"),
        ("short\nlines\nof a verse", "short\nlines\nof a verse"),
        ("a\n> b\n>> c\n> > d", "a\n\n> b\n\n> > c\n> > d"),
        ("- one\n* two", "- one\n- two"),
        ("<b>no tags</b> & none", "\\<b>no tags\\</b> & none"),
        ("", ""),
        (">" * 99 + "deep", "> " * 20 + "deep"),
    ],
)
def test_lines_are_joined_if_a_program_broke_them(text: str, markdown: str) -> None:
    assert _markdown(text) == markdown


@pytest.mark.parametrize(
    ("text", "drops_blanks", "markdown"),
    [
        ("flowed \nwords\nfixed", False, "flowed words\nfixed"),
        ("東 \n京", True, "東京"),
        (" >stuffed", False, "\\>stuffed"),
        ("> quoted \n> words\nmine", False, "> quoted words\n\nmine"),
    ],
)
def test_flowed_lines_are_joined_as_the_mail_says(text: str, drops_blanks: bool, markdown: str) -> None:
    assert _markdown(text, is_flowed=True, drops_blanks=drops_blanks) == markdown


def test_a_signature_is_taken_off() -> None:
    assert mail_text_html("a\n-- \nMara\nGazette") == ("<p>a</p>", "Mara Gazette")
