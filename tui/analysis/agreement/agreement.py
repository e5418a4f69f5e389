"""The agreement of annotators: all together, and each pair."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from types import MappingProxyType

from tui.analysis.agreement.codings import CodedArticle, Coding, annotator_names, code_articles
from tui.analysis.agreement.disagreements import Difference, Disagreement, find_disagreements
from tui.analysis.agreement.figures import MIN_ANNOTATORS, SHOWN_BY, Figure, Measure, find_figures
from tui.analysis.agreement.matching import Unit, match_codings
from tui.analysis.annotators import name_order
from tui.model import Collation


@dataclass(frozen=True)
class Contrast:
    """Some annotators, and where they agree in the articles they share."""

    annotators: tuple[str, ...]
    articles: tuple[CodedArticle, ...]
    """Those that two or more of them read, with what they marked."""
    only_open: bool = False
    """Whether disagreements that somebody has settled are not listed. All of them count in the figures."""

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """What they marked, by article, in reading order."""
        return tuple(unit for article in self.articles for unit in match_codings(article))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return find_figures(self.articles, self.units)

    @cached_property
    def disagreements(self) -> tuple[Disagreement, ...]:
        return find_disagreements(self.units)

    @cached_property
    def open(self) -> tuple[Disagreement, ...]:
        """Those that nobody has settled."""
        return tuple(disagreement for disagreement in self.disagreements if disagreement.is_open)

    @property
    def listed(self) -> tuple[Disagreement, ...]:
        """Those to be listed."""
        return self.open if self.only_open else self.disagreements

    @cached_property
    def counts(self) -> Mapping[Difference, int]:
        """The number of disagreements of each sort."""
        return MappingProxyType(Counter(disagreement.difference for disagreement in self.disagreements))

    def count_for(self, measure: Measure) -> int:
        """Return the number of disagreements that lower a figure."""
        return sum(self.counts.get(difference, 0) for difference in SHOWN_BY[measure])


@dataclass(frozen=True)
class Agreement:
    """Who marked what, and how far they agree."""

    annotators: tuple[str, ...]
    """In the order of their names. An empty name stands for records without one, and comes last."""
    articles: tuple[CodedArticle, ...]
    only_open: bool = False
    """Whether disagreements that somebody has settled are not listed."""

    @cached_property
    def statements(self) -> Mapping[str, int]:
        """The number of statements that count, by annotator."""
        return {
            name: sum(len(article.by_annotator.get(name, ())) for article in self.articles) for name in self.annotators
        }

    @cached_property
    def left_out(self) -> tuple[CodedArticle, ...]:
        """The articles that fewer than two of the annotators read."""
        return tuple(article for article in self.articles if not _is_shared(article))

    @cached_property
    def doubtful(self) -> tuple[Coding, ...]:
        """The statements that do not count, for their place is not certain."""
        return tuple(coding for article in self.articles for coding in article.doubtful)

    @cached_property
    def whole(self) -> Contrast:
        """All of them together."""
        return self._contrast(self.annotators)

    @cached_property
    def pairs(self) -> tuple[Contrast, ...]:
        """Each two of them, if they are more than two."""
        if len(self.annotators) <= MIN_ANNOTATORS:
            return ()
        return tuple(map(self._contrast, combinations(self.annotators, 2)))

    @property
    def shown(self) -> tuple[Contrast, ...]:
        """Those whose figures are shown.

        None are with `only_open`, which lists what is left to do.
        """
        return () if self.only_open else (self.whole, *self.pairs)

    def _contrast(self, annotators: tuple[str, ...]) -> Contrast:
        chosen = (article.of(annotators) for article in self.articles)
        return Contrast(annotators, tuple(article for article in chosen if _is_shared(article)), self.only_open)


def find_agreement(
    collation: Collation, annotators: Collection[str] = (), *, all_read: bool = False, only_open: bool = False
) -> Agreement:
    """Return the agreement of annotators, or of all if none is named.

    An annotator is named by any of their names. With `all_read`, who marked nothing in an article has read it too. With
    `only_open`, what is settled is not listed.
    """
    codebook, present = collation.codebook, annotator_names(collation)
    spellings = {codebook.annotator_identity(name): name for name in present}
    wanted = (spellings.get(codebook.annotator_identity(name), codebook.annotator_name(name)) for name in annotators)
    chosen = tuple(sorted({*wanted} if annotators else present, key=name_order))
    articles = code_articles(collation, chosen if all_read else ())
    return Agreement(chosen, tuple(article.of(chosen) for article in articles), only_open)


def _is_shared(article: CodedArticle) -> bool:
    return len(article.by_annotator) >= MIN_ANNOTATORS
