"""The names that a form offers: kinds, speakers, propositions."""

from dataclasses import dataclass

from tui.analysis.folding import fold
from tui.model import NOTE, Collation, Kind, Proposition
from tui.session.slugs import new_slug


@dataclass(frozen=True, slots=True)
class CodebookNames:
    """The kinds, speakers and propositions that are known in the open accounts."""

    kinds: tuple[Kind, ...]
    speakers: tuple[str, ...]
    """Sorted, without regard to case and accents."""
    propositions: tuple[Proposition, ...]

    def sentence(self, slug: str) -> str:
        """Return the sentence of a proposition, or the slug if it is unknown."""
        return next((each.text for each in self.propositions if each.slug == slug), slug)

    def proposition(self, typed: str) -> Proposition | None:
        """Return the proposition whose sentence or slug was typed, or None."""
        return next((each for each in self.propositions if typed in (each.text.strip(), each.slug)), None)

    def new_proposition(self, sentence: str) -> Proposition:
        """Return a proposition for a sentence, with a slug that no other one has."""
        return Proposition(new_slug(sentence, {each.slug for each in self.propositions}), sentence)


def known_names(collation: Collation) -> CodebookNames:
    """Return the names that are known in the accounts of a collation."""
    said = (name for account in collation.accounts for each in account.placed for name in each.annotation.speaker)
    names = dict.fromkeys((*said, *collation.codebook.speakers))
    return CodebookNames(
        kinds=tuple(kind for kind in collation.codebook.kinds.values() if kind.name != NOTE.name),
        speakers=tuple(sorted(names, key=fold)),
        propositions=tuple(collation.codebook.propositions.values()),
    )
