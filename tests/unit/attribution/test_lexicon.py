import pytest

from tui.attribution.lexicon import lexicon_codes, lexicon_path, lexicon_text, load_lexicon
from tui.attribution.lexicon_file import extended_lexicon, parse_lexicon
from tui.attribution.lexicon_schema import CLAUSE_WORDS, MARK_WORDS, WORDS
from tui.errors import InputError

SMALL = f"""
frames = ["quotation", "clause"]
[quotations]
"“" = "” \\""
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
[collective]
ministers = "minister"
[points]
start = -8
[words]
{"".join(f'{key} = ""' + chr(10) for key in (*WORDS, *CLAUSE_WORDS, *MARK_WORDS) if key != "titles")}
titles = "mr mrs"
"""


def test_forms_lead_to_their_verb_and_its_classes() -> None:
    lexicon = parse_lexicon(SMALL)
    assert lexicon.verbs["said"] == ("say", "past", ("say",))
    assert lexicon.verbs["denied"] == ("deny", "past", ("say", "judge"))


def test_phrases_begin_with_the_longest() -> None:
    lexicon = parse_lexicon(SMALL)
    assert lexicon.phrases_of("report", "made") == (("made", "it", "clear"), ("made", "clear"))
    assert lexicon.phrases_of("agreement", "made") == ()


def test_words_marks_and_points() -> None:
    lexicon = parse_lexicon(SMALL)
    assert lexicon.has("titles", "mrs")
    assert not lexicon.has("titles", "ruiz")
    assert (lexicon.points, lexicon.collective) == ({"start": -8}, {"ministers": "minister"})
    assert lexicon.quotations == {"“": ("”", '"')}
    assert lexicon.frames == {"quotation", "clause"}


def test_endings() -> None:
    lexicon = load_lexicon("en")
    assert lexicon.ends("adverb_endings", "gladly")
    assert not lexicon.ends("adverb_endings", "ly")


def test_a_language_without_a_lexicon_is_read_as_english() -> None:
    assert "xx" not in lexicon_codes()
    assert load_lexicon("xx") is load_lexicon("en")
    assert load_lexicon("en").verbs["wrote"].verb == "write"


@pytest.mark.parametrize("code", ["de", "es", "fr", "ru", "tr"])
def test_each_language_has_at_least_forty_verbs(code: str) -> None:
    lexicon = load_lexicon(code)
    verbs = {pattern.verb for patterns in lexicon.patterns.values() for pattern in patterns}
    saying = {item.verb for items in lexicon.patterns.values() for item in items if "say" in item.classes}
    assert len(verbs) > len(saying) >= 40


def test_nothing_is_wrong_in_the_files_of_the_languages() -> None:
    for code in lexicon_codes():
        assert parse_lexicon(lexicon_text(code), lexicon_path(code)).frames == load_lexicon(code).frames


def test_another_file_adds_words_and_replaces_points() -> None:
    added = '[verbs]\nsay = "blab"\n[words]\ntitles = "harbourmaster"\n[points]\n"class.say" = 9\n'
    lexicon = extended_lexicon("en", added)
    assert lexicon.verbs["blabbed"] == ("blab", "past", ("say",))
    assert lexicon.has("titles", "harbourmaster")
    assert lexicon.has("titles", "mrs")
    assert lexicon.points["class.say"] == 9
    assert "blabbed" not in load_lexicon("en").verbs


def test_another_file_may_list_the_forms_of_a_verb() -> None:
    added = '[verbs]\nsay = "spill"\n[forms]\nspill = "spill, spills, spilt"\n'
    assert extended_lexicon("en", added).verbs["spilt"] == ("spill", "past", ("say",))
    added = '[verbs]\nsay = "rausrücken"\n[forms]\n"rausrücken" = "rückte … raus | rausgerückt"\n'
    assert extended_lexicon("de", added).patterns["rückte"][0].tail == "raus"


def test_a_file_for_a_new_language_must_be_whole() -> None:
    assert extended_lexicon("xx", SMALL).verbs["said"].verb == "say"
    with pytest.raises(InputError, match="has no frames"):
        extended_lexicon("xx", '[verbs]\nsay = "blab"\n')


@pytest.mark.parametrize(
    ("added", "place"),
    [
        ('[forms]\nblab = "blabt"\n', r"\[forms\]"),
        ('[plain]\nclear = "blab"\n', r"clear in \[plain\]"),
        ('[words]\ndenying = "blab"\n', r"denying in \[words\]"),
    ],
)
def test_a_verb_needs_a_class(added: str, place: str) -> None:
    with pytest.raises(InputError, match=f'{place} has "blab", but no class'):
        extended_lexicon("de", added)
