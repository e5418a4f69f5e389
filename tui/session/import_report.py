"""Say in words what an import would do."""

from collections import Counter
from collections.abc import Iterator

from tui.formats.phrasing import count_noun, shorten
from tui.model import AnchorState
from tui.session.import_codebook import CodebookAdditions
from tui.session.import_plan import ImportedAnnotation, ImportOutcome, ImportPlan

_STATE_WORDS = {AnchorState.ADJUSTED: "adjusted", AnchorState.REVIEW: "to review"}


def figures(plan: ImportPlan) -> str:
    """Return the numbers: `12 new, 4 known, 2 without a place`."""
    states = plan.states
    without = states.get(AnchorState.ORPHAN, 0)
    new = len(plan.of(ImportOutcome.NEW)) - without
    doubtful = [(words, states.get(state, 0)) for state, words in _STATE_WORDS.items()]
    details = ", ".join(f"{number} {words}" for words, number in doubtful if number)
    known = len(plan.of(ImportOutcome.KNOWN)) + len(plan.of(ImportOutcome.CHANGED))
    return f"{new} new{f' ({details})' if details else ''}, {known} known, {without} without a place"


def codebook_lines(additions: CodebookAdditions) -> Iterator[str]:
    """Yield what is new in the codebook, and which sentences differ there."""
    numbers = (
        (len(additions.propositions), "proposition"),
        (len(additions.kinds), "kind"),
        (len(additions.speakers), "speaker"),
        (len(additions.annotators), "annotator"),
    )
    if additions.change:
        yield f"for the codebook: {', '.join(count_noun(number, noun) for number, noun in numbers if number)}"
    for slug in additions.differing:
        yield f"{slug} stands for another sentence in this workspace; its sentence here stays"


def without_place(plan: ImportPlan, most: int) -> Iterator[str]:
    """Yield the new annotations whose quote is nowhere, so many at most."""
    listed = [each for each in plan.of(ImportOutcome.NEW) if each.anchor and each.anchor.state is AnchorState.ORPHAN]
    yield from (
        f"  without a place: {_where(each)}: “{shorten(each.foreign.annotation.quote)}”" for each in listed[:most]
    )
    if len(listed) > most:
        yield f"  and {len(listed) - most} more without a place"


def missing_articles(plan: ImportPlan, advice: str, most: int) -> Iterator[str]:
    """Yield the articles that are not here, so many at most, with an advice."""
    missing = plan.of(ImportOutcome.NO_ARTICLE)
    names = dict.fromkeys(each.foreign.article.name or "no name" for each in missing)
    if missing:
        yield f"{count_noun(len(missing), 'annotation')} of articles that are not here; {advice}:"
        first = {each.foreign.article.name or "no name": each.foreign.line for each in reversed(missing)}
        yield from (f"  {name}{f', from line {first[name]}' * (first[name] > 1)}" for name in list(names)[:most])


def signatures(plan: ImportPlan) -> str:
    """Return who signs the new annotations: `signed: Mira (3), ada (1)`."""
    new = (each.annotation for each in plan.of(ImportOutcome.NEW))
    counts = Counter(annotation.annotator for annotation in new if annotation)
    signed = (f"{name or 'nobody'} ({count:,})" for name, count in counts.most_common())
    return f"signed: {', '.join(signed)}" if counts else ""


def _where(each: ImportedAnnotation) -> str:
    """Return an annotation's article, and its line: `north, line 12`.

    A file may be one line, so the first one says nothing.
    """
    article = each.annotation.article if each.annotation else ""
    return f"{article}, line {each.foreign.line}" if each.foreign.line > 1 else article
