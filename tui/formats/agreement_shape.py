"""The JSON that `agreement` prints, with stable keys."""

from collections.abc import Iterator
from typing import Any

from tui.analysis.agreement.agreement import Agreement, Contrast
from tui.analysis.agreement.coefficients import Undefined
from tui.analysis.agreement.disagreements import Disagreement, coded_value
from tui.analysis.agreement.figures import Figure


def agreement_shape(agreement: Agreement) -> dict[str, Any]:
    """Return who was compared, the figures, and every disagreement.

    With two annotators there are no `pairs`: both are `all`.
    """
    return {
        "annotators": [{"name": name, "statements": number} for name, number in agreement.statements.items()],
        "articles": [article.id for article in agreement.whole.articles],
        "left_out": [{"article": article.id, "read_by": list(article.by_annotator)} for article in agreement.left_out],
        "doubtful": [
            {"article": coding.article, "annotator": coding.annotator, "records": list(coding.ids)}
            for coding in agreement.doubtful
        ],
        "all": _contrast_shape(agreement.whole),
        "pairs": [_contrast_shape(pair) for pair in agreement.pairs],
    }


def _contrast_shape(contrast: Contrast) -> dict[str, Any]:
    return {
        "annotators": list(contrast.annotators),
        "articles": [article.id for article in contrast.articles],
        "figures": [_figure_shape(figure, contrast) for figure in contrast.figures],
        "disagreements": list(_disagreement_shapes(contrast)),
    }


def _figure_shape(figure: Figure, contrast: Contrast) -> dict[str, Any]:
    interval = figure.interval
    is_undefined = isinstance(figure.value, Undefined)
    return {
        "measure": str(figure.measure),
        "value": None if is_undefined else figure.value,
        "undefined": str(figure.value) if is_undefined else "",
        "units": figure.units,
        "compared": str(figure.compared),
        "interval": [interval.low, interval.high] if interval else None,
        "samples": interval.samples if interval else 0,
        "disagreements": contrast.count_for(figure.measure),
    }


def _disagreement_shapes(contrast: Contrast) -> Iterator[dict[str, Any]]:
    for disagreement in contrast.listed:
        start, end = disagreement.unit.place
        yield {
            "difference": str(disagreement.difference),
            "article": disagreement.article,
            "start": start,
            "end": end,
            "marked": _sides(disagreement),
            "not_marked": list(disagreement.unit.absent),
            "settled_by": list(disagreement.unit.settled_by),
            "results": [result.id for result in disagreement.unit.results],
        }


def _sides(disagreement: Disagreement) -> list[dict[str, Any]]:
    return [
        {
            "annotator": coding.annotator,
            "records": list(coding.ids),
            "value": coded_value(coding, disagreement.difference),
        }
        for coding in disagreement.unit.codings
    ]
