import pytest
from made_grammar import grammar_of, index_of, sentence_of, words_of

from tui.attribution.marks.noun_groups import group_after, group_around_aside, group_before, is_pronoun
from tui.attribution.marks.segments import divide
from tui.attribution.suggestion import draft_suggestions


@pytest.mark.parametrize(
    ("code", "text", "verb", "group"),
    [
        ("de", "sagte am Montag der Sprecher der Regierung die Wahrheit", "sagte", "der Sprecher der Regierung"),
        ("de", "sagte Müller der Zeitung", "sagte", "Müller"),
        ("de", "sagte sie der Zeitung", "sagte", "sie"),
        ("fr", "dit le ministre de la Défense à la presse", "dit", "le ministre de la Défense"),
        ("es", "dijo Ruiz y Soto en Madrid", "dijo", "Ruiz y Soto"),
        ("ru", "сказал министр Сергей Лавров журналистам", "сказал", "министр Сергей Лавров"),
        ("de", "sagte dass", "sagte", None),
    ],
)
def test_groups_after_a_verb(code: str, text: str, verb: str, group: str | None) -> None:
    grammar = grammar_of(text, code)
    assert words_of(grammar, group_after(grammar, index_of(grammar, verb) + 1, len(grammar.tokens))) == group


@pytest.mark.parametrize(
    ("code", "text", "verb", "group"),
    [
        ("de", "Der Minister in Berlin sagte", "sagte", "Der Minister in Berlin"),
        ("de", "In Berlin sagte", "sagte", None),
        ("de", "Müller (CDU) am Montag sagte", "sagte", "Müller"),
        ("es", "En Madrid Ruiz dijo", "dijo", "Ruiz"),
        ("fr", "Hier elle dit", "dit", "elle"),
    ],
)
def test_groups_before_a_verb(code: str, text: str, verb: str, group: str | None) -> None:
    grammar = grammar_of(text, code)
    assert words_of(grammar, group_before(grammar, 0, index_of(grammar, verb))) == group


def test_an_article_is_no_pronoun() -> None:
    grammar = grammar_of("die Brücke sagte sie", "de")
    assert not is_pronoun(grammar, 0)
    assert is_pronoun(grammar, 3)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Le maire, Jean Martin, dit oui.", "Jean Martin"),
        ("Martin, maire de Lyon, dit oui.", "Martin"),
        ("Martin, dit oui.", "Martin"),
    ],
)
def test_a_subject_before_an_aside(text: str, subject: str) -> None:
    grammar = grammar_of(text, "fr")
    sentence = divide(grammar, sentence_of(grammar))
    assert sentence is not None
    number = sentence.number_at(index_of(grammar, "dit"))
    assert words_of(grammar, group_around_aside(grammar, sentence, number)) == subject


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("es", "«No funciona», explicó a este diario el conductor.", "Conductor"),
        ("es", "«No funciona», explicó a Efe Ana Ruiz.", "Ana Ruiz"),
        ("fr", "« Il est tard », a déclaré au journal le maire.", "Maire"),
        ("ru", "«Уже поздно», — рассказал газете водитель.", "Водитель"),
        ("ru", "«Уже поздно», — рассказал водитель газете.", "Водитель"),
    ],
)
def test_whom_it_is_told_is_not_the_speaker(language: str, text: str, speaker: str) -> None:
    (draft,) = draft_suggestions(text, language)
    assert draft.speaker == (speaker,)
