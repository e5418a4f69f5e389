"""What an article is called in a message."""

from tui.formats.foreign import ArticleHint


def test_the_name_is_the_surest_sign() -> None:
    assert ArticleHint("one", "http://x.example", "T", "f.txt").name == "one"
    assert ArticleHint("", "http://x.example", "T", "f.txt").name == "http://x.example"
    assert ArticleHint(title="T", file="f.txt").name == "f.txt"
    assert ArticleHint(title="T").name == "T"
    assert ArticleHint().name == ""
