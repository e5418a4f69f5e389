from made_grammar import grammar_of, sentence_of

from tui.attribution.marks.pattern_cues import pattern_cues
from tui.attribution.marks.segments import divide


def cues(code: str, text: str) -> list[tuple[str, str, bool]]:
    """Return the words, the verb or kind, and the negation of each cue."""
    grammar = grammar_of(text, code)
    sentence = divide(grammar, sentence_of(grammar))
    assert sentence is not None
    found = pattern_cues(grammar, sentence)
    names = [cue.verb if cue.kind == "verb" else cue.kind for cue in found]
    words = [" ".join(grammar.tokens.words[cue.first : cue.last]) for cue in found]
    return list(zip(words, names, [cue.negated for cue in found], strict=True))


def test_forms_participles_and_particles() -> None:
    assert cues("de", "Er räumte es ein und hat es nicht bestritten.") == [
        ("räumte", "einräumen", False), ("hat", "bestreiten", True),
    ]  # fmt: skip
    assert cues("fr", "Elle n’a pas déclaré cela.") == [("n’ a pas déclaré", "déclarer", True)]
    assert cues("tr", "Bakan bunu ifade etti.") == [("ifade etti", "ifade-etmek", False)]


def test_a_participle_or_a_verb_without_its_other_half_is_no_cue() -> None:
    assert cues("fr", "Le projet déclaré.") == []
    assert cues("de", "Er räumte das Haus.") == []


def test_a_passive_names_nobody_who_says_it() -> None:
    assert cues("fr", "Il a été officiellement révélé que le pont est vieux.") == []
    assert cues("de", "Es wurde erwartet, dass die Brücke alt ist.") == []
    assert cues("es", "Ha sido dicho que el puente es viejo.") == []


def test_phrases_and_their_nouns() -> None:
    assert cues("tr", "Polise göre kapalı.") == [("göre", "according", False)]
    assert cues("ru", "По словам мэра, он отказался от комментариев.") == [
        ("По словам", "according", False), ("отказался от комментариев", "no-comment", False),
    ]  # fmt: skip


def test_nouns_and_words_in_quotations_are_no_cues() -> None:
    assert cues("de", "Er mochte „das sagte sie“ und die Sagte.") == []
