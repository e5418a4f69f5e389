"""What a parser of Markdown reads in a document."""

from markdown_it.token import Token


def inline_text(token: Token) -> str:
    """Return the text of a token without other markup than line breaks."""
    parts = []
    for child in token.children or ():
        assert child.type in {"text", "hardbreak"}, child
        parts.append("\n" if child.type == "hardbreak" else child.content)
    return "".join(parts)


def list_items(tokens: list[Token]) -> list[list[Token]]:
    """Return the tokens in each top-level list item."""
    items: list[list[Token]] = []
    for token in tokens:
        if token.level == 1 and token.type == "list_item_open":
            items.append([])
        elif token.level >= 2 and items:
            items[-1].append(token)
    return items


def block_quotes(tokens: list[Token]) -> list[list[str]]:
    """Return the paragraphs of each block quote."""
    quotes: list[list[str]] = []
    depth = 0
    for token in tokens:
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "blockquote_open":
            quotes.append([])
        elif token.type == "inline" and depth:
            parts = ("\n" if part.type == "hardbreak" else part.content for part in token.children or ())
            quotes[-1].append("".join(parts))
    return quotes
