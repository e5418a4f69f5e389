"""The people of a survey in linear text."""

from collations import collate
from contradiction import contradiction

from tui.analysis.survey import Survey
from tui.formats.plain.page import Page
from tui.formats.plain.people_lines import people_lines
from tui.layout.glyphs import ASCII


def test_contradictions_and_quote_variants_follow_each_person() -> None:
    assert "\n".join(people_lines(Survey(contradiction()), Page(60))) == PLAIN


def test_a_survey_without_speakers_has_no_lines() -> None:
    assert list(people_lines(Survey(collate()), Page())) == []


def test_the_programs_own_signs_are_ascii_on_an_ascii_page() -> None:
    assert "\n".join(people_lines(Survey(contradiction()), Page(60, ASCII))).isascii()


PLAIN = """\
────────────────────────────────────────────────────────────
Who speaks
────────────────────────────────────────────────────────────
Ada Holm (Holm) · A 2, B 2 · Claim 3 · Denial 1
   Says it and denies it: Talks took place
      B2 ▸ Claim · “Talks”
      A2 ✗ Denial · “No talks”
   Quoted in two wordings:
      A1 ▸ Claim · “We will build *our* cooperation”
      B1 ▸ Claim · “We will *now* build our cooperation”
"""
