"""A quote with its source, as one pastes it into a text; pure."""

from tui.model import Account, Annotation


def cite(account: Account, quote: str, annotation: Annotation | None) -> str:
    """Return the quote in quotation marks, who said it, and where it stands."""
    speakers = ", ".join(annotation.speaker) if annotation else ""
    byline = account.article.byline
    title = f"“{account.article.title}”" if byline.outlet else account.article.title
    source = ", ".join(part for part in (byline.outlet, title, byline.date, byline.url) if part)
    tail = " — ".join(part for part in (speakers, source) if part)
    return f"“{quote}”\n— {tail}\n"
