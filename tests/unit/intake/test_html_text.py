"""A piece of HTML becomes Markdown."""

from tui.intake.html_text import html_text


def test_lists_are_tight_and_other_blocks_have_an_empty_line_between() -> None:
    html = "<h1>T</h1><p>a<ul><li>b<li>c</ul><ul><li>d</ul><p>e"
    assert html_text(html).text == "# T\n\na\n\n- b\n- c\n\n- d\n\ne"


def test_pictures_are_named_as_left_out() -> None:
    assert html_text("<p>a<img alt='A man\nwaves'><img alt=''><img>").left_out == ("[picture: A man waves]",)
