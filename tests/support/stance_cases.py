"""Every stance, number of annotators and anchor state, with what counts."""

from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from collations import NO_COMMENT, annotate, codebook
from placing import placed_at

from tui.model import Account, AnchorState, Article, Collation, Placed

BOOK = codebook({"p": "The bridge reopens"}, speakers={"Ada Holm": ("Holm",)})
TEXT = "today one, today two. Bo agrees that it does."
KINDS = {"asserts": "claim", "rejects": "denial", "shares": "agreement", "neutral": NO_COMMENT.name}
GLYPHS = {"asserts": "▸", "rejects": "✗", "shares": "≡", "neutral": "?"}
ANNOTATORS = ("one", "two alike", "two unlike")


@dataclass(frozen=True)
class StanceCase:
    """What one account says, where another one asserts it."""

    stance: str
    annotators: str
    state: AnchorState

    @property
    def certain(self) -> bool:
        return self.state in (AnchorState.EXACT, AnchorState.ADJUSTED)

    @property
    def count(self) -> int:
        """The number of statements that count."""
        return (2 if self.annotators == "two unlike" else 1) if self.certain else 0

    @property
    def doubtful(self) -> int:
        """The number of those that do not, as none without a place are one."""
        return 0 if self.certain else 1 if self.annotators == "one" else 2

    @property
    def names(self) -> list[str]:
        return self.people[: self.count]

    @property
    def people(self) -> list[str]:
        """Who speaks, if only in statements that do not count."""
        return ["Ada Holm", "Cyd"] if self.annotators == "two unlike" else ["Ada Holm"]

    @property
    def words(self) -> list[str]:
        """What the outputs must quote: today's words, or the quotes that are gone."""
        one, two = ("today one", "today two") if self.certain else ("old one", "old two")
        return [one, two] if self.annotators == "two unlike" else [one]

    @property
    def sign(self) -> str:
        return "~" if self.state is AnchorState.ADJUSTED else ""

    @property
    def status(self) -> str:
        if not self.certain:
            return "single account"
        return {"rejects": "disputed", "neutral": "open"}.get(self.stance, "agreed")

    @property
    def status_words(self) -> str:
        """The status as sentences and headings have it."""
        return self.status if self.certain else "told by one account"

    @property
    def line(self) -> str:
        """The cell of the account that speaks, without spaces around its parts."""
        said = f"{GLYPHS[self.stance]}{self.count}{self.sign} {', '.join(self.names)}"
        return said if self.certain else f"{self.doubtful} doubtful"

    def collation(self) -> Collation:
        """Return account A with the case's records, and B, which asserts it."""
        return Collation((self._account("A", "a", self._placed()), self._account("B", "b", _other())), BOOK)

    def _placed(self) -> tuple[Placed, ...]:
        one, two = self._record("ann", "Ann", 0, "Holm"), self._record("bob", "Bob", 11, "Cyd")
        if self.annotators == "one":
            return (one,)
        return (one, self._record("bob", "Bob", 0, "Ada Holm")) if self.annotators == "two alike" else (one, two)

    def _record(self, name: str, annotator: str, start: int, speaker: str) -> Placed:
        words = TEXT[start : start + 9]
        quote = words if self.state is AnchorState.EXACT else words.replace("today", "old")
        annotation = annotate(KINDS[self.stance], quote, speaker, "p", id=name, annotator=annotator)
        place = (start, start + 9) if self.certain else ()
        return placed_at(annotation, *place, state=self.state)

    def _account(self, siglum: str, article: str, placed: tuple[Placed, ...]) -> Account:
        return Account(siglum, Article(article, TEXT, Path(f"{article}.txt")), placed)


def _other() -> tuple[Placed, ...]:
    return (placed_at(annotate("claim", "Bo agrees", "Bo", "p", id="bo"), 22, 31),)


CASES = [StanceCase(*parts) for parts in product(KINDS, ANNOTATORS, AnchorState)]


def contradicting(case: StanceCase) -> Collation:
    """Return the case where B quotes Ada Holm with the opposite stance."""
    kind = "claim" if case.stance == "rejects" else "denial"
    first, second = case.collation().accounts
    placed = placed_at(annotate(kind, "Bo agrees", "Ada Holm", "p", id="ada"), 22, 31)
    return Collation((first, replace(second, placed=(placed,))), BOOK)
