from tui.attribution.lexicon import load_lexicon
from tui.attribution.lexicon_schema import CLAUSE_WORDS, KEYS, MARK_WORDS, WORDS


def test_english_uses_the_lists_of_clauses_and_german_those_of_marks() -> None:
    assert set(WORDS) | set(CLAUSE_WORDS) | set(MARK_WORDS) == KEYS["words"]
    assert all(load_lexicon("en").words[key] for key in CLAUSE_WORDS)
    assert not any(load_lexicon("de").words[key] for key in CLAUSE_WORDS)


def test_points_have_their_names() -> None:
    assert {"start", "class.say", "left.past.name", "object.judge", "kind.no-comment"} <= KEYS["points"]
    assert "left.name" not in KEYS["points"]
