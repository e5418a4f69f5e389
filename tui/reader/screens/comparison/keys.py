"""The comparison's own keys: in its footer and in the help."""

from collections.abc import Sequence

from tui.analysis.comparison import Status
from tui.reader.widgets.key_bar import HELP, Hint

STATUS_KEYS = {
    Status.DISPUTED: "d",
    Status.AGREED: "a",
    Status.REJECTED: "r",
    Status.OPEN: "o",
    Status.DOUBTFUL: "u",
}
"""The key that filters by a status."""

COMPARISON_KEYS = (
    ("Enter", "Go to the evidence; again for the next piece of it."),
    ("← →", "Go to the proposition or an account."),
    ("1 – 9", "Show what this account alone tells."),
    ("m", "Show what an account leaves out, one after the other."),
    ("v", "Show what has one verdict, or none, one after the other."),
    ("i", "Show or fold what one account alone tells."),
    *((key, f"Show what is {status}.") for status, key in STATUS_KEYS.items()),
    ("s", "Sort by status, division, spread, or as told."),
    ("b", "Open the codebook at the proposition."),
    ("E", "Export as Markdown or in another format."),
    ("Esc", "Show all, then close."),
)

_FEW = 3
"""Accounts whose sigla the footer names."""


def comparison_hints(sigla: Sequence[str], *, filtered: bool, narrow: bool) -> list[Hint]:
    """Return the footer's keys, of which a narrow one has fewer."""
    return [
        Hint("Enter", "go to it", "take"),
        *_only_hint(sigla, narrow=narrow),
        Hint("m", "left out" if narrow else "left out by", "missing"),
        *([] if narrow else [Hint("s", "sort", "order")]),
        Hint("E", "export", "run('export')"),
        *([] if narrow else [Hint("b", "codebook", "run('codebook')")]),
        HELP,
        Hint("Esc", "show all" if filtered else "close", "back"),
    ]


def _only_hint(sigla: Sequence[str], *, narrow: bool) -> list[Hint]:
    numbers = [str(number) for number, _ in zip(range(1, 10), sigla, strict=False)]
    if len(numbers) < 2:
        return []
    if narrow or len(sigla) > _FEW:
        return [Hint(f"{numbers[0]}–{numbers[-1]}", "only one", "only(1)")]
    return [Hint(" ".join(numbers), f"only {', '.join(sigla)}", "only(1)")]
