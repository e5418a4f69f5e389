"""Agreement as plain text: the figures, then every disagreement."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from tui.analysis.agreement.agreement import Agreement, Contrast
from tui.analysis.agreement.matching import Unit
from tui.formats import agreement_words
from tui.formats.phrasing import count_noun, in_quotes, shorten
from tui.formats.plain.page import Page, pad
from tui.layout.visible import make_visible

_LABEL, _VALUE, _INTERVAL, _NUMBER = 22, 6, 16, 6
"""The widths of the columns in cells."""
_QUOTE = 160


def agreement_lines(agreement: Agreement, texts: Mapping[str, str], page: Page) -> Iterator[str]:
    """Yield who was compared, the figures, and the disagreements of all.

    `texts` are those of the articles, by id. Of what is open alone, no figures are given.
    """
    yield from page.rows(agreement_words.agreement_heading(agreement))
    for name, number in agreement.statements.items():
        yield from page.rows(f"{agreement_words.shown_annotator(name)}: {count_noun(number, 'statement')}", 2, 2)
    for line in agreement_words.uncompared(agreement):
        yield from page.rows(line, 2, 2)
    for contrast in agreement.shown:
        if contrast.articles:
            yield ""
            yield from _figure_lines(contrast, page)
    if agreement.whole.articles:
        if agreement.shown:
            yield ""
        for remark in agreement_words.remarks(agreement):
            yield from page.rows(remark)
        yield ""
        yield from _disagreement_lines(agreement.whole, texts, page)


def _figure_lines(contrast: Contrast, page: Page) -> Iterator[str]:
    yield from page.rows(agreement_words.contrast_title(contrast))
    heads = (pad("", _LABEL), pad("value", _VALUE, right=True), pad("95 % interval", _INTERVAL))
    yield f"  {'  '.join(heads)}  {pad('differ', _NUMBER, right=True)}"
    for figure in contrast.figures:
        cells = (
            pad(agreement_words.LABELS[figure.measure], _LABEL),
            pad(page.own(agreement_words.figure_value(figure)), _VALUE, right=True),
            pad(agreement_words.figure_interval(figure), _INTERVAL),
            pad(f"{contrast.count_for(figure.measure):,}", _NUMBER, right=True),
        )
        yield from page.rows("  ".join((*cells, agreement_words.figure_basis(figure))), 2, 2)


def _disagreement_lines(contrast: Contrast, texts: Mapping[str, str], page: Page) -> Iterator[str]:
    yield from page.rows(agreement_words.disagreements_heading(contrast))
    by_unit = groupby(contrast.listed, key=lambda disagreement: disagreement.unit)
    units = [(unit, [agreement_words.DIFFERENCE_LABELS[one.difference] for one in group]) for unit, group in by_unit]
    for article, group in groupby(units, key=lambda pair: pair[0].codings[0].article):
        yield ""
        yield make_visible(article)
        for unit, differences in group:
            yield from _unit_lines(unit, differences, texts[article], page)


def _unit_lines(unit: Unit, differences: list[str], text: str, page: Page) -> Iterator[str]:
    start, end = unit.place
    quote = in_quotes(shorten(" ".join(text[start:end].split()), _QUOTE))
    yield from page.rows(page.own(f"{agreement_words.place_in_words(unit, differences)}: ") + quote, 2, 2)
    for coding in unit.codings:
        name = agreement_words.shown_annotator(coding.annotator)
        words = page.own(" · ").join(agreement_words.coding_parts(coding))
        yield from page.rows(f"{name}: {words} [{', '.join(coding.ids)}]", 4, 2)
    for name in unit.absent:
        yield from page.rows(f"{agreement_words.shown_annotator(name)} {agreement_words.NOT_MARKED}", 4, 2)
