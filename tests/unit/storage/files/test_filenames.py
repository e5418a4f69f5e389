"""Names of files."""

import pytest

from tui.storage.files.filenames import article_id_of, article_name, file_slug, is_article_name, is_safe_id


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Anna B.", "anna-b"),
        ("Çavuşoğlu", "cavusoglu"),
        ("../../etc/passwd", "etc-passwd"),
        ("字", "anon"),
        ("", "anon"),
        ("CON", "x-con"),
        ("lpt1", "x-lpt1"),
        ("x" * 300, "x" * 40),
        ("a\x00b\u202ec", "a-b-c"),
    ],
)
def test_names_of_files_are_safe_everywhere(name: str, safe: str) -> None:
    assert file_slug(name) == safe


@pytest.mark.parametrize(
    ("name", "article_id"),
    [("a.txt", "a"), ("B.MD", "B"), ("c.d.txt", "c.d"), (".txt", ""), (".a.txt", ""), ("a.pdf", "")],
)
def test_articles_are_text_and_markdown_files_that_are_not_hidden(name: str, article_id: str) -> None:
    assert is_article_name(name) is bool(article_id)
    if article_id:
        assert article_id_of(name) == article_id


@pytest.mark.parametrize("article_id", ["", ".", "..", "a/b", "a\\b", "a\0", "\ud800"])
def test_an_id_that_is_no_file_name_is_not_safe(article_id: str) -> None:
    assert not is_safe_id(article_id)


def test_an_ordinary_id_is_safe() -> None:
    assert all(map(is_safe_id, ["002_b3c679df3c8f7e39", "a.b", "Çavuşoğlu", "..a", " "]))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Café: 24 июля!", "café-24-июля"),
        ("Cafe\u0301", "café"),
        ("हिन्दी समाचार", "हिन्दी-समाचार"),
        ("../../etc/passwd", "etc-passwd"),
        (".hidden", "hidden"),
        ("a\0b\u202ec\ud800", "a-b-c"),
        ("word " * 30, "-".join(["word"] * 12)),
        ("x" * 300, "x" * 60),
        ("NUL", "x-nul"),
        ("Codebook", "x-codebook"),
        ("?!", "article"),
        ("", "article"),
    ],
)
def test_a_title_becomes_a_file_name_in_its_own_script(title: str, name: str) -> None:
    assert article_name(title) == name
    assert is_safe_id(name)
