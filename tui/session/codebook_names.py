"""The kinds, speakers and propositions that a form offers."""

from dataclasses import dataclass

from tui.analysis.folding import fold
from tui.model import NOTE, Annotation, Codebook, Collation, Kind, Proposition
from tui.model.names import compose_name, fold_name
from tui.session.slugs import new_slug
from tui.session.speaker_order import count_spellings, order_speakers

NEW_PREFIX = "new: "
"""What stands before a sentence that is to become a proposition: nothing else makes one."""


def new_sentence(typed: str) -> str:
    """Return the sentence of a line like `new: It is so`, or ""."""
    prefix = NEW_PREFIX.strip()
    return typed.strip().removeprefix(prefix).strip() if typed.strip().startswith(prefix) else ""


@dataclass(frozen=True, slots=True)
class CodebookNames:
    """The names known in the codebook and in the open accounts."""

    kinds: tuple[Kind, ...]
    speakers: tuple[str, ...]
    """In the order in which they are offered."""
    propositions: tuple[Proposition, ...]
    likely: tuple[str, ...] = ()
    """The sentences that a statement is most likely about, new ones after `NEW_PREFIX`."""

    def kinds_with(self, name: str) -> tuple[Kind, ...]:
        """Return the kinds, and the one that a record has if it is unknown."""
        if any(kind.name == name for kind in self.kinds):
            return self.kinds
        return (*self.kinds, Codebook(kinds={}).kind(name))

    def sentence(self, slug: str) -> str:
        """Return a proposition's sentence, or the slug if it is unknown."""
        return next((item.text for item in self.propositions if item.slug == slug), slug)

    def proposition(self, typed: str) -> Proposition | None:
        """Return the proposition with this sentence or slug, or None."""
        wanted = compose_name(typed)
        same = (item for item in self.propositions if wanted in (compose_name(item.text.strip()), item.slug))
        return next(same, None)

    def new_proposition(self, sentence: str) -> Proposition:
        """Return an unsaved proposition with an unused slug."""
        return Proposition(new_slug(sentence, {item.slug for item in self.propositions}), sentence)


def known_names(collation: Collation, annotation: Annotation | None = None) -> CodebookNames:
    """Return the names in a collation's codebook and accounts.

    The speakers likeliest for an annotation come first.
    """
    book = collation.codebook
    spoken = map(book.canonical_name, count_spellings(collation))
    names = tuple(sorted({fold_name(name): name for name in (*spoken, *book.speakers)}.values(), key=fold))
    return CodebookNames(
        kinds=tuple(kind for kind in book.kinds.values() if kind.name != NOTE.name),
        speakers=order_speakers(names, collation, annotation) if annotation else names,
        propositions=tuple(book.propositions.values()),
    )
