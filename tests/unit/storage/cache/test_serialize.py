"""Records and codebooks come back as they were."""

from dataclasses import fields
from pathlib import Path
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model import (
    Annotation,
    Annotator,
    Byline,
    Codebook,
    Kind,
    Proposition,
    Record,
    Speaker,
    Stance,
    TextPiece,
    TextSelector,
)
from tui.storage.cache.serialize import dump_codebook, dump_records, load_codebook, load_records
from tui.storage.records.record_source import ArticleRecords

words = st.text(max_size=8)

names = st.lists(words, max_size=3).map(tuple)

offsets = st.none() | st.integers(0, 10**15)

extras = st.recursive(words, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words, inner, max_size=2))

pieces = st.lists(st.builds(TextPiece, words, offsets, offsets), max_size=3).map(tuple)
targets = st.none() | st.builds(TextSelector, words, words, words, offsets, offsets, pieces)

annotations = st.builds(
    Annotation,
    *(words, words, words, targets, names, words, words, words, names, words, names, words, words, words),
    extra=st.lists(st.tuples(words, extras), max_size=2).map(tuple),
)

FILES = (Path("codebook.yaml"), Path("a.yaml"), Path("a/b.c.yaml"))

records = st.builds(Record, annotations, st.sampled_from(FILES), st.integers(1), words, st.booleans())

kinds = st.builds(Kind, words, words, words, st.sampled_from(Stance), words)

bylines = st.builds(Byline, words, words, words, words, words)


@settings(derandomize=True, deadline=None)
@given(bylines, st.lists(records, max_size=3))
def test_records_come_back_as_they_were(byline: Byline, made: list[Record]) -> None:
    found = ArticleRecords(byline, tuple(made))
    back = load_records(dump_records(found, FILES), FILES)
    assert back == found
    assert [record.digest for record in back.records] == [record.digest for record in made]


@settings(derandomize=True, deadline=None)
@given(
    st.lists(st.builds(Kind, words, words, words, st.sampled_from(Stance), words)), st.lists(st.tuples(words, names))
)
def test_codebooks_come_back_as_they_were(declared: list[Kind], named: list[tuple[str, tuple[str, ...]]]) -> None:
    codebook = Codebook(
        MappingProxyType({slug: Proposition(slug, slug * 2) for slug, _ in named}),
        MappingProxyType({kind.name: kind for kind in declared}),
        MappingProxyType({name: Speaker(name, aliases) for name, aliases in named}),
        annotators=MappingProxyType({name: Annotator(name, aliases) for name, aliases in named}),
    )
    back = load_codebook(dump_codebook(codebook))
    assert back == codebook
    assert all(type(kind.stance) is Stance for kind in back.kinds.values())


def test_every_field_is_kept() -> None:
    target = TextSelector.of_pieces((TextPiece("q", 1, 2), TextPiece("r", 4, 5)), "p", "s")
    more = (("more", ["a", {"b": "c"}]),)
    made = Annotation(
        *("id", "kind", "article", target, ("speaker",), "about", "cue", "body", ("tag",), "on", ("was",)),
        *("annotator", "created", "modified", more, "hedge", ("via",), "as", "suggested", ("resolved",)),
    )
    assert all(getattr(made, field.name) for field in fields(Annotation))
    record = Record(made, FILES[2], 7, "digest", in_list=True)
    assert load_records(dump_records(ArticleRecords(records=(record,)), FILES), FILES).records == (record,)
