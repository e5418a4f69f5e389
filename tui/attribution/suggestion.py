"""Draft annotations: who says what, by name, of which kind, and why."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from tui.attribution.attribution import THRESHOLD, attributions_in
from tui.attribution.cue import Cue
from tui.attribution.entities import collect_entities
from tui.attribution.explanation import explain
from tui.attribution.found import Found
from tui.attribution.grammar import Grammar, read_grammar
from tui.attribution.kinds import (
    AGREEMENT,
    CLAIM,
    FALLBACKS,
    hedge_of,
    is_nobody,
    is_the_reader,
    kind_of,
    says_something,
    speaks_of_us,
)
from tui.attribution.lexicon import CLAUSE, Lexicon
from tui.attribution.speakers import Speakers
from tui.model.codebook import Codebook
from tui.model.span import Span


class Suggestion(NamedTuple):
    """A draft of an annotation, a record only when a person accepts it.

    All places are code points of the article's text.
    """

    kind: str
    speaker: tuple[str, ...]
    speaker_words: str
    """The text's words for the speaker, if they differ from the name."""
    speaker_span: Span | None
    """The words before or after the cue, which are those of `via` if there is one."""
    cue: str
    cue_span: Span
    spans: tuple[Span, ...]
    hedge: str
    via: tuple[str, ...]
    rule: str
    score: float
    why: str


class _Who(NamedTuple):
    """The names of the speakers, the words for them, and who reports it."""

    names: tuple[str, ...]
    words: range | None
    via: tuple[str, ...]


def draft_suggestions(
    text: str,
    language: str = "en",
    threshold: float = THRESHOLD,
    codebook: Codebook | None = None,
    lexicon: Lexicon | None = None,
) -> list[Suggestion]:
    """Return the drafts for an article, in the order of the text.

    `codebook` names the speakers as the workspace does. `lexicon` is the language's own if none is given.
    """
    grammar = read_grammar(text, language, lexicon)
    named = codebook or Codebook()
    speakers = Speakers(collect_entities(grammar, named))
    return list(_drafts(grammar, speakers, attributions_in(grammar, threshold), named.kinds))


def _drafts(
    grammar: Grammar, speakers: Speakers, attributions: list[Found], kinds: Collection[str]
) -> Iterator[Suggestion]:
    for found in attributions:
        if found.source is None and CLAUSE in grammar.lexicon.frames:
            continue  # the article's own voice
        if not any(found.frame.content) or not says_something(grammar, found):
            continue
        if found.source and (is_the_reader(grammar, found.source) or is_nobody(grammar, found.source)):
            continue
        names = (
            speakers.resolve(found.source, found.frame.content)
            if found.source
            else speakers.resolve_unnamed(found.cue.first)
        )
        if found.source is None and not names:
            continue
        chain = _chain(grammar, found)
        via: tuple[str, ...] = ()
        if chain:
            # `The two sides are of one mind: Ruiz and Lind agreed` names them twice, and nobody reports it.
            via, names = () if found.cue.kind == AGREEMENT else names, speakers.resolve(chain[1])
        agrees = chain is not None and chain[0].kind == AGREEMENT and len(names) > 1
        kind = AGREEMENT if agrees else kind_of(grammar, found, is_joint=speakers.are_parties(names))
        if kind == AGREEMENT and len(names) == 1 and speaks_of_us(grammar, found):
            names = (*names, *speakers.partner(found.frame.content[0].start, names[0]))
        who = _Who(names, chain[1] if via and chain else found.source, via)
        yield _draft(grammar, found, kind if kind in kinds else FALLBACKS.get(kind, CLAIM), who)


def _chain(grammar: Grammar, found: Found) -> tuple[Cue, range] | None:
    if CLAUSE not in grammar.lexicon.frames:
        return None
    from tui.attribution.chains import nested  # noqa: PLC0415 - marks need no clauses

    return nested(grammar, found)


def _draft(grammar: Grammar, found: Found, kind: str, who: _Who) -> Suggestion:
    tokens = grammar.tokens
    source = tokens.span(found.source.start, found.source.stop) if found.source else None
    words = tokens.span(who.words.start, who.words.stop).of(tokens.text).lstrip("-") if who.words else ""
    cue = tokens.span(found.cue.first, found.cue.last)
    cue_words = cue.of(tokens.text) + (f" … {tokens.words[found.cue.tail]}" if found.cue.tail >= 0 else "")
    return Suggestion(
        kind=kind,
        speaker=who.names,
        speaker_words="" if who.names == (_without_article(grammar, words),) else words,
        speaker_span=source,
        cue=cue_words,
        cue_span=cue,
        spans=tuple(tokens.span(part.start, part.stop) for part in found.frame.content if part),
        hedge=hedge_of(grammar, found),
        via=who.via,
        rule=found.frame.rule,
        score=round(found.score.probability, 2),
        why=explain(cue_words, found.frame.rule, found.score),
    )


def _without_article(grammar: Grammar, words: str) -> str:
    """Return a phrase as a speaker's name: `the city` is `City`."""
    first, _, rest = words.partition(" ")
    name = rest if grammar.lexicon.has("dropped_articles", first.lower()) and rest else words
    return f"{name[:1].upper()}{name[1:]}"
