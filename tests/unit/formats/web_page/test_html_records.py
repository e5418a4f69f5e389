"""Every record on the page, with its quote, its body and its notes."""

import pytest
from aid_and_talks import aid_and_talks
from collations import Telling, annotate, collate

from tui.analysis.survey import Survey
from tui.formats.web_page.html_records import html_proposition_notes, html_records
from tui.model import Annotation


def test_a_record_leads_to_its_words_and_its_proposition() -> None:
    survey = Survey(aid_and_talks())
    page = "".join(html_records(survey.accounts[0], survey, {"aid": "p-1"}))
    assert (
        '<li id="r-A1" class="asserts"><div class="head"><span class="sign asserts">▸</span> <a href="#A1">A1</a> '
        "<bdi>Claim</bdi> · <bdi>Cavusoglu and Lavrov</bdi> · <bdi>“said”</bdi></div>"
        '<div class="relation">Asserts: <a href="#p-1"><bdi>Aid should come</bdi></a></div>'
        "<blockquote>Aid must come</blockquote>"
        '<div class="quiet">Tags: <bdi>x</bdi>, <bdi>y</bdi></div></li>\n'
    ) in page
    for body in ("- one\n- two\n\n```\nopen", "# Hm", "Quite", "All of it.", "Where?"):
        assert page.count(f'<div class="body">{body}</div>') == 1


def test_a_record_without_a_place_says_so_and_leads_nowhere() -> None:
    survey = Survey(aid_and_talks())
    page = "".join(html_records(survey.accounts[1], survey, {}))
    assert "</span> B2 <bdi>Claim</bdi>" in page
    assert '<p class="quiet">The quote is not in today&#x27;s text.</p>' in page


@pytest.mark.parametrize(
    ("annotation", "signed"),
    [
        (annotate("claim", "x", annotator="Ada"), "Ada"),
        (annotate("claim", "x", created="2026-05-03T10:00:00Z"), "3 May 2026"),
        (annotate("claim", "x", resolves=("a",)), "Settled by somebody without a name"),
    ],
)
def test_a_record_says_who_made_it_and_when(annotation: Annotation, signed: str) -> None:
    survey = Survey(collate(Telling("one", "x", (annotation,))))
    page = "".join(html_records(survey.accounts[0], survey, {}))
    assert f' · <span class="quiet"><bdi>{signed}</bdi></span></div>' in page


def test_notes_on_propositions_are_listed() -> None:
    page = "".join(html_proposition_notes(Survey(aid_and_talks())))
    assert '<div class="relation">On: <bdi>Nobody says this</bdi></div>' in page
    assert '<div class="body">Odd.</div>' in page
