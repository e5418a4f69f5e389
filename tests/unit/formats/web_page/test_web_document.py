"""The page is whole, asks for nothing, and its links lead somewhere."""

import base64
import hashlib
import re
from collections import Counter

import pytest
from aid_and_talks import aid_and_talks
from collations import Telling, annotate, collate
from hypothesis import given, settings
from hypothesis import strategies as st
from page_elements import PageElements

from tui.analysis.survey import Survey
from tui.formats.web_page.web_document import html_pieces
from tui.model import Collation


def page(collation: Collation, scope: str = "") -> str:
    return "".join(html_pieces(Survey(collation), title="Two <accounts>", scope=scope))


@pytest.mark.parametrize("scope", ["", "kind <claim>"])
def test_every_link_leads_to_one_place_on_the_page(scope: str) -> None:
    elements = PageElements(page(aid_and_talks(), scope))
    assert elements.unclosed == elements.open == []
    assert max(Counter(elements.values("id")).values()) == 1
    links = elements.values("href")
    assert {link.removeprefix("#") for link in links} <= set(elements.values("id"))
    assert len(links) > 5
    assert ("Status" in elements.text) is not bool(scope)


def test_the_page_loads_nothing_and_its_style_is_the_one_allowed() -> None:
    source = page(aid_and_talks())
    elements = PageElements(source)
    assert elements.tags["style"] == elements.tags["script"] == 1
    assert not elements.tags.keys() & {"link", "img", "iframe", "object", "form", "base"}
    assert not [name for _, name, _ in elements.attributes if name in {"src", "style"} or name.startswith("on")]
    style = source.partition("<style>")[2].partition("</style>")[0]
    assert not re.search(r"url\(|@import|<", style)
    script = source.partition("<script>")[2].partition("</script>")[0]
    assert not re.search(r"innerHTML|eval|fetch|Function|</|<!--", script)
    policy = elements.values("content")[0]
    assert policy.startswith(f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)};")


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_counts_stand_in_the_order_of_the_codebook() -> None:
    annotations = (annotate("agreement", "Aid"), annotate("denial", "must"), annotate("claim", "come"))
    source = page(collate(Telling("one", "Aid must come", annotations)))
    counts = source.partition('<p class="counts">')[2].partition("</p>")[0]
    assert re.sub("<.*?>", "", counts) == "1 claim 1 denial 1 agreement"


def test_the_title_is_text() -> None:
    assert "<title>Two &lt;accounts&gt;</title>" in page(aid_and_talks())


@settings(max_examples=30)
@given(
    st.lists(st.text(st.sampled_from("ab<>&\"' "), min_size=1).filter(str.strip), min_size=1, max_size=4, unique=True)
)
def test_every_quote_is_on_the_page(quotes: list[str]) -> None:
    annotations = tuple(annotate("claim", quote, quote, id=str(n)) for n, quote in enumerate(quotes))
    elements = PageElements(page(collate(Telling("one", " | ".join(quotes), annotations))))
    assert elements.tags["blockquote"] == len(quotes)
    for quote in quotes:
        assert quote in elements.text
    assert elements.unclosed == elements.open == []
