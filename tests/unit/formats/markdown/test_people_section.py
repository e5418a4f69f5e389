"""The people in Markdown: table, contradictions and variants."""

from collations import Telling, annotate, collate
from contradiction import contradiction

from tui.analysis.survey import Survey
from tui.formats.markdown.people_section import people_blocks
from tui.formats.markdown.repair import parser


def test_contradictions_and_quote_variants_follow_the_table() -> None:
    assert "\n\n".join(people_blocks(Survey(contradiction()))) == MARKDOWN
    tokens = parser().parse(MARKDOWN)
    bold = [
        token.children[i + 1].content
        for token in tokens
        if token.children and "“We" in token.content
        for i, child in enumerate(token.children)
        if child.type == "strong_open"
    ]
    assert bold == ["now"]


def test_a_survey_without_speakers_has_no_section() -> None:
    assert list(people_blocks(Survey(collate(Telling("one", "x", (annotate("claim", "x"),)))))) == []


def test_without_contradictions_and_variants_there_is_only_the_table() -> None:
    survey = Survey(collate(Telling("one", "x", (annotate("claim", "x", "Ada | Bo"),))))
    heading, table = people_blocks(survey)
    assert heading == "## Who speaks"
    assert table.endswith("| Ada &#124; Bo | 1 | A 1 |")


MARKDOWN = r"""## Who speaks

| Speaker | Also called | Statements | Accounts |
| --- | --- | ---: | --- |
| Ada Holm | Holm | 4 | A 2, B 2 |

### Says it and denies it

-   **Ada Holm**: *Talks took place*

    -   **[B2](#B2)** ▸ Claim · Ada Holm · “Talks”
    -   **[A2](#A2)** ✗ Denial · Ada Holm · “No talks”

### Quoted in two wordings

-   **Ada Holm**

    -   [A1](#A1): “We will build \*our\* cooperation”
    -   [B1](#B1): “We will **now** build our&#10;cooperation”"""
