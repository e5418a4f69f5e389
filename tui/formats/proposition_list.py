"""Write the list of a codebook's propositions, as text and as JSON."""

from collections.abc import Iterable, Iterator
from typing import Any

from tui.analysis.listed_propositions import ListedProposition
from tui.formats.json_shapes import verdict_shape
from tui.formats.phrasing import count_noun
from tui.formats.plain.page import Page
from tui.formats.proposition_words import proposition_remarks
from tui.layout.visible import make_visible
from tui.model import Codebook

_SHOWN_ARTICLES = 8


def proposition_lines(listed: Iterable[ListedProposition], codebook: Codebook, page: Page) -> Iterator[str]:
    """Yield each proposition: its slug, status and counts, then its sentence."""
    for item in listed:
        status = item.status.words if item.status else ""
        heading = "  ".join(filter(None, (item.proposition.slug, status, _counts(item))))
        yield from page.rows(make_visible(heading), hanging=2)
        yield from page.rows(make_visible(item.proposition.text), indent=4)
        for remark in proposition_remarks(item.proposition, codebook):
            yield from page.rows(make_visible(str(remark)), indent=4, hanging=2)


def propositions_shape(listed: Iterable[ListedProposition], codebook: Codebook) -> list[dict[str, Any]]:
    """Return the propositions as JSON."""
    return [
        {
            "id": item.proposition.slug,
            "text": item.proposition.text,
            "status": str(item.status or "unused" if not item.total else item.status or ""),
            "contradicts": list(codebook.contradicting(item.proposition.slug)),
            **verdict_shape(item.proposition),
            "records": item.total,
            "articles": {article: number for article, number in item.records.items() if article},
            "notes": item.records.get("", 0),
        }
        for item in listed
    ]


def _counts(item: ListedProposition) -> str:
    if not item.total:
        return "unused"
    articles = [f"{article} {number}" for article, number in item.records.items() if article]
    more = f" and {len(articles) - _SHOWN_ARTICLES} more" if len(articles) > _SHOWN_ARTICLES else ""
    notes = [count_noun(item.records[""], "note")] if item.records.get("") else []
    return f"{count_noun(item.total, 'record')}: {', '.join([*articles[:_SHOWN_ARTICLES], *notes])}{more}"
