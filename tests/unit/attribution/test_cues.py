import pytest
from made_grammar import cue_of, grammar_of, sentence_of

from tui.attribution.cues import find_cues


@pytest.mark.parametrize(
    ("text", "head", "form"),
    [
        ("Ruiz said it was late.", "said", "past"),
        ("Ruiz says it is late.", "says", "s"),
        ("Ruiz has said it is late.", "said", "perfect"),
        ("Ruiz would say it is late.", "say", "modal"),
        ("Ruiz did not say it was late.", "say", "past"),
        ("Ruiz was told that it was late.", "told", "passive"),
        ("Ruiz is saying it is late.", "saying", "progressive"),
        ("Ruiz left, saying it was late.", "saying", "ing"),
        ("Ruiz came to say it was late.", "say", "infinitive"),
        ("Critics say it is late.", "say", "base"),
        ("Asked who pays, Ruiz was brief.", "Asked", "passive"),
    ],
)
def test_form_of_the_verb_group(text: str, head: str, form: str) -> None:
    assert cue_of(grammar_of(text), head).form == form


def test_a_cue_has_its_auxiliaries_and_adverbs() -> None:
    grammar = grammar_of("Ruiz has never clearly said it.")
    cue = cue_of(grammar, "said")
    assert grammar.tokens.words[cue.first : cue.last] == ["has", "never", "clearly", "said"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("According to Ruiz, it is late.", "according"),
        ("The city did not confirm or deny the sale.", "no-comment"),
        ("Both are united in the wish to build.", "agreement"),
        ("His claim that it was late is known.", "noun"),
    ],
)
def test_phrases_and_nouns(text: str, kind: str) -> None:
    grammar = grammar_of(text)
    assert next(find_cues(grammar, sentence_of(grammar))).kind == kind


def test_a_name_is_no_cue() -> None:
    grammar = grammar_of("They met at the Post Report.")
    assert list(find_cues(grammar, sentence_of(grammar))) == []
