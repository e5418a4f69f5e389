"""Who says what in a text: source, cue and content, with the reasons."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.attribution.continued_quotations import continue_quotations
from tui.attribution.found import Found
from tui.attribution.grammar import Grammar, read_grammar
from tui.attribution.lexicon import CLAUSE, Lexicon
from tui.attribution.name_lines import find_name_lines
from tui.model.span import Span

THRESHOLD = 0.5


def attributions_in(grammar: Grammar, threshold: float) -> list[Found]:
    """Return the attributions of a text in the order of their cues."""
    found = list(_statements(grammar, threshold))
    found.extend(find_name_lines(grammar, found))
    found.sort(key=lambda item: item.cue.first)
    return continue_quotations(grammar, found)


def _statements(grammar: Grammar, threshold: float) -> Iterator[Found]:
    """Yield the statements that the rules for the text's language find."""
    if CLAUSE in grammar.lexicon.frames:
        from tui.attribution.clause_statements import clause_statements  # noqa: PLC0415 - marks need no clauses

        return clause_statements(grammar, threshold)

    from tui.attribution.marks.marked_sentences import marked_statements  # noqa: PLC0415 - clauses need no marks

    return marked_statements(grammar, threshold)


class Attribution(NamedTuple):
    """Who says what: places in code points, and why the program thinks so."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    rule: str
    score: float
    reasons: tuple[str, ...]


def find_attributions(
    text: str, language: str = "en", threshold: float = THRESHOLD, lexicon: Lexicon | None = None
) -> list[Attribution]:
    """Return the attributions of a text that score `threshold` or more."""
    grammar = read_grammar(text, language, lexicon)
    return [to_attribution(grammar, found) for found in attributions_in(grammar, threshold)]


def to_attribution(grammar: Grammar, found: Found) -> Attribution:
    """Return what was found in tokens with its places in the text."""
    tokens = grammar.tokens
    return Attribution(
        tokens.span(found.source.start, found.source.stop) if found.source else None,
        tokens.span(found.cue.first, found.cue.last),
        tuple(tokens.span(part.start, part.stop) for part in found.frame.content if part),
        found.frame.rule,
        round(found.score.probability, 2),
        found.score.reasons,
    )
