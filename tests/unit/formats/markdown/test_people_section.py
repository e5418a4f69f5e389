"""People in each format: contradictions, and the words that differ between two wordings."""

from collations import Telling, annotate, codebook, collate

from tui.analysis.people import find_people
from tui.analysis.survey import Survey
from tui.formats.json_shapes import people_shape
from tui.formats.markdown.people_section import people_blocks
from tui.formats.markdown.repair import parser
from tui.formats.plain.page import Page
from tui.formats.plain.people_lines import people_lines
from tui.model import Collation

BOOK = codebook({"talks": "Talks took place"}, speakers={"Ada Holm": ("Holm",)})


def sample() -> Collation:
    one = (
        annotate("claim", "We will build *our* cooperation", "Holm", id="a"),
        annotate("denial", "No talks", "Ada Holm", "talks", id="b"),
    )
    two = (
        annotate("claim", "We will now build our\ncooperation", "Ada Holm", id="c"),
        annotate("claim", "Talks", "Ada Holm", "talks", id="d"),
    )
    return collate(
        Telling("one", "We will build *our* cooperation. No talks.", one),
        Telling("two", "We will now build our\ncooperation. Talks.", two),
        book=BOOK,
    )


def test_in_markdown() -> None:
    assert "\n\n".join(people_blocks(Survey(sample()))) == MARKDOWN
    tokens = parser().parse(MARKDOWN)
    bold = [
        token.children[i + 1].content
        for token in tokens
        if token.children and "“We" in token.content
        for i, child in enumerate(token.children)
        if child.type == "strong_open"
    ]
    assert bold == ["now"]


def test_in_linear_text() -> None:
    assert "\n".join(people_lines(Survey(sample()), Page(60))) == PLAIN


def test_in_json() -> None:
    (ada,) = people_shape(find_people(sample()))
    assert ada["name"] == "Ada Holm"
    assert ada["variants"] == ["Holm", "Ada Holm"]
    assert ada["articles"] == {"one": 2, "two": 2}
    assert ada["kinds"] == {"claim": 3, "denial": 1}
    assert ada["contradictions"] == ["talks"]
    assert ada["wordings"] == [
        [
            {"article": "one", "id": "a", "quote": "We will build *our* cooperation", "differs": []},
            {"article": "two", "id": "c", "quote": "We will now build our\ncooperation", "differs": [[8, 11]]},
        ]
    ]


def test_nobody() -> None:
    assert list(people_blocks(Survey(collate()))) == []
    assert list(people_lines(Survey(collate()), Page())) == []


MARKDOWN = r"""## Who speaks

| Speaker | Also called | A | B |
| --- | --- | ---: | ---: |
| Ada Holm | Holm | 2 | 2 |

### Says it and denies it

-   **Ada Holm**: *Talks took place*

    -   **B2** ▸ Claim · Ada Holm · “Talks”
    -   **A2** ✗ Denial · Ada Holm · “No talks”

### Quoted in two wordings

-   **Ada Holm**

    -   A1: “We will build \*our\* cooperation”
    -   B1: “We will **now** build our&#10;cooperation”"""

PLAIN = """\
────────────────────────────────────────────────────────────
Who speaks
────────────────────────────────────────────────────────────
Ada Holm (Holm) · A 2 · B 2 · Claim 3 · Denial 1
   Says it and denies it: Talks took place
      B2 ▸ Claim · “Talks”
      A2 ✗ Denial · “No talks”
   Quoted in two wordings:
      A1 ▸ Claim · “We will build *our* cooperation”
      B1 ▸ Claim · “We will *now* build our cooperation”
"""
