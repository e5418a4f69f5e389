"""The keys of the agreement's screen: in its footer and in the help."""

from tui.analysis.agreement.disagreements import Difference
from tui.analysis.agreement.figures import MIN_ANNOTATORS
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
    ("1 – 9", "Settle the place as this annotator marked it, or did not mark it."),
    ("b", "Settle it by what each of them marked."),
    ("e", "Settle it by something else: a form opens, filled in."),
    ("0", "Settle that nothing is to be marked."),
    ("t", "Show settled places too, or only open ones."),
    ("u Ctrl+R", "Undo, redo."),
    ("U", "Skip the step that could not be undone or redone."),
    ("o", "Sort by place, by what differs, or by how much."),
    ("f", "Show all figures, or the first of each sort."),
    ("q C", "Close."),
    ("Esc", "Show all places, then close."),
)


def agreement_hints(*, empty: bool, annotators: int, pairs: bool, filtered: bool, can_undo: bool) -> list[Hint]:
    """Return the footer's keys, of which some need a place or many annotators."""
    if annotators < MIN_ANNOTATORS:
        return [HELP, Hint("Esc", "close", "back")]
    numbers = "1 2" if annotators == MIN_ANNOTATORS else f"1 – {min(9, annotators)}"
    settling = [
        Hint("Enter", "go to it", "take"),
        Hint(numbers, "settle as", "settle_side(1)"),
        Hint("b", "both" if annotators == MIN_ANNOTATORS else "each", "settle('both')"),
        Hint("e", "other", "settle('third')"),
        Hint("0", "neither", "settle('neither')"),
    ]
    return [
        *([] if empty else settling),
        *([Hint("u", "undo", "settle('undo')")] if can_undo else []),
        *([Hint("Tab", "next two", "turn(1)"), Hint("w", "whom", "choose")] if pairs else []),
        Hint("/", "words", "type"),
        Hint("o", "sort", "order"),
        Hint("f", "figures", "figures"),
        HELP,
        Hint("Esc", "clear" if filtered else "close", "back"),
    ]
