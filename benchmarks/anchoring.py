"""Measure anchoring: `python benchmarks/anchoring.py [WORDS] [QUOTES]`.

Run it in the repository's root. The text is generated from a fixed seed with the word frequencies of prose. The figures
are the mean microseconds per quote, and the share of quotes anchored where their words went.
"""

import random
import sys
import time
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from tui.anchoring import anchor, anchor_all, describe
from tui.model import Anchor, AnchorState, TextSelector

LETTERS = "etaoinshrdlucmfwypvbgk"
EDITED = 0.05
"""The share of words that are replaced, removed or doubled."""
MOVED = 0.2
"""The share of paragraphs that move."""


@dataclass
class Paragraph:
    """Words with their numbers in the first version, -1 for a new word."""

    words: list[tuple[str, int]]


def vocabulary(chance: random.Random, size: int = 20_000) -> list[str]:
    """Return made-up words."""
    return ["".join(chance.choices(LETTERS, k=chance.randint(2, 9))) for _ in range(size)]


def generate(chance: random.Random, lexicon: Sequence[str], words: int) -> list[Paragraph]:
    """Return paragraphs of 40 to 120 words with frequencies by Zipf's law."""
    weights = list(accumulate(1 / rank for rank in range(3, len(lexicon) + 3)))
    flow = chance.choices(lexicon, cum_weights=weights, k=words)
    paragraphs, begin = [], 0
    while begin < words:
        end = min(words, begin + chance.randint(40, 120))
        paragraphs.append(Paragraph([(flow[number], number) for number in range(begin, end)]))
        begin = end
    return paragraphs


def edit(chance: random.Random, lexicon: Sequence[str], paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs with some words changed and some paragraphs moved."""
    edited = [Paragraph([new for old in part.words for new in _edited(chance, lexicon, old)]) for part in paragraphs]
    movers = chance.sample(range(len(edited)), int(MOVED * len(edited)))
    targets = chance.sample(movers, len(movers))
    moved = list(edited)
    for source, target in zip(movers, targets, strict=True):
        moved[target] = edited[source]
    return moved


def _edited(chance: random.Random, lexicon: Sequence[str], word: tuple[str, int]) -> list[tuple[str, int]]:
    if chance.random() >= EDITED:
        return [word]
    other = (chance.choice(lexicon), -1)
    return chance.choice([[other], [], [word, other]])


def join(paragraphs: Sequence[Paragraph]) -> tuple[str, dict[int, tuple[int, int]]]:
    """Return the text, and the span of each numbered word in code points."""
    pieces, word_spans, length = [], {}, 0
    for paragraph in paragraphs:
        for position, (word, number) in enumerate(paragraph.words):
            word_spans[number] = (length, length + len(word))
            ending = "\n\n" if position == len(paragraph.words) - 1 else " "
            pieces.append(word + ending)
            length += len(word) + len(ending)
    return "".join(pieces), word_spans


def mark(
    chance: random.Random, paragraphs: Sequence[Paragraph], word_spans: dict[int, tuple[int, int]], quotes: int
) -> list[tuple[int, int]]:
    """Return the first and last words of passages of 6 to 30 words.

    Each passage is within a paragraph.
    """
    starts = [paragraph.words[0][1] for paragraph in paragraphs]
    passages: list[tuple[int, int]] = []
    while len(passages) < quotes:
        first = chance.randrange(len(word_spans))
        last = first + chance.randint(5, 29)
        if last < len(word_spans) and bisect_right(starts, first) == bisect_right(starts, last):
            passages.append((first, last))
    return passages


def is_right(found: Anchor, passage: tuple[int, int], word_spans: dict[int, tuple[int, int]]) -> bool:
    """Return whether an anchor and what is left of its passage overlap by 0.8."""
    left = [word_spans[number] for number in range(passage[0], passage[1] + 1) if number in word_spans]
    if not left or found.start is None or found.end is None:
        return False
    start, end = left[0][0], left[-1][1]
    common = min(end, found.end) - max(start, found.start)
    return common >= 0.8 * (max(end, found.end) - min(start, found.start))


def report(
    title: str,
    text: str,
    selectors: Sequence[TextSelector],
    passages: Sequence[tuple[int, int]],
    word_spans: dict[int, tuple[int, int]],
) -> None:
    """Anchor the batch and print a row."""
    started = time.perf_counter()
    anchors = anchor_all(text, selectors)
    seconds = time.perf_counter() - started
    placed = [(anchor, passage) for anchor, passage in zip(anchors, passages, strict=True) if anchor.start is not None]
    right = sum(is_right(anchor, passage, word_spans) for anchor, passage in placed)
    states = ", ".join(f"{sum(anchor.state is state for anchor in anchors)} {state}" for state in AnchorState)
    print(
        f"{title:34} {1e6 * seconds / len(selectors):7.1f} us a quote   right {100 * right / len(anchors):.2f}%   "
        f"wrong {100 * (len(placed) - right) / len(anchors):.2f}%   {states}"
    )


def main(words: int = 100_000, quotes: int = 10_000) -> None:
    """Print the figures for a text of `words` words and for `quotes` quotes."""
    chance = random.Random(5)  # noqa: S311 - not a secret
    lexicon = vocabulary(chance)
    paragraphs = generate(chance, lexicon, words)
    text, word_spans = join(paragraphs)
    passages = mark(chance, paragraphs, word_spans, quotes)
    spans = [(word_spans[first][0], word_spans[last][1]) for first, last in passages]
    started = time.perf_counter()
    selectors = [describe(text, start, end) for start, end in spans]
    print(f"{'describe':34} {1e6 * (time.perf_counter() - started) / quotes:7.1f} us a quote")
    report("unchanged", text, selectors, passages, word_spans)
    new_line = "A line that was not there.\n\n"
    shift = len(new_line)
    later = {number: (start + shift, end + shift) for number, (start, end) in word_spans.items()}
    report("a line added at the start", new_line + text, selectors, passages, later)
    changed, changed_spans = join(edit(chance, lexicon, paragraphs))
    report("5% edited, paragraphs moved", changed, selectors, passages, changed_spans)
    started = time.perf_counter()
    for selector in selectors[:20]:
        anchor(changed, selector)
    print(f"{'the same, one at a time':34} {1e6 * (time.perf_counter() - started) / 20:7.1f} us a quote")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
