"""What readers add to CommonMark becomes text."""

import pytest

from tui.formats.markdown.body import isolate_body
from tui.formats.markdown.extensions import disarm_extensions
from tui.formats.markdown.repair import parser


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ("a[^1]\n\n[^1]: one", "a\\[^1]\n\n\\[^1]: one"),
        ("---\ntitle: x\n---", "***\ntitle: x\n---"),
        ("> ---\n\n- ---  \n\n----", "> ***\n\n- ***  \n\n----"),
        ("a %%b %%", r"a \%\%b \%\%"),
        ("$$\nx", "\\$\\$\nx"),
        ("::: x\ny", "\\::: x\ny"),
        (r"\input{x} \% \\a", r"\\input{x} \% \\a"),
        (r"`\n %%` %%", r"`\n %%` \%\%"),
    ],
)
def test_what_readers_add_to_commonmark_becomes_text(body: str, written: str) -> None:
    assert disarm_extensions(body, parser()) == written
    assert isolate_body(body) == written


def test_a_body_whose_code_would_change_is_shown_as_its_source() -> None:
    assert isolate_body("~~~\n%%\n~~~") == "```markdown\n~~~\n%%\n~~~\n```"
