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


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("word " * 5000, f"{'word ' * 60}…"),
        (f"## {'word ' * 5000}", f"{'word ' * 59}…"),
        ("字" * 5000, f"{'字' * 300} …"),
        (f"a {'b' * 5000}", f"a {'b' * 298} …"),
        (f"{'a' * 298}, {'b' * 50}\n\nMore", f"{'a' * 298} …"),
        (f"{'a' * 300}\nMore", "a" * 300),
        (f"{'a' * 300} \t\nMore", "a" * 300),
        (f"{'a' * 299}\nMore", "a" * 299),
        (f"![](https://x.org/{'b' * 250}) {'字' * 99}", f"{'字' * 30} …"),
        (f"**{'word ' * 58}wo end** {'tail ' * 9}", f"{'word ' * 58}wo …"),
        (f"# {'#' * 400}", ""),
        (f"{'字' * 265} {'字' * 99}", f"{'字' * 265} …"),
        (f"{'字' * 255} {'字' * 99}", f"{'字' * 255} {'字' * 44} …"),
    ],
    ids=(
        *("words", "heading", "unspaced", "one space", "comma", "fits", "blanks", "shorter"),
        *("image", "closed marks", "no words", "late space", "early space"),
    ),
)
def test_a_very_long_line_is_cut_at_a_word_and_says_so(text: str, title: str) -> None:
    assert text_title(text) == title
