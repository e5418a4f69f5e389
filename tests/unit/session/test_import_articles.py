"""The article that an annotation is about, by what its file says."""

import pytest
from collations import Telling, collate

from tui.formats.foreign import ArticleHint
from tui.model import Byline
from tui.session.import_articles import ArticleIndex, url_key

ACCOUNTS = collate(
    Telling("one", "Aid", byline=Byline("Talks resume", url="https://www.x.example/a/?p=1")),
    Telling("two", "Talks", byline=Byline("Talks Resume")),
    Telling("caf\u00e9", "Coffee", byline=Byline(url="http://[broken")),
).accounts


@pytest.mark.parametrize(
    ("hint", "ids"),
    [
        (ArticleHint("one", title="Talks resume"), ["one"]),
        (ArticleHint("cafe\u0301"), ["caf\u00e9"]),
        (ArticleHint(url="HTTP://X.example/a?p=1#s"), ["one"]),
        (ArticleHint(url="http://x.example/a", file="two.ann"), ["two"]),
        (ArticleHint(title="talks  resume"), ["one", "two"]),
        (ArticleHint(url="http://[odd", title="nothing"), []),
        (ArticleHint(), []),
    ],
)
def test_the_surest_sign_counts(hint: ArticleHint, ids: list[str]) -> None:
    assert [account.article.id for account in ArticleIndex(ACCOUNTS).find(hint)] == ids


WORDS = "word " * 59


@pytest.mark.parametrize(
    ("title", "articles", "ids"),
    [
        (f"{WORDS}a long one", ("one",), ["one"]),
        (f"{WORDS}…", ("one",), ["one"]),
        (f"{WORDS}…", ("one", "two"), []),
        (f"{WORDS}other", ("two",), []),
        ("word", ("one",), []),
    ],
    ids=("longer", "shorter", "two", "other", "short"),
)
def test_a_title_that_was_cut_elsewhere_is_found_by_its_beginning(
    title: str, articles: tuple[str, ...], ids: list[str]
) -> None:
    titles = {"one": f"{WORDS}a long …", "two": f"{WORDS}a longer line"}
    accounts = collate(*(Telling(id_, "Aid", byline=Byline(titles[id_])) for id_ in articles)).accounts
    assert [account.article.id for account in ArticleIndex(accounts).find(ArticleHint(title=title))] == ids


def test_addresses_of_one_page_are_the_same() -> None:
    assert url_key("HTTP://www.x.example/a/#b") == url_key("https://x.example/a")
    assert url_key("https://x.example/a?p=1") != url_key("https://x.example/a")
    assert url_key("a.txt") == ""
