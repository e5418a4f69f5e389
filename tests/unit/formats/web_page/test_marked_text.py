"""The highlights in a text: each word once, each record with its place."""

from collections.abc import Iterable

from collations import Telling, annotate, codebook, collate
from hypothesis import given, settings
from hypothesis import strategies as st
from page_elements import PageElements

from tui.analysis.account_view import AccountView
from tui.analysis.survey import Survey
from tui.formats.web_page.marked_text import MarkContext, kind_class, marked_text
from tui.model import CLAIM, DENIAL, NOTE, Annotation


def marked(text: str, annotations: Iterable[Annotation]) -> str:
    survey = Survey(collate(Telling("one", text, tuple(annotations))))
    return "".join(marked_text(survey.accounts[0], MarkContext(survey.codebook)))


def test_a_record_in_another_has_its_own_place() -> None:
    outer, inner = annotate("claim", "a <b> c", "Ada", id="o"), annotate("denial", "a", id="i")
    assert marked("“a <b> c”", (outer, inner)) == (
        '“<span id="A2"></span><a class="mark rejects" id="A1" data-sign="▸ ✗" href="#r-A1" title="Denial · own voice">'
        'a</a><a class="mark asserts" href="#r-A2" title="Claim · Ada"> &lt;b&gt; c</a>”'
    )


def test_a_highlight_has_its_number_its_row_and_what_a_view_makes_of_it() -> None:
    book = codebook({"aid": "Aid"})
    said = (
        annotate("claim", "Aid", about="aid", id="a", annotator="bo"),
        annotate("claim", "Sun", id="s"),
    )
    account = collate(Telling("one", "Aid Sun", said), book=book).accounts[0]
    view = AccountView({"a": 3}, frozenset({"s"}))
    assert "".join(marked_text(account, MarkContext(book, view, {"aid": "p-7"}, "Bo"))) == (
        '<a class="mark asserts own" id="A1" data-sign="3▸" data-p="p-7" href="#r-A1" '
        'title="Claim · own voice · Aid">Aid</a> '
        '<a class="mark asserts dim" id="A2" data-sign="▸" href="#r-A2" title="Claim · own voice">Sun</a>'
    )


def test_what_is_highlighted_is_before_what_is_dim_inside_it() -> None:
    said = (annotate("denial", "No sun", id="o"), annotate("claim", "sun", id="i"))
    account = collate(Telling("one", "No sun", said)).accounts[0]
    page = "".join(marked_text(account, MarkContext(codebook({}), AccountView({}, frozenset({"i"})))))
    assert page.count('href="#r-A1"') == 2


def test_a_note_has_its_own_class() -> None:
    assert [kind_class(kind) for kind in (CLAIM, DENIAL, NOTE)] == ["asserts", "rejects", "note"]


@settings(max_examples=60)
@given(
    st.text(st.sampled_from("ab<&\"' \n"), max_size=30),
    st.lists(st.text(st.sampled_from("ab<& "), min_size=1), max_size=4),
)
def test_the_text_is_whole_and_every_place_is_there_once(text: str, quotes: list[str]) -> None:
    found = [quote for quote in quotes if quote in text]
    page = PageElements(marked(text, (annotate("claim", quote, id=str(n)) for n, quote in enumerate(found))))
    assert page.text == text
    assert page.unclosed == page.open == []
    assert sorted(page.values("id")) == [f"A{number}" for number in range(1, len(found) + 1)]
