from tui.attribution.lexicon import lexicon_codes, load_lexicon, parse_lexicon

SMALL = """
frames = ["quotation"]
[verbs]
say = "say deny"
judge = "deny"
[plain]
strong = "say"
[irregular]
say = "said"
[nouns]
words = "claim"
[phrases]
report = '''
made clear
made it clear
'''
[words]
titles = "mr mrs"
[points]
start = -8
"""


def test_forms_lead_to_their_verb_and_its_classes() -> None:
    lexicon = parse_lexicon(SMALL)
    assert lexicon.verbs["said"] == ("say", "past", ("say",))
    assert lexicon.verbs["denied"] == ("deny", "past", ("say", "judge"))


def test_phrases_begin_with_the_longest() -> None:
    assert parse_lexicon(SMALL).phrases["report"]["made"] == (("made", "it", "clear"), ("made", "clear"))


def test_words_and_points() -> None:
    lexicon = parse_lexicon(SMALL)
    assert lexicon.has("titles", "mrs")
    assert not lexicon.has("titles", "ruiz")
    assert lexicon.points["start"] == -8


def test_a_language_without_a_lexicon_is_read_as_english() -> None:
    assert "xx" not in lexicon_codes()
    assert load_lexicon("xx") is load_lexicon("en")
    assert load_lexicon("en").verbs["wrote"].verb == "write"
