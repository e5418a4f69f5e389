"""The keys of the agreement's screen: in its footer and in the help."""

from tui.analysis.agreement.disagreements import Difference
from tui.reader.widgets.key_bar import HELP, Hint

DIFFERENCE_KEYS = {
    Difference.MARKED: "m",
    Difference.SPAN: "n",
    Difference.KIND: "i",
    Difference.SPEAKER: "s",
    Difference.PROPOSITION: "p",
}
"""The keys that show only places with one sort of difference."""
AGREEMENT_KEYS = (
    ("Enter", "Go to the place in the text."),
    ("Tab Shift+Tab", "Compare the next two annotators, the two before, or all."),
    ("w", "Choose who is compared."),
    (" ".join(DIFFERENCE_KEYS.values()), "Show what not all marked, other spans, kinds, speakers, propositions."),
    ("/", "Show places with some words."),
    ("o", "Sort by place, by what differs, or by how much."),
    ("f", "Show all figures, or the first of each sort."),
    ("q C", "Close."),
    ("Esc", "Show all places, then close."),
)


def agreement_hints(*, empty: bool, pairs: bool, filtered: bool) -> list[Hint]:
    """Return the footer's keys."""
    return [
        *([] if empty else [Hint("Enter", "go to it", "take")]),
        *([Hint("Tab", "next two", "turn(1)"), Hint("w", "whom", "choose")] if pairs else []),
        Hint("/", "words", "type"),
        Hint("o", "sort", "order"),
        Hint("f", "figures", "figures"),
        HELP,
        Hint("Esc", "clear" if filtered else "close", "back"),
    ]
