"""Agreement as Markdown: tables of figures, and a list of disagreements."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from tui.analysis.agreement.agreement import Agreement, Contrast
from tui.analysis.agreement.matching import Unit
from tui.formats import agreement_words
from tui.formats.markdown import escape
from tui.formats.phrasing import count_noun, in_quotes, shorten

_HEAD = "| | value | 95 % interval | differ | compared |\n|---|---:|---|---:|---|"
_QUOTE = 240


def agreement_markdown(agreement: Agreement, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield a document: who was compared, figures, and the disagreements.

    `texts` are those of the articles, by id. Of what is open alone, no figures are given.
    """
    yield f"# {agreement_words.agreement_heading(agreement)}\n\n"
    for name, number in agreement.statements.items():
        yield f"- {escape.line(agreement_words.shown_annotator(name))}: {count_noun(number, 'statement')}\n"
    for line in agreement_words.uncompared(agreement):
        yield f"- {escape.line(line)}\n"
    for contrast in agreement.shown:
        if contrast.articles:
            yield f"\n## {escape.line(agreement_words.contrast_title(contrast))}\n\n{_HEAD}\n"
            yield from _figure_rows(contrast)
    if agreement.whole.articles:
        for remark in agreement_words.remarks(agreement):
            yield f"\n{escape.line(remark)}\n"
        yield f"\n## {escape.line(agreement_words.disagreements_heading(agreement.whole))}\n"
        yield from _disagreement_items(agreement.whole, texts)


def _figure_rows(contrast: Contrast) -> Iterator[str]:
    for figure in contrast.figures:
        cells = (
            agreement_words.LABELS[figure.measure],
            agreement_words.figure_value(figure),
            agreement_words.figure_interval(figure),
            f"{contrast.count_for(figure.measure):,}",
            agreement_words.figure_basis(figure),
        )
        yield f"| {' | '.join(cells)} |\n"


def _disagreement_items(contrast: Contrast, texts: Mapping[str, str]) -> Iterator[str]:
    by_unit = groupby(contrast.listed, key=lambda disagreement: disagreement.unit)
    units = [(unit, [agreement_words.DIFFERENCE_LABELS[one.difference] for one in group]) for unit, group in by_unit]
    for article, group in groupby(units, key=lambda pair: pair[0].codings[0].article):
        yield f"\n### {escape.line(article)}\n\n"
        for unit, differences in group:
            yield from _unit_items(unit, differences, texts[article])


def _unit_items(unit: Unit, differences: list[str], text: str) -> Iterator[str]:
    start, end = unit.place
    quote = in_quotes(shorten(" ".join(text[start:end].split()), _QUOTE))
    yield f"- {escape.inline(agreement_words.place_in_words(unit, differences))}: {escape.inline(quote)}\n"
    for coding in unit.codings:
        name, words = (
            agreement_words.shown_annotator(coding.annotator),
            " · ".join(agreement_words.coding_parts(coding)),
        )
        yield f"    - {escape.line(name)}: {escape.inline(words)} ({escape.inline(', '.join(coding.ids))})\n"
    for name in unit.absent:
        yield f"    - {escape.line(agreement_words.shown_annotator(name))} {agreement_words.NOT_MARKED}\n"
