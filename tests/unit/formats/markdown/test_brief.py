"""The brief: what is disputed and agreed, each quote with its source."""

from dataclasses import replace

import pandoc
import pytest
from aid_and_talks import aid_and_talks
from collations import Telling, annotate, codebook, collate
from contradiction import contradiction

from tui.analysis.filters import Filter, filter_collation
from tui.analysis.survey import Survey
from tui.formats.markdown.brief import brief_pieces
from tui.model import Collation, Proposition


def brief(collation: Collation, annotator: str | None = None) -> str:
    survey = Survey(collation)
    return "".join(brief_pieces(survey, survey, title="Two accounts", annotator=annotator))


def test_the_brief_is_as_expected() -> None:
    assert brief(aid_and_talks(), "ada") == EXPECTED


def test_every_quote_has_its_speakers_and_the_footnote_of_its_article() -> None:
    lines = brief(contradiction()).splitlines()
    assert "    -   Denies: “No talks” — Ada Holm[^A]" in lines
    assert "    -   Asserts: “Talks” — Ada Holm[^B]" in lines


def test_what_one_account_alone_tells_is_on_one_line() -> None:
    book = codebook({"aid": "Aid should come", "talks": "Talks took place"})
    said = (
        annotate("claim", "Aid", "Ada", "aid"),
        annotate("claim", "come", "Bo", "aid"),
        annotate("denial", "No", "Bo", "talks"),
    )
    document = brief(collate(Telling("one", "Aid. It must come. No.", said), Telling("two", "Silence."), book=book))
    assert "\n1 rejected · 1 told by one account\n" in document
    assert document.index("## Rejected") < document.index("## Told by one account")
    assert "-   **Aid should come** · “Aid” — Ada[^A]; “come” — Bo[^A]\n" in document


def test_of_some_records_the_status_is_that_of_all() -> None:
    whole = contradiction()
    chosen = Survey(filter_collation(whole, Filter(kinds=("claim",))))
    document = "".join(brief_pieces(Survey(whole), chosen, title="Claims", scope="kind claim"))
    assert "Only what matches: kind claim. What is disputed or agreed depends on all records.\n" in document
    assert "## Disputed\n\n-   **1 · Talks took place**\n    -   Asserts: “Talks” — Ada Holm[^B]\n" in document
    assert "Denies" not in document


def test_what_contradicts_a_proposition_is_before_its_quotes() -> None:
    deaths = Proposition("many", "It killed 35 people", contradicts=("few",), verdict="unproven")
    book = replace(codebook(), propositions={"many": deaths, "few": Proposition("few", "It killed 19 people")})
    tellings = (Telling(slug, slug, (annotate("claim", slug, "Ada", slug),)) for slug in ("many", "few"))
    document = brief(collate(*tellings, book=book))
    assert (
        "## Disputed\n\n-   **1 · It killed 35 people**\n"
        "    -   contradicts: It killed 19 people · verdict: unproven\n"
        "    -   Asserts: “many” — Ada[^A]\n"
    ) in document


def test_an_article_that_is_not_quoted_has_no_footnote() -> None:
    said = (annotate("claim", "Aid", "Ada"),)
    document = brief(collate(Telling("one", "Silence."), Telling("two", "Aid.", said)))
    assert "[^B]: Account B: Aid.\n" in document
    assert "[^A]" not in document


@pytest.mark.skipif(pandoc.MISSING, reason="pandoc is not installed")
@pytest.mark.parametrize("reader", pandoc.READERS)
def test_pandoc_reads_the_footnotes_and_the_notes(reader: str) -> None:
    blocks = pandoc.read_document(reader, brief(aid_and_talks()))["blocks"]
    text = str(blocks)
    assert text.count("'t': 'Note'") == 9
    assert "[^" not in text
    assert [block["t"] for block in blocks].count("BulletList") == 4


EXPECTED = r"""# Two accounts

1 rejected · 1 open · 1 statement with a doubtful quote · 1 proposition that nobody speaks of

## Rejected

-   **Talks \| took \*place\***
    -   Denies: “No talks” — Zarif[^A]

## Left open

-   **1 · Aid should come**
    -   Asserts: “Aid must come” — Cavusoglu and Lavrov[^A]
    -   Leaves open: “no word” — own voice of account B[^B]

## Without a proposition

-   Asserts: “gone” — Zarif · doubtful: not in the text today[^B]

## Notes

-   **Note** Ada, 3 May 2026 · on “No talks”[^A]

    # Hm

-   **Note** Ada · on Nobody says this

    Odd.

*3 notes and 1 comment by others left out.*

[^A]: Account A: The Times, “Aid must come. No talks.”, 2016-12-27
[^B]: Account B: There is no word.
"""
