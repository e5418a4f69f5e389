"""Print what anchoring costs: `python benchmarks/anchoring.py [WORDS] [QUOTES]`, from the repository's root.

The text is generated, from a fixed seed, with the word frequencies of prose. Figures are microseconds a quote, the
whole batch divided by its quotes, and the share of quotes placed where their words went.
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
    """Words, each with the number that it had in the first version; a new word has -1."""

    words: list[tuple[str, int]]


def vocabulary(chance: random.Random, size: int = 20_000) -> list[str]:
    """Return made-up words."""
    return ["".join(chance.choices(LETTERS, k=chance.randint(2, 9))) for _ in range(size)]


def generate(chance: random.Random, known: Sequence[str], words: int) -> list[Paragraph]:
    """Return paragraphs of 40 to 120 words whose frequencies follow Zipf's law."""
    weights = list(accumulate(1 / rank for rank in range(3, len(known) + 3)))
    flow = chance.choices(known, cum_weights=weights, k=words)
    paragraphs, begin = [], 0
    while begin < words:
        end = min(words, begin + chance.randint(40, 120))
        paragraphs.append(Paragraph([(flow[number], number) for number in range(begin, end)]))
        begin = end
    return paragraphs


def edit(chance: random.Random, known: Sequence[str], paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs with some words changed and some paragraphs moved."""
    edited = [Paragraph([each for word in old.words for each in _edited(chance, known, word)]) for old in paragraphs]
    movers = chance.sample(range(len(edited)), int(MOVED * len(edited)))
    targets = chance.sample(movers, len(movers))
    moved = list(edited)
    for source, target in zip(movers, targets, strict=True):
        moved[target] = edited[source]
    return moved


def _edited(chance: random.Random, known: Sequence[str], word: tuple[str, int]) -> list[tuple[str, int]]:
    if chance.random() >= EDITED:
        return [word]
    other = (chance.choice(known), -1)
    return chance.choice([[other], [], [word, other]])


def join(paragraphs: Sequence[Paragraph]) -> tuple[str, dict[int, tuple[int, int]]]:
    """Return the text, and where each numbered word stands in it, in code points."""
    pieces, places, length = [], {}, 0
    for paragraph in paragraphs:
        for position, (word, number) in enumerate(paragraph.words):
            places[number] = (length, length + len(word))
            ending = "\n\n" if position == len(paragraph.words) - 1 else " "
            pieces.append(word + ending)
            length += len(word) + len(ending)
    return "".join(pieces), places


def mark(
    chance: random.Random, paragraphs: Sequence[Paragraph], places: dict[int, tuple[int, int]], quotes: int
) -> list[tuple[int, int]]:
    """Return the first and last word of passages of 6 to 30 words, each within a paragraph."""
    starts = [paragraph.words[0][1] for paragraph in paragraphs]
    marked: list[tuple[int, int]] = []
    while len(marked) < quotes:
        first = chance.randrange(len(places))
        last = first + chance.randint(5, 29)
        if last < len(places) and bisect_right(starts, first) == bisect_right(starts, last):
            marked.append((first, last))
    return marked


def right(anchor_found: Anchor, marked: tuple[int, int], places: dict[int, tuple[int, int]]) -> bool:
    """Tell whether a settled place covers the words that are left of the passage, by 0.8 or more."""
    left = [places[number] for number in range(marked[0], marked[1] + 1) if number in places]
    if not left or anchor_found.start is None or anchor_found.end is None:
        return False
    start, end = left[0][0], left[-1][1]
    common = min(end, anchor_found.end) - max(start, anchor_found.start)
    return common >= 0.8 * (max(end, anchor_found.end) - min(start, anchor_found.start))


def report(
    title: str,
    text: str,
    selectors: Sequence[TextSelector],
    marked: Sequence[tuple[int, int]],
    places: dict[int, tuple[int, int]],
) -> None:
    """Anchor the batch and print a row."""
    began = time.perf_counter()
    found = anchor_all(text, selectors)
    spent = time.perf_counter() - began
    settled = [(each, words) for each, words in zip(found, marked, strict=True) if each.start is not None]
    good = sum(right(each, words, places) for each, words in settled)
    states = ", ".join(f"{sum(each.state is state for each in found)} {state}" for state in AnchorState)
    print(
        f"{title:34} {1e6 * spent / len(selectors):7.1f} us a quote   right {100 * good / len(found):.2f}%   "
        f"wrong {100 * (len(settled) - good) / len(found):.2f}%   {states}"
    )


def main(words: int = 100_000, quotes: int = 10_000) -> None:
    """Print the figures for a text of so many words and a batch of so many quotes."""
    chance = random.Random(5)  # noqa: S311 - not a secret
    known = vocabulary(chance)
    paragraphs = generate(chance, known, words)
    text, places = join(paragraphs)
    marked = mark(chance, paragraphs, places, quotes)
    spans = [(places[first][0], places[last][1]) for first, last in marked]
    began = time.perf_counter()
    selectors = [describe(text, start, end) for start, end in spans]
    print(f"{'describe':34} {1e6 * (time.perf_counter() - began) / quotes:7.1f} us a quote")
    report("unchanged", text, selectors, marked, places)
    shift = len("A line that was not there.\n\n")
    later = {number: (start + shift, end + shift) for number, (start, end) in places.items()}
    report("a line put before all", "A line that was not there.\n\n" + text, selectors, marked, later)
    changed, changed_places = join(edit(chance, known, paragraphs))
    report("5% edited, paragraphs moved", changed, selectors, marked, changed_places)
    began = time.perf_counter()
    for selector in selectors[:20]:
        anchor(changed, selector)
    print(f"{'the same, one at a time':34} {1e6 * (time.perf_counter() - began) / 20:7.1f} us a quote")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
