"""The codebook: propositions, kinds, and the names of people."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from tui.model.names import fold_annotator, fold_name


class Stance(StrEnum):
    """What a kind of statement does to its proposition."""

    ASSERTS = "asserts"
    REJECTS = "rejects"
    SHARES = "shares"
    NEUTRAL = "neutral"

    # Kinds are keys of what is kept for every record, and an enumeration's own hash takes four times as long.
    __hash__ = str.__hash__


class Kind(NamedTuple):
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
NO_COMMENT = Kind("no-comment", "No comment", "?", Stance.NEUTRAL, "?")
MAIN_KINDS = (CLAIM, DENIAL, AGREEMENT, NOTE)
"""The kinds that every workspace uses."""
BUILT_IN_KINDS = (*MAIN_KINDS, NO_COMMENT)


@dataclass(frozen=True, slots=True)
class Proposition:
    """What a claim asserts, a denial rejects and an agreement shares."""

    slug: str
    text: str
    """A full sentence that one can assert or deny."""
    contradicts: tuple[str, ...] = ()
    """Slugs of propositions that cannot be true as well, as this one declares them."""
    verdict: str = ""
    """What a fact checker found, in free words."""
    because: str = ""
    """The reason for the verdict, in Markdown."""
    sources: tuple[str, ...] = ()
    """What the verdict rests on."""
    checked: str = ""
    """The date of the verdict."""


class Speaker(NamedTuple):
    """A person or body, with the other names that articles use for it."""

    name: str
    aliases: tuple[str, ...] = ()


class Annotator(NamedTuple):
    """Somebody who makes records, with the other names that they signed with."""

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
    annotators: Mapping[str, Annotator] = field(default_factory=lambda: MappingProxyType({}))
    """By main name."""
    blind: bool = False
    """Whether the records of others are hidden."""

    def kind(self, name: str) -> Kind:
        """Return the kind called `name`, or an unknown one of that name."""
        return self.kinds.get(name) or Kind(name, name, "?", Stance.NEUTRAL, is_known=False)

    def compared_slug(self, kind: str, about: str) -> str:
        """Return the slug that a record is compared under, or an empty string.

        It has none if its kind or its proposition is unknown. In a file with errors any slug may name a proposition.
        """
        is_known = kind in self.kinds and (about in self.propositions or not self.complete)
        return about if is_known else ""

    def proposition(self, slug: str) -> Proposition:
        """Return a proposition, or one with its slug as text if it is unknown."""
        return self.propositions.get(slug) or Proposition(slug, slug)

    def contradicting(self, slug: str) -> tuple[str, ...]:
        """Return the propositions that contradict one, whichever declares it."""
        return self._contradictions.get(slug, ())

    @cached_property
    def _contradictions(self) -> Mapping[str, tuple[str, ...]]:
        others: dict[str, dict[str, None]] = {}
        for proposition in self.propositions.values():
            for slug in proposition.contradicts:
                others.setdefault(proposition.slug, {})[slug] = None
                others.setdefault(slug, {})[proposition.slug] = None
        return {slug: tuple(contradicting) for slug, contradicting in others.items()}

    def proposition_text(self, slug: str) -> str:
        """Return the proposition's sentence, or the slug if it is unknown."""
        proposition = self.propositions.get(slug)
        return proposition.text if proposition else slug

    def canonical_name(self, name: str) -> str:
        """Return the one name of the person who is called `name`.

        That is the speaker's main name, else the first spelling that was asked about: `RIA` for `ria` after `RIA`.
        Two names are one person's if this returns the same for both.
        """
        return self._spellings.setdefault(fold_name(name), name)

    def annotator_name(self, name: str) -> str:
        """Return the main name of the annotator who signs as `name`, else `name`."""
        return self._signatures.get(fold_annotator(name), name) if self.annotators else name

    def annotator_identity(self, name: str) -> str:
        """Return what all names of one annotator have in common.

        Case, accents and spacing do not matter. That of an empty name, for records without one, is empty.
        """
        return fold_annotator(self.annotator_name(name))

    def is_same_annotator(self, one: str, other: str) -> bool:
        """Return whether two names are one annotator's."""
        return one == other or self.annotator_identity(one) == self.annotator_identity(other)

    @cached_property
    def _signatures(self) -> Mapping[str, str]:
        """The main name of each annotator by their folded names."""
        signatures = {fold_annotator(name): name for name in self.annotators}
        for annotator in self.annotators.values():
            for alias in annotator.aliases:
                signatures.setdefault(fold_annotator(alias), annotator.name)
        return signatures

    @cached_property
    def _spellings(self) -> dict[str, str]:
        """The name to show by folded name, with names that were asked about."""
        spellings = {fold_name(name): name for name in self.speakers}
        for speaker in self.speakers.values():
            for alias in speaker.aliases:
                spellings.setdefault(fold_name(alias), speaker.name)
        return spellings
