"""The notes of articles, propositions and speakers."""

import pytest
from aid_and_talks import aid_and_talks
from collations import Telling, annotate, collate
from contradiction import contradiction

from tui.analysis.survey import Survey
from tui.formats.export_format import ExportRequest
from tui.formats.obsidian.note_places import find_places
from tui.formats.obsidian.vault_notes import article_blocks, proposition_blocks_of, speaker_blocks
from tui.model import Codebook, Proposition

SURVEY = Survey(aid_and_talks())
REQUEST = ExportRequest(SURVEY, SURVEY)
PLACES = find_places(SURVEY, in_folder=True)


def test_an_article_has_its_source_every_record_and_stray_notes() -> None:
    source, *callouts = article_blocks(SURVEY.accounts[0], REQUEST, PLACES)
    assert source == "The Times · 27 December 2016"
    assert [callout.split("]")[0] for callout in callouts] == ["> [!claim", "> [!denial", "> [!note", "> [!note"]
    assert "Where?" in callouts[-1]


def test_a_proposition_has_its_status_statements_and_notes() -> None:
    assert list(proposition_blocks_of("talks", REQUEST, PLACES)) == [
        "*Rejected*",
        "- [[articles/A Aid must come. No talks#^r-b|A2]] ✗ Denial · [[speakers/Zarif|Zarif]] · “No talks”",
    ]
    assert list(proposition_blocks_of("quiet", REQUEST, PLACES)) == [
        "*Nobody speaks of it*",
        "> [!note] ✎ Note\n>\n> Odd.\n>\n> — Ada",
    ]


def test_a_speaker_has_what_they_say_and_what_they_say_and_deny() -> None:
    survey = Survey(contradiction())
    (person,) = survey.people
    places = find_places(survey, in_folder=False)
    first, contradicts, items = speaker_blocks(person, places)
    assert first == "4 statements ^s-Ada-Holm"
    assert contradicts.startswith("Says and denies [[#^p-")
    assert len(items.splitlines()) == 4


def test_what_a_speaker_says_of_an_unknown_kind_does_not_count() -> None:
    survey = Survey(collate(Telling("one", "x", (annotate("odd", "x", "Ada", id="a"),))))
    places = find_places(survey, in_folder=False)
    *_, item = speaker_blocks(survey.people[0], places)
    assert item == "- [[#^r-a|A1]] ? odd · does not count: the codebook has no such kind"


@pytest.mark.parametrize(
    ("because", "shown"),
    [
        ("*Own* notice\nby {x}", "Because: *Own* notice by \\{x}"),
        ("- a\n- b", "-   Because:\n\n    - a\n    - b"),
        ("See `$= x`", "-   Because:\n\n    ```markdown\n    See `$= x`\n    ```"),
        ("![[b]]\n", "Because: !\\[\\[b\\]\\]"),
        ("```dataview\nx\n```", "-   Because:\n\n    ````markdown\n    ```dataview\n    x\n    ```\n    ````"),
    ],
)
def test_reasons_keep_their_markup_and_run_nothing(because: str, shown: str) -> None:
    book = Codebook({"p": Proposition("p", "Pay", verdict="true", because=because)})
    survey = Survey(collate(Telling("one", "x", (annotate("claim", "x", "Ada", "p"),)), book=book))
    places = find_places(survey, in_folder=True)
    assert [*proposition_blocks_of("p", ExportRequest(survey, survey), places)][2] == shown
