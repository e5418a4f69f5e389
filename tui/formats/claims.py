"""Claims and reviews of claims, as JSON-LD in the words of schema.org.

A proposition that somebody asserts or that has a verdict is a `Claim`, in a `ClaimReview` if it has a verdict. Each is
on its own line. Nothing is made up: a speaker has no type, for a name may be a person's or a body's.
"""

from collections.abc import Iterator
from typing import Any

from tui.analysis.account_cell import CARRYING_STANCES
from tui.analysis.comparison import ComparisonRow
from tui.analysis.statements import Statement
from tui.analysis.survey import Survey
from tui.formats.first_appearance import first_account, iso_time
from tui.formats.json_text import json_line
from tui.formats.jsonld.vocabulary import proposition_uri
from tui.model import Account, Proposition

_CONTEXT = "https://schema.org"
_WEB = ("http://", "https://")
Shape = dict[str, Any]


def claim_pieces(whole: Survey, chosen: Survey, *, scope: str = "") -> Iterator[str]:
    """Yield the document in pieces of one claim at most.

    The claims are those of `chosen`, but where each appears is looked for in `whole`: what came first depends on all.
    """
    yield f'{{\n"@context": {json_line(_CONTEXT)},\n"@graph": ['
    for position, shape in enumerate(_graph(whole, chosen, scope)):
        yield f"{',' if position else ''}\n{json_line(shape)}"
    yield "\n]\n}\n"


def has_claims(whole: Survey, chosen: Survey, *, scope: str = "") -> bool:
    """Return whether the document has a claim."""
    return any(_graph(whole, chosen, scope))


def _graph(whole: Survey, chosen: Survey, scope: str) -> Iterator[Shape]:
    for row in chosen.comparison.rows:
        statements = _carrying(whole.comparison.row(row.proposition.slug) or row)
        if statements or row.proposition.verdict:
            yield _reviewed(row.proposition, statements)
    if not scope:
        yield from (_reviewed(each, ()) for each in chosen.comparison.unspoken if each.verdict)


def _carrying(row: ComparisonRow) -> tuple[Statement, ...]:
    return tuple(statement for statement in row.evidence if statement.stance in CARRYING_STANCES)


def _reviewed(proposition: Proposition, statements: tuple[Statement, ...]) -> Shape:
    """Return a claim, in its review if a fact checker has judged it."""
    claim = _claim(proposition, statements)
    if not proposition.verdict:
        return claim
    return _known(
        {
            "@type": "ClaimReview",
            "claimReviewed": proposition.text,
            "itemReviewed": claim,
            "reviewRating": {"@type": "Rating", "alternateName": proposition.verdict},
            "reviewBody": proposition.because,
            "citation": [_source(source) for source in proposition.sources],
            "datePublished": iso_time(proposition.checked),
        }
    )


def _claim(proposition: Proposition, statements: tuple[Statement, ...]) -> Shape:
    authors = {str(author): author for statement in statements for author in _authors(statement)}
    first = first_account([statement.account for statement in statements])
    return _known(
        {
            "@type": "Claim",
            "@id": proposition_uri(proposition.slug),
            "identifier": proposition.slug,
            "text": proposition.text,
            "author": list(authors.values()),
            "firstAppearance": _article(first) if first else {},
            "appearance": [_quotation(statement) for statement in statements],
        }
    )


def _quotation(statement: Statement) -> Shape:
    words = {"text": statement.words, "author": list(_authors(statement))}
    return _known({"@type": "Quotation", **words, "isPartOf": _article(statement.account)})


def _authors(statement: Statement) -> Iterator[Shape]:
    """Yield the speakers, else the outlet if it is known."""
    if not statement.speakers:
        yield from _outlet(statement.account)
    yield from ({"name": name} for name in statement.speakers)


def _outlet(account: Account) -> Iterator[Shape]:
    if outlet := account.article.byline.outlet:
        yield {"@type": "NewsMediaOrganization", "name": outlet}


def _article(account: Account) -> Shape:
    byline = account.article.byline
    return _known(
        {
            "@type": "Article",
            "headline": account.article.title,
            "url": byline.url if byline.url.startswith(_WEB) else "",
            "datePublished": iso_time(byline.date),
            "author": {"name": byline.author} if byline.author else {},
            "publisher": next(_outlet(account), {}),
        }
    )


def _source(source: str) -> object:
    """Return what a verdict rests on: an address as a work, words as words."""
    return {"@type": "CreativeWork", "url": source} if source.startswith(_WEB) and " " not in source else source


def _known(shape: Shape) -> Shape:
    return {name: value for name, value in shape.items() if value}
