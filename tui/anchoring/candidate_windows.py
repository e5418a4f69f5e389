"""Where a changed quote may be: pairs of neighbouring words that it shares with the text vote for places."""

from collections import defaultdict
from operator import add

from tui.anchoring.quote_query import QuoteQuery
from tui.anchoring.thresholds import COMMON_PAIR, FEW_VOTES, MOST_VOTES, MOST_WINDOWS, WINDOW_SLACK
from tui.anchoring.word_index import WordIndex

_Vote = tuple[int, int]
"""A word of the query, and the word of the text that may be it."""


def candidate_windows(index: WordIndex, query: QuoteQuery) -> list[tuple[int, int]]:
    """Return the stretches of the text's words (last exclusive) where `query` may be, likeliest first."""
    length = len(query.codes)
    width = max(WINDOW_SLACK, length // 2)
    tally: defaultdict[int, list[_Vote]] = defaultdict(list)
    for asked, found in _votes(index, query):
        tally[(found - asked) // width].append((asked, found))
    groups = [votes + tally.get(shift + 1, []) for shift, votes in list(tally.items())]
    groups.sort(key=len, reverse=True)
    enough = len(groups[0]) * FEW_VOTES if groups else 0
    likely = [_window(votes, length) for votes in groups[: 2 * MOST_WINDOWS] if len(votes) >= enough]
    return list(dict.fromkeys(likely))[:MOST_WINDOWS]


def _window(votes: list[_Vote], length: int) -> tuple[int, int]:
    """Reach as far to both sides of the voting pairs as the query does, and a little farther."""
    first = min(found - asked for asked, found in votes)
    last = max(found - asked for asked, found in votes) + length
    return max(0, first - WINDOW_SLACK), last + WINDOW_SLACK


def _votes(index: WordIndex, query: QuoteQuery) -> list[_Vote]:
    """Ask the rarest pairs first, and the common ones only where there is none other."""
    pairs = enumerate(map(add, query.codes, query.codes[1:]))
    known = sorted((len(index.pairs[pair]), asked, pair) for asked, pair in pairs if pair in index.pairs)
    votes = _alike(index, query)
    for count, asked, pair in known:
        if votes and (count > COMMON_PAIR or len(votes) > MOST_VOTES):
            break
        votes.extend((asked, found) for found in index.pairs[pair][:MOST_VOTES])
    return votes


def _alike(index: WordIndex, query: QuoteQuery) -> list[_Vote]:
    """Vote for each place where a quote too short for pairs stands word for word."""
    if query.last - query.first > 2:
        return []
    votes: list[_Vote] = []
    quote = query.codes[query.first : query.last]
    found = index.words.codes.find(quote)
    while found >= 0 and len(votes) < MOST_VOTES:
        votes.append((query.first, found))
        found = index.words.codes.find(quote, found + 1)
    return votes
