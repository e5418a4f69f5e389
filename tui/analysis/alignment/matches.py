"""The same quotations, and statements on one matter, in two accounts."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from tui.analysis.alignment.differing_numbers import NumberDifference, differing_numbers
from tui.analysis.alignment.same_quotation import SameQuotation, same_quotations
from tui.analysis.alignment.statement_pairs import Said, StatementPair, statement_pairs
from tui.attribution.lexicon import lexicon_codes, load_lexicon
from tui.attribution.tokens import tokenize
from tui.model import Span

SAME_QUOTATION, ONE_MATTER = "same quotation", "one matter"
"""The rules."""
_COMPARE_DAYS = 0.4
"""From this score on, statements on one matter tell of the same day."""
_NAMED = 4


class AccountWords(NamedTuple):
    """The words of an account that are compared with another's."""

    text: str
    statements: tuple[Said, ...]
    quotations: tuple[Span, ...]


def account_words(text: str, said: Iterable[tuple[Sequence[Span], Sequence[str]]], code: str) -> AccountWords:
    """Return what is compared of an article in a language.

    `said` are the places and the speakers of its statements. Quotation marks are those of English if the language has
    no lexicon.
    """
    statements = (
        Said(" … ".join(span.of(text) for span in spans), tuple(speakers), tuple(spans)) for spans, speakers in said
    )
    tokens = tokenize(text, code, load_lexicon(code if code in lexicon_codes() else "en"))
    return AccountWords(
        text, tuple(statements), tuple(tokens.span(part.start, part.stop) for part in tokens.quotations)
    )


class Match(NamedTuple):
    """A place in each of two accounts that belong together, and why."""

    rule: str
    score: float
    """From 0 to 1."""
    left: tuple[Span, ...]
    right: tuple[Span, ...]
    reason: str
    """A sentence for the reader."""
    differences: tuple[NumberDifference, ...] = ()
    """The numbers that cannot both be right, if any: what they say contradicts each other."""

    def of(self, side: int) -> tuple[Span, ...]:
        """Return the place in the left (0) or the right (1) account."""
        return (self.left, self.right)[side]


def find_matches(left: AccountWords, right: AccountWords) -> list[Match]:
    """Return what two accounts both say, in the order of the left one."""
    quoted = [*_quotations(left, right)]
    others = (match for match in _statements(left, right) if not any(_covers(each, match) for each in quoted))
    return sorted((*quoted, *others), key=lambda match: match.left)


def _quotations(left: AccountWords, right: AccountWords) -> Iterator[Match]:
    ours, theirs = ([span.of(side.text) for span in side.quotations] for side in (left, right))
    for pair in same_quotations(ours, theirs):
        one, other = ours[pair.left], theirs[pair.right]
        yield Match(
            SAME_QUOTATION,
            pair.share,
            (left.quotations[pair.left],),
            (right.quotations[pair.right],),
            _quotation_reason(pair, one, other),
            differing_numbers(one, other, with_days=True),
        )


def _quotation_reason(pair: SameQuotation, one: str, other: str) -> str:
    """Return how two quotations differ: `… but “two” against “three”.`."""
    here, there = _differing(one, pair.only_left), _differing(other, pair.only_right)
    # What both have at another place does not differ.
    ours, theirs = _listed(words for words in here if words not in there), _listed(w for w in there if w not in here)
    more = ", and one of them more of it" if pair.has_more else ""
    if ours and theirs:
        return f"Both quote this, but {ours} against {theirs}{more}."
    if ours or theirs:
        return f"Both quote this, but one of them without {ours or theirs}{more}."
    if pair.has_more:
        return "Both quote this, one of them more of it."
    return "Both quote the same words." if pair.is_whole else "Both quote the same words in another order."


def _differing(words: str, spans: Sequence[Span]) -> list[str]:
    return [" ".join(span.of(words).split()) for span in spans]


def _listed(differing: Iterable[str]) -> str:
    return ", ".join(f"“{words}”" for words in islice(differing, _NAMED))


def _statements(left: AccountWords, right: AccountWords) -> Iterator[Match]:
    for pair in statement_pairs(left.statements, right.statements):
        one, other = left.statements[pair.left], right.statements[pair.right]
        with_days = pair.has_same_speaker or pair.score >= _COMPARE_DAYS
        differences = differing_numbers(one.text, other.text, with_days=with_days)
        yield Match(ONE_MATTER, pair.score, one.spans, other.spans, _pair_reason(pair), differences)


def _pair_reason(pair: StatementPair) -> str:
    words = [f"“{word}”" for word in pair.shared[:_NAMED]]
    listed = " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
    return f"Both have {listed}{', and the same speaker' if pair.has_same_speaker else ''}."


def _covers(quoted: Match, match: Match) -> bool:
    """Return whether a match is about a quotation that is matched already."""
    return all(_overlap(quoted.of(side), match.of(side)) for side in (0, 1))


def _overlap(one: Sequence[Span], other: Iterable[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for b in other for a in one)
