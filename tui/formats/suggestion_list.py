"""Write suggestions, as text and as JSON."""

from collections.abc import Iterable, Iterator
from typing import Any

from tui.attribution.suggestion import Suggestion
from tui.formats.plain.page import Page
from tui.layout.visible import make_visible

_QUOTE = 240
"""Code points of a draft's quote that are shown."""


def suggestion_lines(suggestions: Iterable[Suggestion], text: str, page: Page, *, explained: bool) -> Iterator[str]:
    """Yield each draft: its kind, speakers, score and rule, then its quote."""
    for item in suggestions:
        yield from page.rows(make_visible(_heading(item)), indent=2, hanging=2)
        yield from page.rows(make_visible(f"“{_shortened(quote_of(item, text))}”"), indent=4)
        if explained:
            yield from page.rows(make_visible(item.why), indent=4, hanging=2)


def suggestions_shape(suggestions: Iterable[Suggestion], article_id: str, text: str) -> list[dict[str, Any]]:
    """Return the drafts for an article as JSON, with places in code points."""
    return [
        {
            "article": article_id,
            "kind": item.kind,
            "speaker": list(item.speaker),
            "as": item.speaker_words,
            "speaker_span": list(item.speaker_span) if item.speaker_span else None,
            "cue": item.cue,
            "cue_span": list(item.cue_span),
            "spans": [list(span) for span in item.spans],
            "quote": quote_of(item, text),
            "hedge": item.hedge,
            "via": list(item.via),
            "rule": item.rule,
            "score": item.score,
            "why": item.why,
            "about": [],
        }
        for item in suggestions
    ]


def quote_of(item: Suggestion, text: str) -> str:
    """Return the words of a draft, its pieces joined by an ellipsis."""
    return " … ".join(" ".join(span.of(text).split()) for span in item.spans)


def _heading(item: Suggestion) -> str:
    speaker = ", ".join(item.speaker) + (f" (“{item.speaker_words}”)" if item.speaker_words else "")
    via = f", via {', '.join(item.via)}" if item.via else ""
    hedge = f", {item.hedge}" if item.hedge else ""
    return f"{item.score:.2f}  {item.kind}  {speaker}{via}: {item.cue}{hedge}  [{item.rule}]"


def _shortened(words: str) -> str:
    return words if len(words) <= _QUOTE else f"{words[:_QUOTE].rstrip()}…"
