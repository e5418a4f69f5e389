"""What each annotator marked in each article."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from tui.analysis.adjudication import Result, find_results, is_result
from tui.analysis.annotators import names_by_signature
from tui.analysis.statements import Statement, find_statements
from tui.model import Account, Codebook, Collation, Placed, Span


class Coding(NamedTuple):
    """A statement as one annotator marked it, by one record or several."""

    article: str
    spans: tuple[Span, ...]
    """The pieces of its quote, in code points. None if its place is not certain."""
    annotator: str
    ids: tuple[str, ...]
    """The ids of the records."""
    kind: str
    speakers: tuple[str, ...]
    """By the names that the codebook gives them, sorted. None for the account's own voice."""
    about: str

    @property
    def place(self) -> Span:
        """The range from the first piece to the last."""
        return Span(self.spans[0].start, max(span.end for span in self.spans))


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """An article, and what those who read it marked in it."""

    id: str
    length: int
    """In code points."""
    by_annotator: Mapping[str, tuple[Coding, ...]]
    """By everybody who read it, in the order of their names. Each one's statements are in reading order."""
    doubtful: tuple[Coding, ...] = ()
    """What does not count, as today's text may not have the quote."""
    results: Mapping[str, tuple[Result, ...]] = field(default_factory=dict)
    """What takes the place of a record that is settled, by its id."""

    def of(self, annotators: Collection[str]) -> "CodedArticle":
        """Return what these annotators marked."""
        chosen = {name: own for name, own in self.by_annotator.items() if name in annotators}
        doubtful = tuple(coding for coding in self.doubtful if coding.annotator in annotators)
        return replace(self, by_annotator=chosen, doubtful=doubtful)


def annotator_names(collation: Collation) -> tuple[str, ...]:
    """Return who has records in articles, in the order of their names.

    Results of adjudication do not count. Who has several names is one. An empty name, for records without one, comes
    last.
    """
    return tuple(dict.fromkeys(_names(collation).values()))


def code_articles(collation: Collation, readers: Collection[str] = ()) -> tuple[CodedArticle, ...]:
    """Return what everybody marked in each article.

    Who has a record of any kind in an article has read it, and so have the `readers`, by their names in
    `annotator_names`. Results of adjudication are nobody's marks.
    """
    names = _names(collation)
    return tuple(_code_article(account, collation.codebook, names, readers) for account in collation.articles_once)


def _names(collation: Collation) -> Mapping[str, str]:
    """Return the one name of each annotator by every name in articles."""
    records = (placed.record for account in collation.accounts for placed in account.placed)
    signatures = (record.annotation.annotator for record in records if not is_result(record.annotation))
    return names_by_signature(signatures, collation.codebook)


def _code_article(
    account: Account, codebook: Codebook, names: Mapping[str, str], readers: Collection[str]
) -> CodedArticle:
    placed_by: defaultdict[str, list[Placed]] = defaultdict(list, {name: [] for name in readers})
    for placed in account.placed:
        if is_result(placed.annotation):
            continue
        placed_by[names[placed.annotation.annotator]].append(placed)
    present = [name for name in dict.fromkeys(names.values()) if name in placed_by]
    own = {name: tuple(_codings(account, placed_by[name], name, codebook)) for name in present}
    certain = {name: tuple([coding for coding in codings if coding.spans]) for name, codings in own.items()}
    doubtful = tuple(coding for codings in own.values() for coding in codings if not coding.spans)
    return CodedArticle(account.article.id, len(account.article.text), certain, doubtful, _results(account, codebook))


def _results(account: Account, codebook: Codebook) -> Mapping[str, tuple[Result, ...]]:
    """Return what settles records, signed by the names that the codebook gives."""
    return {
        name: tuple(result._replace(annotator=codebook.annotator_name(result.annotator)) for result in results)
        for name, results in find_results(account).items()
    }


def _codings(account: Account, placed: list[Placed], annotator: str, codebook: Codebook) -> Iterable[Coding]:
    statements = find_statements(replace(account, placed=tuple(placed)), codebook)
    return (_coding(statement, annotator) for statement in statements)


def _coding(statement: Statement, annotator: str) -> Coding:
    return Coding(
        statement.account.article.id,
        statement.placed.spans,
        annotator,
        tuple([placed.annotation.id for placed in statement.records]),
        statement.kind.name,
        tuple(sorted(statement.speakers)),
        statement.annotation.about,
    )
