"""The annotations of simple lists are those that the parser gives."""

from pathlib import Path

import pytest

from tui.model import Codebook, Proposition
from tui.storage.records import article_loader
from tui.storage.records.article_loader import ArticleLoader
from tui.storage.records.record_source import ArticleRecords

LIST = """\
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
    codebook = Codebook({"p": Proposition("p", "P is so")})
    loader = ArticleLoader("north", codebook, lambda _: text.encode())
    loader.read_list(Path("north.yaml"))
    return loader.result()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('quote: "a \\"ship\\""', "quote: [a ship]"),
        (
            '    quote: "a \\"ship\\""\n    prefix: the\n    start: 12\n    end: 20\n',
            "    quote: [a, ship]\n    suffix: sank\n",
        ),
        ("about: p", 'about: ""\n    on: ""\n    via: ""\n    cue: "said"'),
        (
            "tags: x",
            'tags: "e\u0301t\u00e9"\n    annotator: "Zoe\u0308"\n    as: he\n    hedge: it seems\n    suggested: that',
        ),
        ("id: one", 'id: "e\u0301"'),
        ("body: Sank", "created: 2026-05-03T12:00:00Z\n    modified: 2026-05"),
        ("body: Sank", "quote: sank\n    suffix: a\n    was: [sunk, sinks]"),
    ],
)
def test_other_fields_are_read_as_the_parser_reads_them(monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    text = LIST.replace(old, new)
    assert text != LIST
    with monkeypatch.context() as patch:
        patch.setattr(article_loader, "parse", None)  # the parser is not used
        records = loaded(text)
    assert len(records.records) == 2
    monkeypatch.setattr(article_loader, "read_simple_records", lambda *_: None)
    assert records == loaded(text)


@pytest.mark.parametrize("second", ["body: Sank", "quote: sank"])  # in a list, all records may have a quote or not
@pytest.mark.parametrize(("old", "new"), [("end: 20", "end: 11"), ('"a \\"ship\\""', '" "')])
def test_a_quote_with_a_fault_is_reported_by_the_parser(
    monkeypatch: pytest.MonkeyPatch, second: str, old: str, new: str
) -> None:
    records = loaded(LIST.replace("body: Sank", second).replace(old, new))
    assert records.problems
    monkeypatch.setattr(article_loader, "read_simple_records", lambda *_: None)
    assert records == loaded(LIST.replace("body: Sank", second).replace(old, new))
