"""The title in an article's text."""

import pytest

from tui.model.text_title import text_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n  A headline \nText", "A headline"),
        ("---\ntitle: The real title\ndate: 2024-05-01\n---\n\n# Another", "The real title"),
        ('---\ndate: 2024\nTitle: "Bridge: shut"  \n---\nText', "Bridge: shut"),
        ("+++\ntitle = 'From Hugo'\n+++\nText", "From Hugo"),
        ("---\ndate: 2024\ntitle:\n---\n\n## Bridge shut ##\nText", "Bridge shut"),
        ("---\nno end of it", "---"),
        ("--- said the mayor\ntitle: x\n---", "--- said the mayor"),
        ("<!-- generated -->\n\n# Bridge shut", "Bridge shut"),
        ("# A **bold** heading with [a link](https://x.org) and `code`", "A bold heading with a link and code"),
        ("**Ann Lee:** Welcome", "Ann Lee: Welcome"),
        ("#Velm stays calm", "#Velm stays calm"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_a_title_has_no_marks(text: str, title: str) -> None:
    assert text_title(text) == title


def test_a_text_on_one_line_has_a_title_of_some_length() -> None:
    assert len(text_title("word " * 5000)) == 299
