"""The codebook: propositions, kinds, and the names of speakers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Stance(StrEnum):
    """What a kind of statement does to its proposition."""

    ASSERTS = "asserts"
    REJECTS = "rejects"
    SHARES = "shares"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of annotation."""

    name: str
    """Its name in the files."""
    label: str
    """Its name on the screen."""
    glyph: str
    """Its sign in the gutter, one cell wide."""
    stance: Stance
    ascii_glyph: str = "?"
    is_known: bool = True
    """False for a kind that a record names but the codebook lacks."""


CLAIM = Kind("claim", "Claim", "▸", Stance.ASSERTS, ">")
DENIAL = Kind("denial", "Denial", "✗", Stance.REJECTS, "x")
AGREEMENT = Kind("agreement", "Agreement", "≡", Stance.SHARES, "=")
NOTE = Kind("note", "Note", "✎", Stance.NEUTRAL, "*")
BUILT_IN_KINDS = (CLAIM, DENIAL, AGREEMENT, NOTE)


@dataclass(frozen=True, slots=True)
class Proposition:
    """What a claim asserts, a denial rejects and an agreement shares."""

    slug: str
    text: str
    """A full sentence that one can assert or deny."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person or body, with the other names that articles use for it."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Codebook:
    """What a workspace's annotations may refer to."""

    propositions: Mapping[str, Proposition] = field(default_factory=lambda: MappingProxyType({}))
    """By slug, in the order of the file."""
    kinds: Mapping[str, Kind] = field(
        default_factory=lambda: MappingProxyType({kind.name: kind for kind in BUILT_IN_KINDS})
    )
    """By name: the built-in ones first, then the declared ones."""
    speakers: Mapping[str, Speaker] = field(default_factory=lambda: MappingProxyType({}))
    """By main name."""
    complete: bool = True
    """False if the file has errors: names that it does not have are then no problem."""

    def kind(self, name: str) -> Kind:
        """Return the kind called `name`, or an unknown one of that name."""
        return self.kinds.get(name) or Kind(name, name, "?", Stance.NEUTRAL, is_known=False)

    def compared_slug(self, kind: str, about: str) -> str:
        """Return the slug that a record is compared under, or an empty string.

        It has none if its kind or its proposition is unknown. In a file with errors any slug may name a proposition.
        """
        is_known = kind in self.kinds and (about in self.propositions or not self.complete)
        return about if is_known else ""

    def proposition_text(self, slug: str) -> str:
        """Return the proposition's sentence, or the slug if it is unknown."""
        proposition = self.propositions.get(slug)
        return proposition.text if proposition else slug

    def canonical_name(self, name: str) -> str:
        """Return the main name of the speaker called `name`, else `name`."""
        if name in self.speakers:
            return name
        return next((speaker.name for speaker in self.speakers.values() if name in speaker.aliases), name)
