"""All records of a survey as a page of Web Annotations.

Each annotation stands for itself: it has its own context, and what a record says is in its bodies.
"""

from collections.abc import Iterator
from typing import Any

from tui.analysis.survey import Survey
from tui.formats.codebook_shapes import annotator_shapes, kind_shapes, proposition_shapes, speaker_shapes
from tui.formats.json_text import json_line
from tui.formats.jsonld.vocabulary import ARTICLES, CODEBOOK, CONTEXT, page_uri
from tui.formats.jsonld.written_annotation import AnnotatedSource, written_annotation
from tui.model import Article, Codebook, Placed


def annotation_page_pieces(survey: Survey, *, title: str, scope: str = "") -> Iterator[str]:
    """Yield the page in pieces of one annotation at most."""
    notes = survey.collation.notes
    total = sum(len(account.placed) for account in survey.accounts) + len(notes)
    label = f"{title} ({scope})" if scope else title
    head = {
        "@context": CONTEXT,
        "id": page_uri("page"),
        "type": "AnnotationPage",
        "partOf": {"id": page_uri("collection"), "type": "AnnotationCollection", "label": label, "total": total},
        "startIndex": 0,
        CODEBOOK: _codebook(survey.codebook),
        ARTICLES: [_article(account.article) for account in survey.accounts],
    }
    yield "{\n"
    for name, value in head.items():
        yield f'"{name}": {json_line(value)},\n'
    yield '"items": ['
    context = json_line({"@context": CONTEXT}).removesuffix("}")  # encoded once, as it takes long
    for position, shape in enumerate(_annotations(survey)):
        yield f"{',' if position else ''}\n{context}, {json_line(shape).removeprefix('{')}"
    yield "\n]\n}\n"


def _annotations(survey: Survey) -> Iterator[dict[str, Any]]:
    for account in survey.accounts:
        source = AnnotatedSource.of(account.article)
        for placed in account.placed:
            yield written_annotation(placed, source, survey.codebook)
    for note in survey.collation.notes:
        yield written_annotation(Placed(note), AnnotatedSource(), survey.codebook)


def _codebook(codebook: Codebook) -> dict[str, object]:
    return {
        "propositions": list(proposition_shapes(codebook)),
        "kinds": kind_shapes(codebook),
        "speakers": speaker_shapes(codebook),
        "annotators": annotator_shapes(codebook),
    }


def _article(article: Article) -> dict[str, str]:
    return {"id": article.id, "title": article.title, "url": article.byline.url, "file": article.path.name}
