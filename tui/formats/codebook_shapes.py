"""The codebook in JSON, out and in."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tui.formats.json_shapes import verdict_shape
from tui.formats.json_values import text_in, texts_in
from tui.model import BUILT_IN_KINDS, Annotator, Codebook, Kind, Proposition, Speaker, Stance
from tui.model.names import compose_name

_FALLBACK_GLYPH = "•"


def proposition_shapes(codebook: Codebook) -> Iterator[dict[str, Any]]:
    """Yield each proposition, with all that contradict it."""
    return (
        {
            "id": proposition.slug,
            "text": proposition.text,
            "contradicts": list(codebook.contradicting(proposition.slug)),
            **verdict_shape(proposition),
        }
        for proposition in codebook.propositions.values()
    )


def kind_shapes(codebook: Codebook) -> list[dict[str, str]]:
    """Return every kind, those that are built in too."""
    return [
        {"id": kind.name, "label": kind.label, "glyph": kind.glyph, "stance": str(kind.stance)}
        for kind in codebook.kinds.values()
    ]


def speaker_shapes(codebook: Codebook) -> dict[str, list[str]]:
    """Return the other names of each speaker."""
    return {speaker.name: list(speaker.aliases) for speaker in codebook.speakers.values()}


def annotator_shapes(codebook: Codebook) -> dict[str, list[str]]:
    """Return the other names of each annotator."""
    return {annotator.name: list(annotator.aliases) for annotator in codebook.annotators.values()}


def codebook_from_shapes(shapes: Mapping[str, object]) -> Codebook:
    """Return the codebook of a mapping in JSON, by its sections.

    What is not as Diptych writes it is left out.
    """
    propositions, kinds = shapes.get("propositions"), shapes.get("kinds")
    speakers, annotators = (_names(shapes.get(section)) for section in ("speakers", "annotators"))
    return Codebook(
        {slug: _proposition(slug, shape) for slug, shape in _by_id(propositions) if text_in(shape, "text").strip()},
        {
            **{kind.name: kind for kind in BUILT_IN_KINDS},
            **{name: _kind(name, shape) for name, shape in _by_id(kinds)},
        },
        {name: Speaker(name, aliases) for name, aliases in speakers.items()},
        annotators={name: Annotator(name, aliases) for name, aliases in annotators.items()},
    )


def _names(names: object) -> dict[str, tuple[str, ...]]:
    listed = names if isinstance(names, dict) else {}
    return {name: texts_in(listed, name) for name in listed if name.strip()}


def _by_id(shapes: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    listed: Iterable[object] = shapes if isinstance(shapes, list) else ()
    for shape in listed:
        if isinstance(shape, dict) and text_in(shape, "id").strip():
            yield compose_name(text_in(shape, "id")), shape


def _proposition(slug: str, shape: Mapping[str, object]) -> Proposition:
    return Proposition(
        slug,
        text_in(shape, "text"),
        tuple(map(compose_name, texts_in(shape, "contradicts"))),
        text_in(shape, "verdict"),
        text_in(shape, "because"),
        texts_in(shape, "sources"),
        text_in(shape, "checked"),
    )


def _kind(name: str, shape: Mapping[str, object]) -> Kind:
    stance = text_in(shape, "stance")
    return Kind(
        name,
        text_in(shape, "label") or name,
        text_in(shape, "glyph") or _FALLBACK_GLYPH,
        Stance(stance) if stance in Stance.__members__.values() else Stance.NEUTRAL,
    )
