"""Find out what formats show, by writing every field with its own word."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from tui.analysis.survey import Survey
from tui.formats.export_format import FORMATS, ExportRequest
from tui.model import (
    BUILT_IN_KINDS,
    Account,
    Anchor,
    AnchorState,
    Annotation,
    Annotator,
    Article,
    Byline,
    Codebook,
    Collation,
    Kind,
    Placed,
    Proposition,
    Record,
    Span,
    Speaker,
    Stance,
    TextPiece,
    TextSelector,
)

_TEXT = "zquote zpiece zdenied zleft zneutral zstray zelse"
_ARTICLE = Article(
    "one", _TEXT, Path("one.txt"), Byline("ztitle", "zoutlet", "zauthor", "2026-04-04", "https://zurl.example")
)
_BOOK = Codebook(
    {
        "zslug": Proposition("zslug", "zsentence", ("zother",), "zverdict", "zbecause", ("zsource",), "2026-03-03"),
        "zother": Proposition("zother", "zopposite"),
    },
    {kind.name: kind for kind in (*BUILT_IN_KINDS, Kind("zkind", "Zlabel", "~", Stance.ASSERTS))},
    {"zspeaker": Speaker("zspeaker", ("zalias", "znickname"))},
    annotators={"zannotator": Annotator("zannotator", ("zinitials",))},
)
WORDS: Mapping[str, tuple[str, ...]] = {
    "`kind`": ("zkind", "zlabel"),
    "`speaker`": ("zalias", "zspeaker"),
    "`about`": ("zslug", "zsentence"),
    "`created`": ("2026-01-01", "1 january 2026"),
    "`modified`": ("2026-02-02", "2 february 2026"),
    "keys of your own": ("zown",),
    "`quote` in pieces": ("zpiece",),
    "`prefix`, `suffix`": ("zprefix", "zsuffix"),
    "`start`, `end` as they were": ("70001",),
    "quotes without a certain place": ("zgone",),
    "notes on a record": ("zreply",),
    "notes on an article": ("zremark",),
    "notes on a proposition": ("zthought",),
    "denials": ("zdenied",),
    "neutral kinds, such as `no-comment`": ("zneutral",),
    "statements without a proposition": ("zstray",),
    "the proposition's sentence": ("zsentence",),
    "its verdict, `because`, `sources`, `checked`": ("zbecause",),
    "its status": ("disputed",),
    "what contradicts it": ("contradicts", "data-against", "><"),
    "kinds of the codebook": ("zlabel",),
    "other names of speakers": ("znickname",),
    "other names of annotators": ("zinitials",),
    "the article's title": ("ztitle",),
    "its address": ("zurl",),
    "its outlet, date": ("zoutlet",),
    "its author": ("zauthor",),
}
"""The words of each row, one of which a document has if it shows it. Of other rows it is `z` and the name."""


def is_shown(name: str, what: str) -> bool:
    """Return whether the format of this name has a row's words."""
    words = WORDS.get(what, (f"z{what.strip('`')}",))
    return any(word in _document(name) for word in words)


@cache
def _document(name: str) -> str:
    """Return all that a format writes, in small letters, without articles."""
    survey = Survey(_collation())
    request, chosen = ExportRequest(survey, survey), FORMATS[name]
    if chosen.write:
        return "".join(chosen.write(request)).lower()
    if chosen.pack_files:
        return "".join(dict(chosen.pack_files(request))["project.qde"]).lower()
    files = chosen.write_files(request) if chosen.write_files else ()
    return "\n".join(content for path, content in files if not path.endswith(".txt")).lower()


def _collation() -> Collation:
    placed = tuple(sorted(_placed(), key=lambda each: each.span or Span(len(_TEXT), len(_TEXT))))
    thought = Record(Annotation("n3", "note", about="zslug", body="zthought"), Path("n.yaml"), 1)
    return Collation((Account("A", _ARTICLE, placed),), _BOOK, (thought,))


def _placed() -> Iterator[Placed]:
    yield _found(_full(), "zquote")
    yield _found(replace(_full(), id="pieces", target=None), "zpiece", "zleft")
    yield _found(Annotation("denied", "denial", "one", about="zslug"), "zdenied")
    yield _found(Annotation("neutral", "no-comment", "one", about="zslug"), "zneutral")
    yield _found(Annotation("stray", "claim", "one"), "zstray")
    yield _found(Annotation("else", "claim", "one", about="zother"), "zelse")
    gone = Annotation("gone", "claim", "one", TextSelector("zgone"), about="zslug")
    yield Placed(Record(gone, Path("a.yaml"), 1), Anchor(AnchorState.ORPHAN))
    yield Placed(Record(Annotation("n1", "note", "one", on="zid", body="zreply"), Path("a.yaml"), 1))
    yield Placed(Record(Annotation("n2", "note", "one", body="zremark"), Path("a.yaml"), 1))


def _full() -> Annotation:
    """Return a record that has every field."""
    texts: dict[str, Any] = {each.name: f"z{each.name}" for each in fields(Annotation) if each.type is str}
    names: dict[str, Any] = {
        each.name: (f"z{each.name}",) for each in fields(Annotation) if each.type == tuple[str, ...]
    }
    own: dict[str, Any] = {
        "article": "one",
        "about": "zslug",
        "on": "",
        "speaker": ("zalias",),
        "speaker_words": "zas",
        "created": "2026-01-01T00:00:00Z",
        "modified": "2026-02-02T00:00:00Z",
        "extra": (("own", "zown"),),
        "target": TextSelector("zquote", "zprefix", "zsuffix", 70001, 70007),
    }
    return Annotation(**{**texts, **names, **own})


def _found(annotation: Annotation, *quotes: str) -> Placed:
    starts = [_TEXT.index(quote) for quote in quotes]
    spans = tuple(Span(start, start + len(quote)) for start, quote in zip(starts, quotes, strict=True))
    target = annotation.target or TextSelector.of_pieces(tuple(TextPiece(quote) for quote in quotes))
    anchor = Anchor(AnchorState.EXACT, spans[0].start, spans[-1].end, 1.0, pieces=spans if len(spans) > 1 else ())
    return Placed(Record(replace(annotation, target=target), Path("a.yaml"), 1), anchor)
