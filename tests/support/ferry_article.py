"""An article about a ferry, its quotes, and their places after an edit."""

from tui.anchoring import describe
from tui.model import Anchor, TextSelector

OPENING = "The ferry Aurora ran aground off the northern coast late on Friday, the harbour office said.\n\n"
RESCUE = (
    "Rescue boats brought 212 passengers ashore before dawn. At least 16 people were killed in the accident, "
    "according to the coast guard. Divers went on searching the lower decks.\n\n"
)
OWNER = (
    "The owner of the ferry said that the crew had followed every rule. “We don’t believe that the captain was "
    "at fault,” a spokeswoman told reporters in the capital.\n\n"
)
INQUIRY = "A public inquiry opens next week. Its chair has promised a report before the end of the year.\n"
ARTICLE = OPENING + RESCUE + OWNER + INQUIRY
KILLED = "At least 16 people were killed in the accident, according to the coast guard."
COPY = "\nTo sum up what is known so far. " + KILLED + " More will follow on this page.\n"


def selector_of(quote: str, text: str = ARTICLE) -> TextSelector:
    """Return the selector of the first `quote` in `text`."""
    start = text.index(quote)
    return describe(text, start, start + len(quote))


def anchored_text(text: str, anchor: Anchor) -> str:
    """Return the text at an anchor, empty if it has no place."""
    return text[anchor.start : anchor.end] if anchor.start is not None else ""


def candidate_texts(text: str, anchor: Anchor) -> list[str]:
    """Return the text of each candidate of an anchor, best first."""
    return [text[candidate.start : candidate.end] for candidate in anchor.candidates]
