"""Choose which records an export has, by what a form says."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tui.analysis.annotators import annotators_of
from tui.analysis.filters import Filter
from tui.analysis.folding import fold
from tui.errors import UsageError
from tui.model import Annotation, Codebook, Collation
from tui.session.codebook_names import known_names
from tui.session.known_annotators import known_annotators, unknown_among, unknown_annotator
from tui.session.name_list import join_names, split_names
from tui.session.unknown_values import unknown_value


class FilterRow(NamedTuple):
    """A field of a form that filters, and what it can be."""

    name: str
    """That of the field of `Filter`."""
    label: str
    value: str
    """What is chosen, separated by semicolons."""
    offers: tuple[tuple[str, str], ...] = ()
    """Values with what is shown of each."""


def filter_fields(collation: Collation, chosen: Filter) -> tuple[FilterRow, ...]:
    """Return the fields of a form, with the values that the records have."""
    names, annotations = known_names(collation), tuple(_annotations(collation))
    kinds = tuple((kind.name, kind.label) for kind in collation.codebook.kinds.values())
    about = tuple((proposition.slug, proposition.text) for proposition in names.propositions)
    articles = tuple((account.article.id, account.article.title) for account in collation.articles_once)
    return (
        FilterRow("kinds", "Kind", join_names(chosen.kinds), kinds),
        FilterRow("speakers", "Speaker", join_names(chosen.speakers), _same(names.speakers)),
        FilterRow("about", "About", join_names(chosen.about), about),
        FilterRow("articles", "Article", join_names(chosen.articles), articles),
        FilterRow("annotators", "By", join_names(chosen.annotators), _same(filter(None, annotators_of(collation)))),
        FilterRow("tags", "Tag", join_names(chosen.tags), _same(_sorted(each.tags for each in annotations))),
        FilterRow("via", "Via", join_names(chosen.via), _same(_sorted(each.via for each in annotations))),
        FilterRow("text", "Words", chosen.text),
    )


def filter_from_form(values: Mapping[str, str], collation: Collation) -> Filter:
    """Return the filter that a form says, or raise UsageError.

    `collation` is all that is open: of it, fewer records may be chosen.
    """
    lists = {name: split_names(value) for name, value in values.items() if name != "text"}
    book = collation.codebook
    chosen = Filter(
        kinds=tuple(_known_kind(book, name) for name in lists["kinds"]),
        speakers=lists["speakers"],
        about=tuple(_known_slug(collation, name) for name in lists["about"]),
        articles=tuple(_known_article(collation, name) for name in lists["articles"]),
        annotators=tuple(_known_annotator(collation, name) for name in lists["annotators"]),
        tags=lists["tags"],
        via=lists["via"],
        text=values["text"].strip(),
    )
    if message := unknown_value(chosen, collation, "nothing to export"):
        raise UsageError(message)
    return chosen


def _annotations(collation: Collation) -> Iterable[Annotation]:
    return (placed.annotation for account in collation.articles_once for placed in account.placed)


def _sorted(values: Iterable[tuple[str, ...]]) -> list[str]:
    return sorted({value for each in values for value in each}, key=fold)


def _same(values: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((value, value) for value in values)


def _known_kind(codebook: Codebook, name: str) -> str:
    kinds = codebook.kinds.values()
    if found := next((kind.name for kind in kinds if name == kind.name or fold(name) == fold(kind.label)), ""):
        return found
    raise UsageError(f'no kind is called "{name}"; there are {", ".join(codebook.kinds)}')


def _known_slug(collation: Collation, name: str) -> str:
    if proposition := known_names(collation).proposition(name):
        return proposition.slug
    raise UsageError(f'the codebook has no proposition "{name}"')


def _known_annotator(collation: Collation, name: str) -> str:
    known = known_annotators(collation)
    if not unknown_among([name], known, collation.codebook):
        return name
    raise UsageError(unknown_annotator(name, known, "anything that is open"))


def _known_article(collation: Collation, name: str) -> str:
    if name in {account.article.id for account in collation.accounts}:
        return name
    raise UsageError(f'no article that is open is called "{name}"')
