"""A news item's headline and plain text as Markdown."""

from tui.intake.markdown_text import escape


def headed_text(headline: str, text: str) -> str:
    r"""Return Markdown under a headline, unless it begins with it.

    >>> headed_text("News", "Words.")
    '# News\n\nWords.'
    """
    if not headline:
        return text
    heading = f"# {escape(headline)}"
    first, _, rest = text.partition("\n")
    if first.lstrip("#").strip() in (escape(headline), headline):
        text = rest.lstrip("\n")
    return f"{heading}\n\n{text}" if text else heading


def plain_paragraphs(text: str) -> str:
    """Return plain text as Markdown.

    Empty lines part its paragraphs, or else each line is one.
    """
    separator = "\n\n" if "\n\n" in text.strip() else "\n"
    lines = (" ".join(words.split()) for words in text.split(separator))
    return "\n\n".join(escape(words) for words in lines if words)
