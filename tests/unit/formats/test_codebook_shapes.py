"""The codebook in JSON comes back, and nonsense in it is left out."""

from collations import NO_COMMENT

from tui.formats.codebook_shapes import (
    annotator_shapes,
    codebook_from_shapes,
    kind_shapes,
    proposition_shapes,
    speaker_shapes,
)
from tui.model import BUILT_IN_KINDS, Annotator, Codebook, Kind, Proposition, Speaker, Stance

HINTS = Kind("hints", "Hints", "~", Stance.NEUTRAL)


def test_a_codebook_comes_back() -> None:
    book = Codebook(
        {
            "a": Proposition("a", "A is so", ("b",), "unproven", "Why", ("http://x.example",), "2026-01-01"),
            "b": Proposition("b", "B is so", ("a",)),
        },
        {kind.name: kind for kind in (*BUILT_IN_KINDS, HINTS)},
        {"Ada Holm": Speaker("Ada Holm", ("Holm",))},
        annotators={"Mira": Annotator("Mira", ("MK",))},
    )
    shapes = {
        "propositions": list(proposition_shapes(book)),
        "kinds": kind_shapes(book),
        "speakers": speaker_shapes(book),
        "annotators": annotator_shapes(book),
    }
    back = codebook_from_shapes(shapes)
    assert (back.propositions, back.speakers, back.annotators) == (book.propositions, book.speakers, book.annotators)
    assert {(kind.name, kind.label, kind.glyph, kind.stance) for kind in back.kinds.values()} == {
        (kind.name, kind.label, kind.glyph, kind.stance) for kind in book.kinds.values()
    }


def test_nonsense_is_left_out() -> None:
    odd: dict[str, object] = {"propositions": 9, "kinds": "x", "speakers": ["y"], "annotators": 1}
    assert codebook_from_shapes(odd) == codebook_from_shapes({})
    propositions, kinds = [{"id": "a"}, {"text": "x"}, 1], [{"id": "k", "stance": "odd"}]
    book = codebook_from_shapes({"propositions": propositions, "kinds": kinds, "speakers": {"Ada": 1, " ": []}})
    assert dict(book.propositions) == {}
    assert book.kinds["k"] == Kind("k", "k", "•", Stance.NEUTRAL)
    assert book.kinds[NO_COMMENT.name].stance is Stance.NEUTRAL
    assert book.speakers == {"Ada": Speaker("Ada")}
