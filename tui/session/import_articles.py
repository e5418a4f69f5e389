"""Find the article that an imported annotation is about."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from tui.formats.foreign import ArticleHint
from tui.model import Account, Article
from tui.model.names import compose_name, fold_name
from tui.model.text_title import CUT, MAX_TITLE

_Key = Callable[[Article], str]


def url_key(url: str) -> str:
    """Return what all addresses of one page have in common.

    `url_key("HTTP://www.x.example/a/#b")` and `url_key("https://x.example/a")` are the same.
    """
    parts = urlsplit(url.strip())
    host = parts.netloc.casefold().removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{unquote(parts.path).rstrip('/')}{query}" if host else ""


def _safe_url_key(url: str) -> str:
    try:
        return url_key(url)
    except ValueError:  # an address with a broken IPv6 host
        return ""


class ArticleIndex:
    """The accounts by what a file may say of their articles."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self._by_id = _index(accounts, lambda article: article.id)
        self._by_url = _index(accounts, lambda article: _safe_url_key(article.byline.url))
        self._by_title = _index(accounts, lambda article: fold_name(article.title))
        self._beginnings = {fold_name(title): fold_name(_uncut(title)) for title in _cut_titles(accounts)}
        """What the titles that may be cut begin with, by the whole titles."""

    def find(self, hint: ArticleHint) -> tuple[Account, ...]:
        """Return the accounts that may be meant, by the surest sign that fits any.

        The signs are the id, the address, the name of the file and the title.
        """
        signs = (
            self._by_id.get(compose_name(hint.id), ()),
            self._by_url.get(_safe_url_key(hint.url), ()),
            self._by_id.get(compose_name(PurePath(hint.file).stem), ()),
            self._by_title.get(fold_name(hint.title), ()),
        )
        return tuple(next(filter(None, signs), ())) or self._by_beginning(hint.title)

    def _by_beginning(self, title: str) -> tuple[Account, ...]:
        """Return the only account whose title begins alike, if one may be cut.

        An export may have cut the title elsewhere.
        """
        whole = fold_name(title)
        keys = {key for key, beginning in self._beginnings.items() if whole.startswith(beginning)}
        if _may_be_cut(title):
            beginning = fold_name(_uncut(title))
            keys.update(key for key in self._by_title if key.startswith(beginning))
        accounts = [account for key in keys for account in self._by_title[key]]
        return tuple(accounts) if len(accounts) == 1 else ()


def _cut_titles(accounts: Sequence[Account]) -> Iterator[str]:
    return (account.article.title for account in accounts if _may_be_cut(account.article.title))


def _may_be_cut(title: str) -> bool:
    """Return whether a title may be only the beginning of its line.

    A title of `MAX_TITLE` code points may have lost a space at its end.
    """
    return len(title) >= MAX_TITLE - 1 or title.endswith(CUT)


def _uncut(title: str) -> str:
    return title.removesuffix(CUT)


def _index(accounts: Sequence[Account], key: _Key) -> dict[str, list[Account]]:
    index: defaultdict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        index[key(account.article)].append(account)
    index.pop("", None)
    return index
