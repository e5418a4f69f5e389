"""The figures over the disagreements: pure."""

from collections.abc import Sequence

from textual.content import Content

from tui.analysis.agreement.agreement import Contrast
from tui.analysis.agreement.coefficients import Undefined
from tui.analysis.agreement.figures import Figure, Measure
from tui.formats.agreement_words import LABELS, figure_basis, figure_interval, figure_value
from tui.layout.glyphs import Glyphs

FIRST_MEASURES = (
    Measure.EXACT_F1,
    Measure.COHEN_KAPPA,
    Measure.FLEISS_KAPPA,
    Measure.SPEAKER_ALPHA,
    Measure.PROPOSITION_ALPHA,
)
"""What is shown at first: a figure on spans, kinds, speakers and propositions."""
FIRST_COUNT = 4
"""How many of them a contrast has: one of the kappas."""
_LABEL, _VALUE, _INTERVAL, _DIFFER = 22, 6, 16, 6
"""The widths of the columns in cells."""


def chosen_figures(figures: Sequence[Figure], *, complete: bool) -> list[tuple[int, Figure]]:
    """Return all figures or the first of each sort, with their positions."""
    return [
        (position, figure) for position, figure in enumerate(figures) if complete or figure.measure in FIRST_MEASURES
    ]


def figure_lines(
    contrast: Contrast, figures: Sequence[tuple[int, Figure]], intervals: int, glyphs: Glyphs
) -> list[Content]:
    """Return a head and a line for each figure.

    `intervals` says of how many figures the interval is known.
    """
    head = (" " * _LABEL, f"{'value':>{_VALUE}}", f"{'differ':>{_DIFFER}}", f"{'95 % interval':<{_INTERVAL}}", "of")
    lines = [Content.styled("  ".join(head), "$quiet")]
    for position, figure in figures:
        is_undefined = isinstance(figure.value, Undefined)
        interval = figure_interval(figure) if is_undefined or position < intervals else glyphs.own("…")
        lines.append(
            Content.assemble(
                f"{LABELS[figure.measure]:<{_LABEL}}  ",
                (f"{glyphs.own(figure_value(figure)):>{_VALUE}}  ", "$quiet" if is_undefined else "bold"),
                f"{contrast.count_for(figure.measure):>{_DIFFER},}  ",
                (f"{interval:<{_INTERVAL}}  ", "$quiet"),
                (figure_basis(figure), "$quiet"),
            )
        )
    return lines


def cut_figures(lines: Sequence[Content], limit: int) -> list[Content]:
    """Return `limit` lines, of which the last says how many more there are."""
    if len(lines) <= limit:
        return [*lines]
    return [*lines[: limit - 1], Content.styled(f"and {len(lines) - limit + 1} more", "$quiet")]
