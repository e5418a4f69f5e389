"""A quote with its source, to paste into another text."""

from tui.formats.phrasing import in_quotes
from tui.model import Account, Annotation


def cite(account: Account, quote: str, annotation: Annotation | None) -> str:
    """Return a quote in quotation marks, with its speakers and its source."""
    speakers = ", ".join(annotation.speaker) if annotation else ""
    source = ", ".join(part for part in (*source_parts(account), account.article.byline.url) if part)
    return f"{in_quotes(quote)}\n— {' — '.join(part for part in (speakers, source) if part)}\n"


def source_parts(account: Account) -> tuple[str, ...]:
    """Return an article's author, outlet, title and date, if known."""
    byline = account.article.byline
    title = in_quotes(account.article.title) if byline.outlet else account.article.title
    return tuple(part for part in (byline.author, byline.outlet, title, byline.date) if part)
