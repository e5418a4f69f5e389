"""Find where a changed quote may be: pairs of words vote for places."""

from collections import defaultdict
from operator import add

from tui.anchoring.occurrences import occurrences
from tui.anchoring.quote_query import QuoteQuery
from tui.anchoring.thresholds import MAX_RARE_COUNT, MAX_VOTES, MAX_WINDOWS, MIN_VOTE_SHARE, WINDOW_SLACK
from tui.anchoring.word_index import WordIndex

_Vote = tuple[int, int]
"""A word of the query, and the word of the text that may be it."""


def candidate_windows(index: WordIndex, query: QuoteQuery) -> list[tuple[int, int]]:
    """Return the windows where the query may be, the likeliest first.

    A window is the number of its first and last word in the text, last exclusive.
    """
    length = len(query.codes)
    width = max(WINDOW_SLACK, length // 2)
    by_shift: defaultdict[int, list[_Vote]] = defaultdict(list)
    for word, place in _votes(index, query):
        by_shift[(place - word) // width].append((word, place))
    groups = [votes + by_shift.get(shift + 1, []) for shift, votes in list(by_shift.items())]
    groups.sort(key=len, reverse=True)
    enough = len(groups[0]) * MIN_VOTE_SHARE if groups else 0
    windows = [_window(votes, length) for votes in groups[: 2 * MAX_WINDOWS] if len(votes) >= enough]
    return list(dict.fromkeys(windows))[:MAX_WINDOWS]


def _window(votes: list[_Vote], length: int) -> tuple[int, int]:
    first = min(place - word for word, place in votes)
    last = max(place - word for word, place in votes) + length
    return max(0, first - WINDOW_SLACK), last + WINDOW_SLACK


def _votes(index: WordIndex, query: QuoteQuery) -> list[_Vote]:
    """Return the votes of the rarest pairs, of others only if need be."""
    pairs = enumerate(map(add, query.codes, query.codes[1:]))
    by_count = sorted((len(index.pairs[pair]), word, pair) for word, pair in pairs if pair in index.pairs)
    votes = _votes_of_short_quote(index, query)
    for count, word, pair in by_count:
        if votes and (count > MAX_RARE_COUNT or len(votes) > MAX_VOTES):
            break
        votes.extend((word, place) for place in index.pairs[pair][:MAX_VOTES])
    return votes


def _votes_of_short_quote(index: WordIndex, query: QuoteQuery) -> list[_Vote]:
    """Return a vote for each copy of a quote that is too short for pairs."""
    quote = query.codes[query.first : query.last]
    if len(quote) > 2:
        return []
    return [(query.first, place) for place in occurrences(index.words.codes, quote, MAX_VOTES)]
