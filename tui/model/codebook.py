"""The codebook: propositions, kinds, and the names that speakers go by."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Stance(StrEnum):
    """How a statement of a kind stands to its proposition."""

    ASSERTS = "asserts"
    REJECTS = "rejects"
    SHARES = "shares"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of annotation."""

    name: str
    """What the files call it."""
    label: str
    """What the screen calls it."""
    glyph: str
    """One cell that stands for it in the gutter."""
    stance: Stance
    ascii_glyph: str = "?"
    """The glyph where the terminal or the user wants ASCII."""


CLAIM = Kind("claim", "Claim", "▸", Stance.ASSERTS, ">")
DENIAL = Kind("denial", "Denial", "✗", Stance.REJECTS, "x")
AGREEMENT = Kind("agreement", "Agreement", "≡", Stance.SHARES, "=")
NOTE = Kind("note", "Note", "✎", Stance.NEUTRAL, "*")
BUILT_IN_KINDS = (CLAIM, DENIAL, AGREEMENT, NOTE)


@dataclass(frozen=True, slots=True)
class Proposition:
    """A statement that a claim asserts, a denial rejects and an agreement shares."""

    slug: str
    text: str
    """A full sentence that one can assert or deny."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person or body, with the other forms of the name that the articles use."""

    name: str
    aliases: tuple[str, ...] = ()


def _by_name(kinds: Iterable[Kind]) -> Mapping[str, Kind]:
    return MappingProxyType({kind.name: kind for kind in kinds})


@dataclass(frozen=True)
class Codebook:
    """What a workspace's annotations may refer to."""

    propositions: Mapping[str, Proposition] = field(default_factory=lambda: MappingProxyType({}))
    """By slug, in the order of the file."""
    kinds: Mapping[str, Kind] = field(default_factory=lambda: _by_name(BUILT_IN_KINDS))
    """By name: the built-in four first, then the declared ones."""
    speakers: Mapping[str, Speaker] = field(default_factory=lambda: MappingProxyType({}))
    """By the name that stands for all its aliases."""
    complete: bool = True
    """Whether the file could be read without an error; else an unknown name is not held against a record."""

    def kind(self, name: str) -> Kind:
        """Return the kind called `name`; an unknown one is shown by its own name, as neutral."""
        return self.kinds.get(name) or Kind(name, name, "?", Stance.NEUTRAL)

    def proposition_text(self, slug: str) -> str:
        """Return the sentence of the proposition `slug`, or the slug where it is unknown."""
        known = self.propositions.get(slug)
        return known.text if known else slug

    def person(self, name: str) -> str:
        """Return the name that holds all variants of `name` together."""
        if name in self.speakers:
            return name
        return next((s.name for s in self.speakers.values() if name in s.aliases), name)
