"""Measure suggestions against people's attributions.

    PYTHONPATH=. python benchmarks/attribution.py CORPUS.jsonl.gz [--most N] [--threshold P] [--language CODE]

Run it in the repository's root. A line of the corpus is a text with its attributions, each with pieces in code points:
`{"id": …, "text": …, "attributions": [{"source": [[s, e]], "cue": [[s, e]], "content": [[s, e], …]}]}`.
"""

import argparse
import gzip
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from tui.attribution.attribution import THRESHOLD
from tui.attribution.lexicon import Lexicon, load_lexicon
from tui.attribution.suggestion import Suggestion, draft_suggestions

QUOTES = frozenset('"“”„«»')
Pieces = Iterable[Sequence[int]]
Letters = frozenset[int]
"""The offsets of what is no white space in pieces of a text."""


@dataclass
class Score:
    """How many of some are right, and of how many."""

    right: int = 0
    whole: int = 0

    def add(self, right: int, whole: int = 1) -> None:
        self.right += right
        self.whole += whole

    def __str__(self) -> str:
        return f"{self.right / max(1, self.whole):.3f}"


@dataclass
class Tally:
    """The scores of all texts."""

    precision: Score = field(default_factory=Score)
    recall: Score = field(default_factory=Score)
    reporting_precision: Score = field(default_factory=Score)
    reporting_recall: Score = field(default_factory=Score)
    content_precision: Score = field(default_factory=Score)
    content_recall: Score = field(default_factory=Score)
    source: Score = field(default_factory=Score)
    words: int = 0
    seconds: float = 0

    def lines(self) -> Iterator[str]:
        """Yield the figures."""
        speed = self.seconds * 1e6 / max(1, self.words)
        yield f"{self.words} words, {speed:.1f} ms a thousand words (CPU time)"
        yield f"all cues:             precision {self.precision} recall {self.recall}"
        yield f"reporting cues:       precision {self.reporting_precision} recall {self.reporting_recall}"
        yield f"content of the hits:  precision {self.content_precision} recall {self.content_recall}"
        yield f"source of the hits:   {self.source} right"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures of a corpus."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--most", type=int, help="read only so many texts")
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    parser.add_argument("--language", default="en")
    options = parser.parse_args(arguments)
    tally = Tally()
    for text in islice(_texts(options.corpus), options.most):
        began = time.process_time()
        drafts = draft_suggestions(text["text"], options.language, options.threshold)
        tally.seconds += time.process_time() - began
        count(text, drafts, load_lexicon(options.language), tally)
    print(*tally.lines(), sep="\n")


def _texts(corpus: Path) -> Iterator[dict[str, Any]]:
    opener = gzip.open if corpus.suffix == ".gz" else open
    with opener(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def count(item: dict[str, Any], drafts: Sequence[Suggestion], lexicon: Lexicon, tally: Tally) -> None:
    """Add one text to the scores.

    A draft is a hit if its cue shares a letter with a cue that people marked. A cue is a reporting one if it has a form
    of a verb of saying or if its content has a quotation mark.
    """
    text = item["text"]
    marked = [mark for mark in item["attributions"] if mark["cue"]]
    cues = [letters(text, mark["cue"]) for mark in marked]
    found: set[int] = set()
    for draft in drafts:
        cue = letters(text, [draft.cue_span])
        number = max(range(len(cues)), key=lambda index: len(cue & cues[index]), default=-1)
        is_hit = number >= 0 and bool(cue & cues[number])
        tally.precision.add(is_hit)
        if _reports(text, [draft.cue_span], draft.spans, lexicon):
            tally.reporting_precision.add(is_hit)
        if is_hit:
            found.add(number)
            _count_hit(text, draft, marked[number], tally)
    for number, mark in enumerate(marked):
        tally.recall.add(number in found)
        if _reports(text, mark["cue"], mark["content"], lexicon):
            tally.reporting_recall.add(number in found)
    tally.words += len(text.split())


def _count_hit(text: str, draft: Suggestion, mark: dict[str, Any], tally: Tally) -> None:
    mine, theirs = letters(text, draft.spans), letters(text, mark["content"])
    tally.content_precision.add(len(mine & theirs), len(mine))
    tally.content_recall.add(len(mine & theirs), len(theirs))
    if mark["source"]:
        span = [draft.speaker_span] if draft.speaker_span else []
        tally.source.add(bool(letters(text, span) & letters(text, mark["source"])))


def letters(text: str, pieces: Pieces) -> Letters:
    """Return the offsets of what is no white space in pieces of a text."""
    return frozenset(place for start, end in pieces for place in range(start, end) if not text[place].isspace())


def _reports(text: str, cue: Pieces, content: Pieces, lexicon: Lexicon) -> bool:
    words = " ".join(text[start:end] for start, end in cue).lower().split()
    verbs = [lexicon.verbs[word] for word in words if word in lexicon.verbs]
    quoted = any(not QUOTES.isdisjoint(text[start:end]) for start, end in content)
    return quoted or "according" in words or any("say" in verb.classes for verb in verbs)


if __name__ == "__main__":
    main()
