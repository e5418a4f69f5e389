"""Measure alignment: `python -m benchmarks.alignment [WORKSPACE]`.

Run it in the repository's root. The workspace is the bundled sample if none is named. Each of its statements with a
proposition is looked up among all propositions, without the records that mark the same words. What is printed is how
often the right proposition comes first and among the three offered, what is matched across the articles, and how long
it takes in processor time.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from benchmarks.anchoring import vocabulary
from benchmarks.corpus import ROOT
from tui.analysis.alignment.matches import AccountWords, Match, account_words, find_matches
from tui.analysis.alignment.nearest import nearest_propositions
from tui.analysis.alignment.proposition_index import LinkedQuote, build_index
from tui.analysis.alignment.statement_pairs import Said, statement_pairs
from tui.attribution.suggestion import draft_suggestions
from tui.model import NOTE, Account, Collation, Proposition, Span
from tui.storage.workspace.discovery import open_workspace
from tui.storage.workspace.plain_loader import read_collation

SIZES = (250, 500, 1000)


@dataclass(frozen=True)
class Marked:
    """A statement with a proposition, as somebody marked it."""

    article: str
    spans: tuple[Span, ...]
    words: str
    about: str

    def shared_with(self, article: str, spans: Sequence[Span]) -> int:
        """Return how many code points it shares with a place."""
        if article != self.article:
            return 0
        return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in spans for b in self.spans)


def marked_statements(collation: Collation) -> list[Marked]:
    """Return all statements with a proposition and a certain place."""
    return [
        Marked(account.article.id, placed.spans, placed.words(account.article.text), placed.annotation.about)
        for account in collation.articles_once
        for placed in account.placed
        if placed.annotation.kind != NOTE.name and placed.annotation.about and placed.spans
    ]


Linked = Callable[[Marked, Marked], bool]
"""Whether another statement's words may lead to a proposition when one is looked up."""

LINKED: dict[str, Linked] = {
    "sentences, and quotes of both articles": lambda one, other: not other.shared_with(one.article, one.spans),
    "sentences, and quotes of the other article": lambda one, other: other.article != one.article,
    "sentences alone": lambda *_: False,
}


def ranks(collation: Collation, looked_up: Sequence[tuple[Marked, str]], is_linked: Linked) -> Iterator[int]:
    """Yield each proposition's place among those offered, 0 if it is none.

    A statement is looked up by its words or by those of a draft for it.
    """
    statements = marked_statements(collation)
    for one, words in looked_up:
        linked = (LinkedQuote(other.about, other.words) for other in statements if is_linked(one, other))
        index = build_index(collation.codebook.propositions.values(), linked)
        slugs = [nearest.slug for nearest in nearest_propositions(words, index)]
        yield slugs.index(one.about) + 1 if one.about in slugs else 0


def drafted(collation: Collation) -> list[tuple[Marked, str]]:
    """Return the statements that a draft is about, with that draft's words."""
    found = []
    for account in collation.articles_once:
        text = account.article.text
        drafts = draft_suggestions(text, codebook=collation.codebook)
        for statement in marked_statements(Collation((account,))):
            shared = {statement.shared_with(account.article.id, draft.spans): draft for draft in drafts}
            if max(shared, default=0):
                found.append((statement, " … ".join(span.of(text) for span in shared[max(shared)].spans)))
    return found


def compared_words(account: Account, collation: Collation, *, by_hand: bool) -> AccountWords:
    """Return what is compared of an account: drafts, or what is marked."""
    text = account.article.text
    if by_hand:
        return account_words(text, [(each.spans, ()) for each in marked_statements(Collation((account,)))], "en")
    drafts = draft_suggestions(text, codebook=collation.codebook)
    return account_words(text, [(draft.spans, draft.speaker) for draft in drafts], "en")


def print_ranks(collation: Collation) -> None:
    """Print the shares of right propositions."""
    by_words = [(statement, statement.words) for statement in marked_statements(collation)]
    print("| looked up | among | statements | first | of three |\n|---|---|---|---|---|")
    for looked_up, name in ((by_words, "the marked words"), (drafted(collation), "the draft for them")):
        for among, is_linked in LINKED.items():
            places = list(ranks(collation, looked_up, is_linked))
            first, offered = (sum(0 < place <= most for place in places) / len(places) for most in (1, 3))
            print(f"| {name} | {among} | {len(places)} | {first:.2f} | {offered:.2f} |")


def print_matches(collation: Collation) -> None:
    """Print what is matched across the articles, to be judged by eye."""
    for by_hand in (True, False):
        words = [compared_words(account, collation, by_hand=by_hand) for account in collation.articles_once]
        found = [(one, other, match) for one, other in combinations(words, 2) for match in find_matches(one, other)]
        print(f"\nMatches between {'marked words' if by_hand else 'drafts'}: {len(found)}")
        for one, other, match in found:
            print("\n".join(_match_lines(one, other, match)))


def _match_lines(one: AccountWords, other: AccountWords, match: Match) -> Iterator[str]:
    yield f"{match.score:.2f} {match.rule}: {match.reason}"
    for words, spans in ((one, match.left), (other, match.right)):
        yield f"     {' … '.join(span.of(words.text) for span in spans)}"
    yield from (f"     differs: {difference.reason}" for difference in match.differences)


def print_times() -> None:
    """Print what many propositions and statements take."""
    chance = random.Random(7)  # noqa: S311 - no secret
    lexicon = vocabulary(chance)
    weights = [1 / rank for rank in range(3, len(lexicon) + 3)]
    sentences = [" ".join(chance.choices(lexicon, weights, k=15)) for _ in range(4 * SIZES[-1])]
    print("\n| propositions × drafts | index | nearest | statement pairs |\n|---|---|---|---|")
    for size in SIZES:
        book, quotes, ours, theirs = (sentences[at * size : (at + 1) * size] for at in range(4))
        propositions = [Proposition(str(number), text) for number, text in enumerate(book)]
        started = time.process_time()
        index = build_index(propositions, [LinkedQuote(str(number), quote) for number, quote in enumerate(quotes)])
        indexed = time.process_time()
        for words in ours:
            nearest_propositions(words, index)
        looked_up = time.process_time()
        statement_pairs([*map(Said, ours)], [*map(Said, theirs)])
        times = (indexed - started, looked_up - indexed, time.process_time() - looked_up)
        print(f"| {size} × {size} | {' | '.join(f'{seconds * 1000:.0f} ms' for seconds in times)} |")


def main() -> None:
    """Print all figures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    collation = read_collation(open_workspace(folder))
    print_ranks(collation)
    print_matches(collation)
    print_times()


if __name__ == "__main__":
    main()
