"""The policy names the page's own style and script, and nothing else."""

import base64
import hashlib

import pytest

from tui.formats.web_page.page_policy import POLICY, SCRIPT, STYLE


def test_everything_is_refused_but_one_style_and_one_script() -> None:
    assert POLICY.split("; ") == [
        "default-src 'none'",
        f"style-src {digest(STYLE)}",
        f"script-src {digest(SCRIPT)}",
        "base-uri 'none'",
        "form-action 'none'",
    ]


@pytest.mark.parametrize("source", [STYLE, SCRIPT])
def test_the_source_cannot_end_its_element_and_loads_nothing(source: str) -> None:
    assert not [words for words in ("</", "<!--", "url(", "@import", "innerHTML", "eval(", "fetch") if words in source]


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
