"""Tell in which language an article's statements are looked for."""

from tui.layout.guess_language import language_at
from tui.layout.language import known_code
from tui.model.article import Article


def article_language(article: Article) -> str:
    """Return the ISO 639-1 code of an article's language.

    It is what the list file or the front matter names, else a guess by frequent words.
    """
    named = article.byline.language.strip().lower()
    return known_code(named) or (named if named.isalpha() else "") or language_at(article.text, 0, len(article.text))
