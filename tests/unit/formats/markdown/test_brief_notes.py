"""The notes of a brief: each body once, mine or everybody's."""

from aid_and_talks import aid_and_talks
from collations import Telling, annotate, collate

from tui.analysis.survey import Survey
from tui.formats.markdown.brief_notes import note_items, others_line


def test_each_body_is_an_item_with_what_it_is_on() -> None:
    items = list(note_items(Survey(aid_and_talks()), None, {}))
    assert [item.partition("\n")[0] for item in items] == [
        "-   **Comment** on “No talks”[^A]",
        "-   **Note** Ada, 3 May 2026 · on “No talks”[^A]",
        "-   **Note** Bo · on “No talks”[^A]",
        "-   **Note** Bo · on Aid must come. No talks.[^A]",
        "-   **Note** [^A]",
        "-   **Note** Ada · on Nobody says this",
    ]
    assert items[1].endswith("\n\n    # Hm")


def test_notes_of_others_are_counted() -> None:
    survey = Survey(aid_and_talks())
    assert len(list(note_items(survey, "BO", {}))) == 2
    assert others_line(survey, "BO") == "*3 notes and 1 comment by others left out.*"
    assert others_line(survey, None) == ""


def test_a_record_without_a_body_is_no_note() -> None:
    survey = Survey(collate(Telling("one", "Aid.", (annotate("claim", "Aid", "Ada"),))))
    assert list(note_items(survey, None, {})) == []
    assert others_line(survey, "Ada") == ""
