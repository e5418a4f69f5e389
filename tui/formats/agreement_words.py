"""Plain English for figures of agreement and what annotators differ in."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from tui.analysis.agreement.agreement import Agreement, Contrast
from tui.analysis.agreement.bootstrap import MIN_PARTS
from tui.analysis.agreement.codings import Coding
from tui.analysis.agreement.coefficients import Undefined
from tui.analysis.agreement.disagreements import Difference
from tui.analysis.agreement.figures import MIN_ANNOTATORS, Figure, Measure
from tui.analysis.agreement.matching import Unit
from tui.formats.phrasing import and_list, count_noun
from tui.model import OWN_VOICE

NO_NAME = "no name"
"""Who made the records without an annotator."""
NO_PROPOSITION = "no proposition"
NOT_MARKED = "did not mark it"
LABELS: Mapping[Measure, str] = MappingProxyType(
    {
        Measure.EXACT_F1: "Spans, exact: F1",
        Measure.OVERLAP_F1: "Spans, overlapping: F1",
        Measure.UNITIZING_ALPHA: "Spans: unitizing alpha",
        Measure.POINT_ALPHA: "Marked text: alpha",
        Measure.COHEN_KAPPA: "Kind: Cohen's kappa",
        Measure.FLEISS_KAPPA: "Kind: Fleiss' kappa",
        Measure.KIND_ALPHA: "Kind: alpha",
        Measure.SPEAKER_SHARE: "Speaker: share",
        Measure.SPEAKER_ALPHA: "Speaker: alpha",
        Measure.PROPOSITION_SHARE: "Proposition: share",
        Measure.PROPOSITION_ALPHA: "Proposition: alpha",
    }
)
_SINGULAR = {
    "marked places": "marked place",
    "shared places": "shared place",
    "places of all": "place of all",
    "code points": "code point",
}
DIFFERENCE_LABELS: Mapping[Difference, str] = MappingProxyType(
    {
        Difference.MARKED: "not marked by all",
        Difference.SPAN: "other span",
        Difference.KIND: "other kind",
        Difference.SPEAKER: "other speaker",
        Difference.PROPOSITION: "other proposition",
    }
)


def shown_annotator(name: str) -> str:
    """Return a name to show, also for records without one."""
    return name or NO_NAME


def contrast_title(contrast: Contrast) -> str:
    """Return whose agreement it is, as in `Ada and Ben`."""
    return and_list([shown_annotator(name) for name in contrast.annotators])


def agreement_heading(agreement: Agreement) -> str:
    """Return how many are compared, as in `3 annotators in 2 articles`."""
    people = count_noun(len(agreement.annotators), "annotator")
    return f"Agreement of {people} in {count_noun(len(agreement.whole.articles), 'article')}"


def uncompared(agreement: Agreement) -> Iterator[str]:
    """Yield why figures are missing, and what does not count."""
    if len(agreement.annotators) < MIN_ANNOTATORS:
        yield "Fewer than two annotators have records here, so there is nothing to compare."
        return
    if not agreement.whole.articles:
        yield "No article was read by two of them, so there is nothing to compare."
    unread = sum(not article.by_annotator for article in agreement.left_out)
    if unread:
        yield f"Left out: {count_noun(unread, 'article')} that none of them read"
    for article in agreement.left_out:
        for name in article.by_annotator:
            yield f"Left out: {article.id}, which only {shown_annotator(name)} read"
    for coding in agreement.doubtful:
        ids = ", ".join(coding.ids)
        yield f"Left out: {ids} in {coding.article} by {shown_annotator(coding.annotator)}, as its place is not certain"


def figure_value(figure: Figure) -> str:
    """Return a value to three places, or a dash."""
    return "–" if isinstance(figure.value, Undefined) else f"{figure.value:.3f}"


def figure_interval(figure: Figure) -> str:
    """Return an interval, as in `0.412 to 0.731`, or why there is no value."""
    if isinstance(figure.value, Undefined):
        return str(figure.value)
    return f"{figure.interval.low:.3f} to {figure.interval.high:.3f}" if figure.interval else ""


def figure_basis(figure: Figure) -> str:
    """Return what was compared, as in `12 shared places`."""
    compared = str(figure.compared)
    return f"{figure.units:,} {_SINGULAR.get(compared, compared) if figure.units == 1 else compared}"


def remarks(agreement: Agreement) -> Iterator[str]:
    """Yield what the tables of figures leave open."""
    figures = (figure for contrast in agreement.shown for figure in contrast.figures)
    if any(not figure.interval and not isinstance(figure.value, Undefined) for figure in figures):
        yield f"An interval needs {MIN_PARTS} places, and for code points {MIN_PARTS} articles."
    if agreement.pairs and agreement.shown:
        yield "To list what two people differ in, name both with --annotator."


def coding_parts(coding: Coding) -> tuple[str, str, str]:
    """Return what somebody chose: the kind, who speaks, and of what."""
    return coding.kind, and_list(coding.speakers) or OWN_VOICE, coding.about or NO_PROPOSITION


def disagreements_heading(contrast: Contrast) -> str:
    """Return how many there are: `3 disagreements of Ada and Ben, 1 settled`."""
    settled = len(contrast.disagreements) - len(contrast.open)
    if contrast.only_open and settled:
        return open_disagreements(contrast)
    total = f"{count_noun(len(contrast.disagreements), 'disagreement')} of {contrast_title(contrast)}"
    return f"{total}, {settled:,} settled" if settled else total


def open_disagreements(contrast: Contrast) -> str:
    """Return what is left: `4 of 9 disagreements not settled, at 2 places`."""
    total = count_noun(len(contrast.disagreements), "disagreement")
    if not contrast.open:
        return f"{total}, all settled"
    # By identity, since to compare the units of many records takes long.
    places = count_noun(len({id(disagreement.unit) for disagreement in contrast.open}), "place")
    return f"{len(contrast.open):,} of {total} not settled, at {places}"


def place_in_words(unit: Unit, differences: Iterable[str]) -> str:
    """Return a place, as in `12–31 other kind, settled by Ada`."""
    start, end = unit.place
    by = and_list([shown_annotator(name) for name in unit.settled_by])
    return f"{start}–{end} {', '.join((*differences, f'settled by {by}') if by else differences)}"
