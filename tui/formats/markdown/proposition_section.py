"""What the codebook and the annotators say of propositions."""

from collections.abc import Iterator

from tui.analysis.row_order import RowOrder, sort_rows
from tui.analysis.survey import Survey
from tui.formats.markdown import escape
from tui.formats.markdown.comparison_table import numbered_heading, remark_blocks
from tui.formats.markdown.record_groups import proposition_notes


def proposition_blocks(survey: Survey) -> Iterator[str]:
    """Yield the propositions that have remarks or notes, under a heading."""
    blocks = [*_spoken(survey), *_only_noted(survey)]
    if blocks:
        yield "## Propositions"
        yield from blocks


def noted_blocks(survey: Survey) -> Iterator[str]:
    """Yield the propositions that have notes, without a status."""
    if survey.proposition_notes:
        yield "## Propositions"
    for slug in survey.proposition_notes:
        yield f"### {escape.line(survey.codebook.proposition_text(slug))}"
        yield from proposition_notes(survey, slug)


def _spoken(survey: Survey) -> Iterator[str]:
    for row in sort_rows(survey.comparison.rows, RowOrder.STATUS):
        blocks = (*remark_blocks(row.proposition, survey.codebook), *proposition_notes(survey, row.proposition.slug))
        if blocks:
            yield f"### {numbered_heading(row, survey.comparison)}"
            yield f"*{row.status.words.capitalize()}*"
            yield from blocks


def _only_noted(survey: Survey) -> Iterator[str]:
    spoken = {row.proposition.slug for row in survey.comparison.rows}
    for slug in survey.proposition_notes:
        if slug not in spoken:
            proposition = survey.codebook.proposition(slug)
            yield f"### {escape.line(proposition.text)}"
            yield "*Nobody speaks of it*"
            yield from (*remark_blocks(proposition, survey.codebook), *proposition_notes(survey, slug))
