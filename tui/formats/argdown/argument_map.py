"""Propositions with who supports them and who attacks them, as Argdown.

A proposition is a statement. What somebody says for or against it is an argument, whose title begins with the reference
of its record, so that no two are equal. What does not count in the comparison is left out.
"""

from collections.abc import Iterable, Iterator, Mapping

from tui.analysis.account_cell import CARRYING_STANCES
from tui.analysis.comparison import ComparisonRow
from tui.analysis.statements import Statement
from tui.analysis.survey import Survey
from tui.formats.argdown.argdown_text import ArgdownTitles, argdown_data, argdown_fields, argdown_text, argdown_title
from tui.formats.json_shapes import verdict_shape
from tui.formats.phrasing import in_quotes
from tui.model import OWN_VOICE, Annotation, Article, Codebook, Stance


def argument_map_pieces(whole: Survey, chosen: Survey, *, title: str, scope: str = "") -> Iterator[str]:
    """Yield the heading and each proposition with its arguments.

    `whole` has all records, for the status of a proposition depends on all.
    """
    rows, titles = chosen.comparison.rows, ArgdownTitles()
    statuses = {row.proposition.slug: str(row.status) for row in whole.comparison.rows}
    yield f"# {argdown_text(f'{title} ({scope})' if scope else title)}\n"
    written: dict[str, None] = {}
    slugs = {row.proposition.slug for row in rows}
    sources = {account.article.id: _source(account.article) for account in chosen.accounts}
    for row in rows:
        slug = row.proposition.slug
        written[slug] = None
        later = (other for other in chosen.codebook.contradicting(slug) if other in slugs and other not in written)
        yield _statement(row, titles, statuses.get(slug, str(row.status)))
        yield from _arguments(row.evidence, sources, chosen.codebook)
        yield from (f"  >< [{titles.title(other)}]\n" for other in later)


def _statement(row: ComparisonRow, titles: ArgdownTitles, status: str) -> str:
    proposition = row.proposition
    parts = (f"[{titles.title(proposition.slug)}]:", argdown_text(proposition.text), f"#({status})")
    return f"\n{' '.join(filter(None, (*parts, argdown_data(argdown_fields(verdict_shape(proposition))))))}\n"


def _arguments(statements: Iterable[Statement], sources: Mapping[str, str], codebook: Codebook) -> Iterator[str]:
    """Yield the statements that take a side, each on a line.

    `sources` are the data of articles, by id.
    """
    for statement in statements:
        if sign := _sign(statement.stance):
            yield f"  {sign} {_argument(statement, sources[statement.account.article.id], codebook)}\n"


def _sign(stance: Stance) -> str:
    if stance in CARRYING_STANCES:
        return "+"
    return "-" if stance is Stance.REJECTS else ""


def _argument(statement: Statement, source: str, codebook: Codebook) -> str:
    speakers = ", ".join(statement.speakers) or OWN_VOICE
    title = argdown_title(f"{statement.reference} {speakers}")
    words = statement.words
    quote = argdown_text(in_quotes(words)) if words.strip() else ""
    data = argdown_data(_said(statement.annotation, codebook), source)
    return " ".join(filter(None, (f"<{title}>:" if quote else f"<{title}>", quote, data)))


def _said(annotation: Annotation, codebook: Codebook) -> str:
    fields = {
        "kind": codebook.kind(annotation.kind).label,
        "cue": annotation.cue,
        "hedge": annotation.hedge,
        "via": list(annotation.via),
    }
    return argdown_fields(fields)


def _source(article: Article) -> str:
    fields = {
        "outlet": article.byline.outlet,
        "title": article.title,
        "author": article.byline.author,
        "date": article.byline.date,
        "url": article.byline.url,
    }
    return argdown_fields(fields)
