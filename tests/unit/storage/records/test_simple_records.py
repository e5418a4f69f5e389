"""Simple lists give the same records, and others go to the parser."""

from pathlib import Path

import pytest

from tui.model import Byline, Codebook, Proposition
from tui.storage.records import article_loader
from tui.storage.records.article_loader import ArticleLoader
from tui.storage.records.record_reader import RecordContext
from tui.storage.records.record_source import ArticleRecords
from tui.storage.records.simple_records import read_simple_records

FILE = Path("north.yaml")
CODEBOOK = Codebook({"p": Proposition("p", "P is so")})
LIST = """\
article: north
outlet: The North
annotations:
  - id: one
    kind: claim
    speaker: [A, B]
    about: p
    quote: "a \\"ship\\""
    prefix: the
    start: 12
    end: 20
    tags: x
  - id: two
    kind: note
    body: Sank
"""


def loaded(text: str) -> ArticleRecords:
    loader = ArticleLoader("north", CODEBOOK, lambda _: text.encode())
    loader.read_list(FILE)
    return loader.result()


def by_parser(text: str, monkeypatch: pytest.MonkeyPatch) -> ArticleRecords:
    with monkeypatch.context() as patch:
        patch.setattr(article_loader, "read_simple_records", lambda *_: None)
        return loaded(text)


def test_the_records_are_those_of_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    records, parsed = loaded(LIST), by_parser(LIST, monkeypatch)
    assert read_simple_records(LIST, FILE, RecordContext(CODEBOOK, "north", in_list=True)) is not None
    assert records == parsed
    assert len(records.records) == 2
    assert [record.digest for record in records.records] == [record.digest for record in parsed.records]


def test_what_an_added_page_has_is_simple_too(monkeypatch: pytest.MonkeyPatch) -> None:
    text = LIST.replace("annotations:", "retrieved: 2026-11-26T14:30:00Z\nlanguage: ja\nannotations:")
    assert read_simple_records(text, FILE, RecordContext(CODEBOOK, "north", in_list=True)) is not None
    assert loaded(text) == by_parser(text, monkeypatch)
    assert loaded(text).byline == Byline(outlet="The North", language="ja")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("article: north", "article: south"),
        ("outlet: The North", "language: xx"),
        ("outlet: The North", "outlet: [The, North]"),
        ("outlet: The North", "outlets: The North"),
        ("outlet: The North", "article: north"),
        ("id: two", "id: one"),
        ("id: two", 'id: " "'),
        ("id: two", "ids: two"),
        ("kind: claim", "kind: clam"),
        ("kind: claim", "kind: [claim]"),
        ("kind: note", "kind: claim"),
        ("about: p", "about: q"),
        ('quote: "a \\"ship\\""', 'quote: " "'),
        ('quote: "a \\"ship\\""', 'quote: ""'),
        ("start: 12", "start: 21"),
        ("start: 12", "start: twelve"),
        ("start: 12", "start: [12]"),
        ("tags: x", "tag: x"),
        ("tags: x", "on: two"),
        ("tags: x", "on: three"),
        ("tags: x", "resolves: [two]"),
        ("body: Sank", 'prefix: ""'),
        ("body: Sank", "start: 12"),
        ("body: Sank", "created: 2026-02-30"),
        ("kind: note", "kind: note\n    kind: note"),
        ('quote: "a \\"ship\\""', "quote: [a, ship]"),
        ("tags: x", "article: north"),
        ("tags: x", "article: south"),
        ("tags: x", "about: p"),
        ("tags: x", "# x"),
        ("tags: x", "body: |\n      x"),
        ("body: Sank", "body: Sank\n"),
        ("body: Sank", "body: Sank\nurl: x.com"),
        ("body: Sank\n", "body: Sank"),
    ],
)
def test_what_is_wrong_or_not_simple_is_left_to_the_parser(monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    text = LIST.replace(old, new)
    assert text != LIST
    assert read_simple_records(text, FILE, RecordContext(CODEBOOK, "north", in_list=True)) is None
    assert loaded(text) == by_parser(text, monkeypatch)


def test_an_id_of_the_list_is_taken_in_the_folder() -> None:
    loader = ArticleLoader("north", CODEBOOK, lambda file: (LIST if file == FILE else "id: two\nkind: note\n").encode())
    loader.read_list(FILE)
    loader.read_files([Path("other.yaml")])
    assert [problem.message for problem in loader.result().problems] == [
        'the id "two" is taken (north.yaml, line 13); write another one'
    ]
